import { In, IsNull, LessThan, MoreThan, Or } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Database } from "../../infra/db/database";
import { groupBy, oneBy } from "../../kernel/groups";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import type { Facts, SubjectFacts } from "../../policy/model/facts";
import { NO_COMPANY } from "../answer/answer";
import { assignedFacts, grantFacts, type FactsLoader } from "../facts/facts-loader";
import { CompanyVersionEntity, type CompanyState } from "./company-version.entity";
import { MemberVersionEntity } from "./member-version.entity";
import { wasHeld } from "./past-facts";

interface Version {
  readonly at: string;
  readonly until: string | null;
}

interface Read {
  readonly companyId: string;
  readonly states: readonly (CompanyVersionEntity | (Version & { readonly state: CompanyState }))[];
  readonly versions: ReadonlyMap<string, readonly MemberVersionEntity[]>;
  readonly grants: ReadonlyMap<string, readonly GrantEntity[]>;
  readonly staff: ReadonlyMap<string, VendorStaffEntity>;
  /** Members without a history, as they are now, with since when they are there. */
  readonly unchanged: ReadonlyMap<string, { readonly since: string; readonly facts: SubjectFacts }>;
}

/** What rights were in the course of a period, for some people: read once, asked for any instant in it. */
export class PastPeriod {
  private constructor(private readonly read: Read) {}

  /** In a constant number of SELECTs. */
  static async read(
    { database, loader }: { readonly database: Database; readonly loader: FactsLoader },
    company: CompanyEntity,
    subjectIds: readonly string[],
    { from, until }: { readonly from: string; readonly until: string },
  ): Promise<PastPeriod> {
    const manager = database.read();
    const within = { at: LessThan(until), until: Or(IsNull(), MoreThan(from)) };
    const companyId = company.id;
    const ids = In([...subjectIds]);
    const states = await manager.findBy(CompanyVersionEntity, { companyId, ...within });
    const versions = await manager.findBy(MemberVersionEntity, { memberId: ids, ...within });
    const ever = await manager.find(MemberVersionEntity, { where: { memberId: ids }, select: { memberId: true } });
    const grants = await manager.findBy(GrantEntity, { companyId, memberId: ids });
    const staff = await manager.findBy(VendorStaffEntity, { id: ids });
    const members = await manager.findBy(MemberEntity, { companyId, id: ids });
    const changed = new Set(ever.map(({ memberId }) => memberId));
    const unchanged = members.filter(({ id }) => !changed.has(id));
    const facts = oneBy(await loader.members(unchanged, until), ({ subjectId }) => subjectId);
    return new PastPeriod({
      companyId,
      states: states.length > 0 ? states : [await present(loader, company)],
      versions: groupBy(versions, ({ memberId }) => memberId),
      grants: groupBy(grants, ({ memberId }) => memberId),
      staff: oneBy(staff, ({ id }) => id),
      unchanged: new Map(
        unchanged.flatMap(({ id, createdAt }) => {
          const now = facts.get(id);
          return now ? [[id, { since: createdAt, facts: now }] as const] : [];
        }),
      ),
    });
  }

  /** By what was known at that very instant. */
  factsAt(subjectId: string | null, at: string): Facts {
    const state = this.read.states.find((version) => holds(version, at))?.state;
    const company = { ...NO_COMPANY, companyId: this.read.companyId, ...state?.facts };
    return { company, subject: subjectId === null ? null : this.subject(subjectId, state, at), at };
  }

  private subject(id: string, state: CompanyState | undefined, at: string): SubjectFacts | null {
    const { companyId, versions, unchanged, staff } = this.read;
    const held = unchanged.get(id);
    const since = held && held.since <= at ? held.facts : null;
    const member = (versions.get(id) ?? []).find((version) => holds(version, at))?.state ?? since;
    if (member) return { ...member, grants: this.grants(id, at) };
    const own = (state?.assignments ?? []).filter(({ staffId }) => staffId === id);
    const rows = own.map((assignment) => ({ ...assignment, companyId }));
    return assignedFacts(rows, staff, at)[0] ?? null;
  }

  private grants(memberId: string, at: string) {
    const own = this.read.grants.get(memberId) ?? [];
    return own.filter((grant) => wasHeld(grant, { at, knownAt: at })).map(grantFacts);
  }
}

/** A company that has never changed since its history is kept. */
async function present(loader: FactsLoader, company: CompanyEntity) {
  const state = { facts: await loader.company(company), assignments: await loader.assignments(company.id) };
  return { at: company.createdAt, until: null, state };
}

function holds({ at: since, until }: Version, at: string): boolean {
  return since <= at && (until === null || at < until);
}
