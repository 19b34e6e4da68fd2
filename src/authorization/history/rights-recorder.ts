import { In, IsNull, type EntityManager, type QueryDeepPartialEntity } from "typeorm";
import type { Change, ChangeScope, RightsHistory } from "../../tenant/companies/company-change";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import { MemberEntity } from "../../directory/members/member.entity";
import type { FactsLoader } from "../facts/facts-loader";
import { CompanyVersionEntity } from "./company-version.entity";
import { MemberVersionEntity } from "./member-version.entity";

/** Members in one statement. */
const AT_ONCE = 500;

/** Targets of changes that leave the company's settings, staff and stakeholders as they are. */
const OF_MEMBERS = ["member", "grant", "project", "api_key"];

/** By which connection the records of a project travel is a setting of the company. */
const BINDS_PROJECT = "project.connection_bound";

/**
 * Keeps what rights were, in the transaction that changes them: what the policy would have read before and after each
 * change. It reads the rows themselves, so that it does not depend on how a change describes itself.
 */
export class RightsRecorder implements RightsHistory {
  constructor(private readonly loader: FactsLoader) {}

  /** Before the first change that is kept of a company: its settings and members as they are, since they were made. */
  async begin({ manager, company, at }: ChangeScope): Promise<void> {
    if (await manager.existsBy(CompanyVersionEntity, { companyId: company.id })) return;
    await this.keepCompany(manager, company, company.createdAt < at ? company.createdAt : at, at);
    const members = await manager.findBy(MemberEntity, { companyId: company.id });
    await this.keepMembers(manager, members, ({ createdAt }) => createdAt, at);
  }

  /** After the work: the settings and the members that the changes name. */
  async keep({ manager, company, at }: ChangeScope, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    if (changes.some(({ targetKind, action }) => !OF_MEMBERS.includes(targetKind) || action === BINDS_PROJECT))
      await this.keepCompany(manager, company, at, at);
    for (const members of await this.concerned(manager, company.id, changes))
      await this.keepMembers(manager, members, () => at, at);
  }

  /** In parts that a statement takes. */
  private async concerned(
    manager: EntityManager,
    companyId: string,
    changes: readonly Change[],
  ): Promise<MemberEntity[][]> {
    if (changes.some(({ action }) => action === "company.registered"))
      return [await manager.findBy(MemberEntity, { companyId })];
    const ids = [...new Set(changes.flatMap(membersOf))];
    const emails = [...new Set(changes.flatMap(stakeholdersOf))];
    const parts = emails.length > 0 ? [await manager.findBy(MemberEntity, { companyId, email: In(emails) })] : [];
    for (let from = 0; from < ids.length; from += AT_ONCE)
      parts.push(await manager.findBy(MemberEntity, { companyId, id: In(ids.slice(from, from + AT_ONCE)) }));
    return parts;
  }

  private async keepCompany(manager: EntityManager, company: CompanyEntity, since: string, at: string): Promise<void> {
    const companyId = company.id;
    // Read again: the work may have changed the row behind the entity.
    const row = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
    const state = { facts: await this.loader.company(row), assignments: await this.loader.assignments(companyId) };
    const open = await manager.findOneBy(CompanyVersionEntity, { companyId, until: IsNull() });
    if (open && JSON.stringify(open.state) === JSON.stringify(state)) return;
    await manager.update(CompanyVersionEntity, { companyId, until: IsNull() }, { until: at });
    const version = { id: newId(), companyId, at: since, until: null, state, createdAt: at };
    await insertRows(manager, CompanyVersionEntity, [version as QueryDeepPartialEntity<CompanyVersionEntity>]);
  }

  private async keepMembers(
    manager: EntityManager,
    members: readonly MemberEntity[],
    since: (member: MemberEntity) => string,
    at: string,
  ): Promise<void> {
    for (let from = 0; from < members.length; from += AT_ONCE) {
      const some = members.slice(from, from + AT_ONCE);
      const facts = await this.loader.members(some, at);
      const versions = some.flatMap((member, index) => {
        const { grants: _own, ...state } = facts[index] ?? { grants: [] };
        const { id: memberId, companyId, active } = member;
        return [{ id: newId(), companyId, memberId, at: since(member), until: null, active, state, createdAt: at }];
      });
      const memberId = In(some.map(({ id }) => id));
      await manager.update(MemberVersionEntity, { memberId, until: IsNull() }, { until: at });
      await insertRows(manager, MemberVersionEntity, versions as QueryDeepPartialEntity<MemberVersionEntity>[]);
    }
  }
}

function membersOf({ targetKind, targetId }: Change): string[] {
  return targetKind === "member" ? [targetId] : [];
}

/** E-mails of those whose part in the implementation a change gives or takes: members have it by their address. */
function stakeholdersOf({ before, after }: Change): string[] {
  return [before, after].flatMap((state) => {
    const stakeholders = state?.["stakeholders"];
    if (!Array.isArray(stakeholders)) return [];
    return stakeholders.flatMap((one: { email?: unknown } | null) =>
      typeof one?.email === "string" ? [one.email] : [],
    );
  });
}
