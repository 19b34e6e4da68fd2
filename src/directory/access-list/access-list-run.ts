import { giveWay } from "../../kernel/deadline";
import { In, IsNull, MoreThan } from "typeorm";
import { endInWords } from "../../kernel/days";
import { zoneOf } from "../../tenant/companies/time-zone";
import { staffAmong } from "../../tenant/companies/both-sides";
import type { ChangeScope } from "../../tenant/audit/company-changes";
import type { AccessListBounds } from "./access-list-bounds";
import { AdministratorCount } from "./access-list-administrators";
import type { AccessList } from "./access-list-parse";
import { CompanyNames } from "./access-list-company";
import {
  changes,
  planLeftOut,
  planRow,
  type PersonPlan,
  type PlanProblem,
  type PresentPerson,
} from "./access-list-plan";
import type { AccessListRow } from "./access-list-row";
import type { ImportOptions, ImportSummary, PersonChange } from "./access-list-outcome";
import { rightText } from "./access-list-words";
import { writePlans } from "./access-list-writer";
import { GrantEntity } from "../grants/grant.entity";
import { MemberEntity } from "../members/member.entity";
import { optionalReason } from "../../kernel/labels";

/** People planned and written together; as many as keep both the statements and the memory small. */
const PEOPLE_BATCH_SIZE = 250;

/** Why, where neither the row nor whoever imports says so. */
const DEFAULT_REASON = "Access list imported";

/** One import within its transaction: plans people some at a time, and writes as long as nothing is wrong. */
export class AccessListRun {
  readonly summary = { added: 0, updated: 0, grantsGiven: 0, grantsRevoked: 0, unchanged: 0 };
  readonly changes: PersonChange[] = [];
  private readonly names: CompanyNames;
  private readonly reason: string;

  constructor(
    private readonly scope: ChangeScope,
    private readonly list: AccessList,
    private readonly bounds: AccessListBounds,
    private readonly options: ImportOptions,
  ) {
    this.names = new CompanyNames(scope.company.id, bounds, options.locale ?? "en");
    this.reason = optionalReason(options.reason) ?? DEFAULT_REASON;
  }

  async run(): Promise<void> {
    const administrators = await AdministratorCount.of(this.scope);
    for await (const plans of this.plans()) {
      // Whoever imports keeps what they have: changing it is refused already.
      for (const plan of plans) if (plan.present?.member.id !== this.actorId()) administrators.note(plan);
      await this.keep(plans.filter(changes));
      this.summary.unchanged += plans.length - plans.filter(changes).length;
      await giveWay();
    }
    for (const { row, name } of administrators.lost())
      this.list.errors.add("LAST_ADMINISTRATOR", { line: row?.line ?? null }, name);
    if (this.writes() && this.changes.length > 0) await this.record();
  }

  private async *plans(): AsyncGenerator<PersonPlan[]> {
    const { rows } = this.list;
    for (let from = 0; from < rows.length; from += PEOPLE_BATCH_SIZE) {
      const some = rows.slice(from, from + PEOPLE_BATCH_SIZE);
      yield this.planned(some);
      this.options.onProgress?.({ stage: "rows", done: from + some.length, total: rows.length });
    }
    if (!this.options.complete) return;
    for await (const members of this.everybody()) {
      const left = members.filter(({ email }) => !this.list.people.has(email));
      const present = await this.withGrants(left);
      const plans = present.map((person) => planLeftOut(person, { actorId: this.actorId() }));
      for (const { problems } of plans) this.tell(problems, null);
      yield plans.map(({ plan }) => plan).filter(changes);
    }
  }

  private async planned(rows: readonly AccessListRow[]): Promise<PersonPlan[]> {
    await this.names.learn(rows.flatMap((row) => [row, ...(row.also ?? [])]));
    const { manager, company, at } = this.scope;
    const emails = rows.map(({ email }) => email);
    const members = await manager.findBy(MemberEntity, { companyId: company.id, email: In(emails) });
    const present = new Map((await this.withGrants(members)).map((person) => [person.member.email, person]));
    const { locale = "en" } = this.options;
    const endText = (instant: string) => endInWords(zoneOf(company), instant, locale);
    const saysFeatures = this.list.columns?.saysFeatures ?? false;
    const staff = await staffAmong(manager, emails);
    const isStaff = (email: string) => staff.has(email);
    const facts = { at, actorId: this.actorId(), saysFeatures, endText, isStaff, ...this.names.facts() };
    return rows.map((row) => {
      const { plan, problems } = planRow(row, present.get(row.email) ?? null, facts);
      this.tell(problems, row.line);
      return plan;
    });
  }

  private tell(problems: readonly PlanProblem[], line: number | null): void {
    const { errors, columns } = this.list;
    for (const { code, column, value, more, tick } of problems) {
      const ticked = tick ? columns?.tickName(tick.feature, tick.direction) : null;
      const name = ticked ?? (column && columns?.name(column));
      errors.add(code, { line, column: line === null ? null : (name ?? null) }, value, more);
    }
  }

  private async keep(plans: readonly PersonPlan[]): Promise<void> {
    const revoked = plans.flatMap(({ revokes }) => revokes.flatMap(({ projectIds }) => projectIds ?? []));
    await this.names.learnCodes(revoked);
    const { featureNames } = this.bounds;
    const text = (right: PersonPlan["gains"][number]) =>
      rightText(right, {
        names: featureNames,
        locale: this.options.locale ?? "en",
        zone: zoneOf(this.scope.company),
        projectCode: (id) => this.names.projectCode(id),
      });
    for (const { email, name, present, gives, revokes, gains, losses } of plans) {
      if (present) this.summary.updated += 1;
      else this.summary.added += 1;
      this.summary.grantsGiven += gives.length;
      this.summary.grantsRevoked += revokes.length;
      this.changes.push({ email, name, gains: gains.map(text), loses: losses.map(text) });
    }
    if (this.writes() && plans.length > 0) await writePlans(this.scope, plans, this.reason);
  }

  /**
   * Once something is wrong, the rest is only looked at: the transaction will be rolled back. So is that of a dry run, which
   * writes all the same: what only shows when it is written shows there too.
   */
  private writes(): boolean {
    return this.list.errors.count === 0;
  }

  private async record(): Promise<void> {
    const summary: ImportSummary = this.summary;
    await this.scope.record({
      action: "access_list.imported",
      targetKind: "company",
      targetId: this.scope.company.id,
      before: null,
      after: { ...summary, rows: this.list.rows.length, complete: this.options.complete ?? false },
      why: this.reason,
    });
  }

  private actorId(): string | null {
    return this.scope.by.kind === "member" ? this.scope.by.id : null;
  }

  private async *everybody(): AsyncGenerator<MemberEntity[]> {
    const { manager, company } = this.scope;
    let last = "";
    for (;;) {
      const where = { companyId: company.id, id: MoreThan(last) };
      const members = await manager.find(MemberEntity, { where, order: { id: "ASC" }, take: PEOPLE_BATCH_SIZE });
      if (members.length === 0) return;
      yield members;
      last = members.at(-1)?.id ?? last;
    }
  }

  private async withGrants(members: readonly MemberEntity[]): Promise<PresentPerson[]> {
    if (members.length === 0) return [];
    const { manager, company, at } = this.scope;
    const where = { companyId: company.id, memberId: In(members.map(({ id }) => id)), revokedAt: IsNull() };
    const grants = new Map<string, GrantEntity[]>(members.map(({ id }) => [id, []]));
    for (const grant of await manager.find(GrantEntity, { where, order: { id: "ASC" } }))
      if (grant.validUntil === null || at < grant.validUntil) grants.get(grant.memberId)?.push(grant);
    return members.map((member) => ({ member, grants: grants.get(member.id) ?? [] }));
  }
}
