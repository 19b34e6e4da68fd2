import { In, IsNull, type EntityManager, type QueryDeepPartialEntity } from "typeorm";
import type { Change, ChangeScope, RightsBefore, RightsHistory } from "../../tenant/companies/company-change";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import { RIGHTS_ACCEPTED, type RightsSeal } from "../../tenant/companies/rights-seal";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import { MemberEntity } from "../../directory/members/member.entity";
import type { SubjectFacts } from "../../policy/model/facts";
import type { FactsLoader } from "../facts/facts-loader";
import { CompanyVersionEntity, type CompanyState } from "./company-version.entity";
import { MemberVersionEntity } from "./member-version.entity";
import { personsConcerned } from "./persons-concerned";
import {
  addressSeals,
  companyVersionSeal,
  decisionLogSeal,
  memberVersionSeal,
  portions,
  sealsOfAll,
  sealsOfRows,
} from "./sealed-rows";

/** Targets of changes that leave the company's settings, staff and stakeholders as they are. */
const OF_MEMBERS = ["member", "grant", "project", "api_key"];

/** By which connection the records of a project travel, and whether it is in use, are settings of the company. */
const OF_PROJECTS = ["project.connection_bound", "project.updated"];

/** What a company and its members were when nothing was kept of them yet. */
interface Unkept {
  readonly company: CompanyState;
  readonly members: readonly MemberEntity[];
  readonly facts: readonly SubjectFacts[];
}

/**
 * Keeps what rights were, in the transaction that changes them: what the policy would have read before and after each
 * change. It reads the rows themselves, so that it does not depend on how a change describes itself. What it keeps, and
 * the rows of rights that the changes name, are sealed in the audit trail (sealed-rows.ts).
 */
export class RightsRecorder implements RightsHistory {
  constructor(private readonly loader: FactsLoader) {}

  /** Before the first change that is kept of a company: its settings and members as they are. */
  async begin({ manager, company, at }: ChangeScope): Promise<Unkept | null> {
    if (await manager.existsBy(CompanyVersionEntity, { companyId: company.id })) return null;
    const members = await manager.findBy(MemberEntity, { companyId: company.id });
    return { company: await this.stateOf(company), members, facts: await this.loader.members(members, at) };
  }

  /** After the work: the settings, the members and the rows of rights that the changes name. */
  async keep(
    scope: ChangeScope,
    changes: readonly Change[],
    before: RightsBefore | null,
  ): Promise<readonly RightsSeal[]> {
    const { manager, company, at } = scope;
    const seals = before ? await this.keepUnkept(manager, company, before as Unkept, at) : [];
    if (changes.some(({ targetKind, action }) => !OF_MEMBERS.includes(targetKind) || OF_PROJECTS.includes(action))) {
      // Read again: the work may have changed the row behind the entity.
      const row = await manager.findOneByOrFail(CompanyEntity, { id: company.id });
      seals.push(...(await keepCompany(manager, company.id, await this.stateOf(row), { since: at, at })));
    }
    for (const members of await personsConcerned(manager, company.id, changes)) {
      const facts = await this.loader.members(members, at);
      seals.push(...(await keepMembers(manager, members, facts, { since: () => at, at })));
    }
    const log = await decisionLogSeal(manager);
    if (changes.some(({ action }) => action === RIGHTS_ACCEPTED)) return [...(await sealsOfAll(scope)), ...log];
    return [...seals, ...(await sealsOfRows(scope, changes)), ...log];
  }

  /** Since the company and its members were made. */
  private async keepUnkept(manager: EntityManager, company: CompanyEntity, before: Unkept, at: string) {
    const since = company.createdAt < at ? company.createdAt : at;
    const seals = await keepCompany(manager, company.id, before.company, { since, at });
    const made = { since: ({ createdAt }: MemberEntity) => createdAt, at };
    return [...seals, ...(await keepMembers(manager, before.members, before.facts, made))];
  }

  private async stateOf(company: CompanyEntity): Promise<CompanyState> {
    return { facts: await this.loader.company(company), assignments: await this.loader.assignments(company.id) };
  }
}

async function keepCompany(
  manager: EntityManager,
  companyId: string,
  state: CompanyState,
  { since, at }: { readonly since: string; readonly at: string },
): Promise<RightsSeal[]> {
  const open = await manager.findOneBy(CompanyVersionEntity, { companyId, until: IsNull() });
  if (open && JSON.stringify(open.state) === JSON.stringify(state)) return [];
  await manager.update(CompanyVersionEntity, { companyId, until: IsNull() }, { until: at });
  const version = { id: newId(), companyId, at: since, until: null, state, createdAt: at };
  await insertRows(manager, CompanyVersionEntity, [version as QueryDeepPartialEntity<CompanyVersionEntity>]);
  return [companyVersionSeal(version)];
}

async function keepMembers(
  manager: EntityManager,
  members: readonly MemberEntity[],
  facts: readonly SubjectFacts[],
  { since, at }: { readonly since: (member: MemberEntity) => string; readonly at: string },
): Promise<RightsSeal[]> {
  const versions = members.map((member, index) => {
    const { grants: _own, ...state } = facts[index] ?? { grants: [] };
    const { id: memberId, companyId, active } = member;
    return { id: newId(), companyId, memberId, at: since(member), until: null, active, state, createdAt: at };
  });
  for (const some of portions(members)) {
    const memberId = In(some.map(({ id }) => id));
    await manager.update(MemberVersionEntity, { memberId, until: IsNull() }, { until: at });
  }
  await insertRows(manager, MemberVersionEntity, versions as QueryDeepPartialEntity<MemberVersionEntity>[]);
  return [...(versions as MemberVersionEntity[]).map(memberVersionSeal), ...(await addressSeals(manager, members))];
}
