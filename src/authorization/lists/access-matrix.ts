import { mapInTurns } from "../../kernel/deadline";
import { In } from "typeorm";
import type { SizedRequest } from "../../tenant/companies/batched-list";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import type { Page } from "../../infra/db/query/keyset";
import { pagesByParent } from "../../infra/db/query/keyset-batch";
import { toInstant, type Clock } from "../../kernel/clock";
import { MemberEntity } from "../../directory/members/member.entity";
import { decide } from "../../policy/judgement/decide";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { atLeast, FEATURES, type Action, type DecisionCode, type Feature } from "../../policy/model/vocabulary";
import type { AskedInstant } from "../decision-point/decision-input";
import { whereActive } from "../history/active-then";
import { pastOf, type PastInstant } from "../history/past-facts";
import type { PastPolicies } from "../history/past-policies";
import type { PolicySource } from "../policies/policy-source";
import { isNarrowed } from "../../policy/model/remedies";

export interface Summary {
  readonly allowed: boolean;
  /** Whether it is bounded: to projects, an amount, a second approval or a workflow. */
  readonly conditional: boolean;
  readonly code: DecisionCode;
}

export interface MatrixCell {
  readonly feature: Feature;
  /** Null: the connector does not carry the feature that way. */
  readonly send: Summary | null;
  readonly import: Summary | null;
}

export interface MatrixRow {
  readonly member: MemberEntity;
  readonly approver: boolean;
  readonly cells: readonly MatrixCell[];
}

/** Who may send and import what, member by member. */
export class AccessMatrix {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicySource,
    private readonly past: PastPolicies,
    private readonly clock: Clock,
  ) {}

  /**
   * The same page of each company's matrix, in a constant number of SELECTs for one company or a hundred; as of an
   * instant, in a constant number for each company.
   */
  async pages(
    companyIds: readonly string[],
    request: SizedRequest,
    past: PastInstant | null = null,
  ): Promise<ReadonlyMap<string, Page<MatrixRow>>> {
    const manager = this.database.read();
    const query = manager.createQueryBuilder(MemberEntity, "member");
    if (past) whereActive(query, past);
    else query.where("member.active = :active", { active: true });
    const orderBy = [{ column: "name", direction: "asc", folded: true }] as const;
    const place = { query, alias: "member", parent: "companyId", parentIds: companyIds, orderBy } as const;
    const pages = await pagesByParent<MemberEntity>({ ...request, ...place });
    const companies = await manager.findBy(CompanyEntity, { id: In([...companyIds]) });
    const members = [...pages.values()].flatMap(({ rows }) => rows);
    const byMember = past ? await this.then(companies, members, past) : await this.now(companies, members);
    const row = (member: MemberEntity) => rowOf(member, byMember.get(member.id));
    const made = new Map<string, Page<MatrixRow>>();
    for (const [id, page] of pages) made.set(id, { ...page, rows: await mapInTurns(page.rows, row) });
    return made;
  }

  /** The row of one member; null: the company has none of that id who is active. */
  async row(company: CompanyEntity, memberId: string, past: PastInstant | null): Promise<MatrixRow | null> {
    const manager = this.database.read();
    const query = manager.createQueryBuilder(MemberEntity, "member");
    if (past) whereActive(query, past);
    else query.where("member.active = :active", { active: true });
    const where = { id: memberId, companyId: company.id };
    const member = await query.andWhere("member.id = :id AND member.companyId = :companyId", where).getOne();
    if (!member) return null;
    const byMember = past ? await this.then([company], [member], past) : await this.now([company], [member]);
    return rowOf(member, byMember.get(member.id));
  }

  /** The instant that arguments ask for; null: now. */
  instant(asked: AskedInstant): PastInstant | null {
    return pastOf(asked, this.clock);
  }

  private async now(companies: readonly CompanyEntity[], members: readonly MemberEntity[]): Promise<Policies> {
    const at = toInstant(this.clock.now());
    const policies = await this.policies.policiesIn(companies, { members, staffIds: [] }, at);
    return new Map(policies.map((policy) => [policy.facts.subject?.subjectId ?? "", policy]));
  }

  private async then(
    companies: readonly CompanyEntity[],
    members: readonly MemberEntity[],
    past: PastInstant,
  ): Promise<Policies> {
    const all = new Map<string, MemberPolicy>();
    for (const company of companies) {
      const own = members.filter(({ companyId }) => companyId === company.id);
      for (const [id, policy] of await this.past.membersOf(company, own, past)) all.set(id, policy);
    }
    return all;
  }
}

type Policies = ReadonlyMap<string, MemberPolicy>;

function rowOf(member: MemberEntity, policy: MemberPolicy | undefined): MatrixRow {
  const { canPushToAccounting, toolLevel } = policy?.facts.subject ?? member;
  const approver = canPushToAccounting && atLeast(toolLevel, "standard");
  return { member, approver, cells: policy ? cellsOf(policy) : [] };
}

function cellsOf(policy: MemberPolicy): MatrixCell[] {
  const { features } = policy.facts.company;
  return FEATURES.filter((feature) => features[feature].exports || features[feature].imports).map((feature) => ({
    feature,
    send: features[feature].exports ? summary(policy, "send", feature) : null,
    import: features[feature].imports ? summary(policy, "import", feature) : null,
  }));
}

function summary(policy: MemberPolicy, action: Action, resource: Feature): Summary {
  const { allowed, code, limits } = decide(policy, { action, resource });
  return { allowed, code, conditional: isNarrowed(limits) };
}
