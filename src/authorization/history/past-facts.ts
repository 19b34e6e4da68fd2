import { In, IsNull, LessThanOrEqual, MoreThan, Or } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { groupBy, oneBy } from "../../kernel/groups";
import { GrantEntity } from "../../directory/grants/grant.entity";
import type { MemberEntity } from "../../directory/members/member.entity";
import type { CompanyFacts, SubjectFacts } from "../../policy/model/facts";
import { assignedFacts, grantFacts, whereMembers, type FactsLoader } from "../facts/facts-loader";
import { NO_COMPANY } from "../answer/answer";
import { CompanyVersionEntity, type CompanyState } from "./company-version.entity";
import { MemberVersionEntity, type MemberState } from "./member-version.entity";

/** An instant asked about, and the instant whose knowledge is asked for. */
export interface PastInstant {
  readonly at: string;
  /** Null: what is known now. */
  readonly knownAt: string | null;
}

/** The instant that a question is about; null: it is about now. */
export function pastOf(
  { at = null, knownAt = null }: { readonly at?: string | null; readonly knownAt?: string | null },
  clock: Clock,
): PastInstant | null {
  return at === null && knownAt === null ? null : { at: at ?? toInstant(clock.now()), knownAt };
}

/** Reads what the policy needs to know as of an instant: a constant number of SELECTs, whatever the history's length. */
export class PastFacts {
  constructor(
    private readonly database: Database,
    private readonly loader: FactsLoader,
  ) {}

  /** Settings, and the assignments that were known; a company without a history is as it is now. */
  async company(company: CompanyEntity, instant: PastInstant): Promise<CompanyState> {
    const manager = this.database.read();
    const since = readAs(instant);
    const where = { companyId: company.id, ...heldAt(since) };
    const version = await manager.findOneBy(CompanyVersionEntity, where);
    // What the policy has learnt to know since then was not so.
    if (version) return { ...version.state, facts: { ...NO_COMPANY, ...version.state.facts } };
    if (await manager.existsBy(CompanyVersionEntity, { companyId: company.id })) return notYet(company);
    const facts = await this.loader.company(company);
    return { facts, assignments: await this.loader.assignments(company.id) };
  }

  /** The facts of members who were there, in any order; in four SELECTs. */
  async members(members: readonly MemberEntity[], instant: PastInstant): Promise<SubjectFacts[]> {
    if (members.length === 0) return [];
    const states = await this.states(members, readAs(instant));
    const grants = groupBy(await this.grants(members, instant), ({ memberId }) => memberId);
    return members.flatMap((member) => {
      const state = states.get(member.id);
      return state ? [{ ...NO_PART, ...state, grants: (grants.get(member.id) ?? []).map(grantFacts) }] : [];
    });
  }

  /** The facts of vendor staff, from the assignments that were known. */
  async staff(
    company: CompanyEntity,
    state: CompanyState,
    staffIds: readonly string[],
    at: string,
  ): Promise<SubjectFacts[]> {
    if (staffIds.length === 0) return [];
    const people = await this.database.read().findBy(VendorStaffEntity, { id: In([...staffIds]) });
    const rows = state.assignments.map((assignment) => ({ ...assignment, companyId: company.id }));
    return assignedFacts(
      rows.filter(({ staffId }) => staffIds.includes(staffId)),
      oneBy(people, ({ id }) => id),
      at,
    );
  }

  /** What each member was, by id; who was not there yet is not in it. */
  private async states(
    members: readonly MemberEntity[],
    since: string,
  ): Promise<ReadonlyMap<string, MemberState | SubjectFacts>> {
    const manager = this.database.read();
    const where = whereMembers(members);
    const versions = await manager.findBy(MemberVersionEntity, { ...where, ...heldAt(since) });
    const states = new Map<string, MemberState | SubjectFacts>(
      versions.map(({ memberId, state }) => [memberId, state]),
    );
    const without = members.filter(({ id, createdAt }) => !states.has(id) && createdAt <= since);
    if (without.length === 0) return states;
    // Whoever has versions, but none then, was not there; whoever has none at all has never changed since they came.
    const later = await manager.find(MemberVersionEntity, { where: whereMembers(without), select: { memberId: true } });
    const known = new Set(later.map(({ memberId }) => memberId));
    const unchanged = without.filter(({ id }) => !known.has(id));
    for (const facts of await this.loader.members(unchanged, since)) states.set(facts.subjectId, facts);
    return states;
  }

  private async grants(members: readonly MemberEntity[], instant: PastInstant): Promise<GrantEntity[]> {
    const rows = await this.database.read().findBy(GrantEntity, whereMembers(members));
    return rows.filter((grant) => wasHeld(grant, instant));
  }
}

/** Versions from before the parts in the implementation were kept. */
const NO_PART: Pick<SubjectFacts, "stakeholderRoles"> = { stakeholderRoles: [] };

/**
 * Whether the right counted at the instant by what was known. A right that was recorded later, but given from an
 * earlier instant on, counts from that instant for whoever knows of it.
 */
export function wasHeld(
  { givenAt, validFrom, revokedAt }: Pick<GrantEntity, "givenAt" | "validFrom" | "revokedAt">,
  { at, knownAt }: PastInstant,
): boolean {
  const isKnown = (instant: string) => knownAt === null || instant <= knownAt;
  const start = validFrom !== null && validFrom < givenAt ? validFrom : givenAt;
  const revoked = revokedAt !== null && isKnown(revokedAt) && revokedAt <= at;
  return isKnown(givenAt) && start <= at && !revoked;
}

/** What is no correction is known when it happens: the state at the earlier of the two instants. */
export function readAs({ at, knownAt }: PastInstant): string {
  return knownAt !== null && knownAt < at ? knownAt : at;
}

function heldAt(instant: string) {
  return { at: LessThanOrEqual(instant), until: Or(IsNull(), MoreThan(instant)) };
}

function notYet({ id }: CompanyEntity): { facts: CompanyFacts; assignments: [] } {
  return { facts: { ...NO_COMPANY, companyId: id }, assignments: [] };
}
