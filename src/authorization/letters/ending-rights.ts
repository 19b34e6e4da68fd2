import { Between, In, IsNull, type EntityManager } from "typeorm";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import type { Database } from "../../infra/db/database";
import { DAY_MS, instantAfter } from "../../kernel/clock";
import { sameTimeDaysBefore } from "../../kernel/days";
import { oneBy } from "../../kernel/groups";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { grantFacts } from "../facts/facts-loader";
import type { ReviewedState } from "../review/review-kinds";

/** How many of the company's days before the end people hear of it, the last call first. */
export const ENDING_DAYS = [1, 7] as const;
export type EndingDays = (typeof ENDING_DAYS)[number];
/** Clocks that are set back make a day longer. */
const MARGIN_MS = DAY_MS;

/** A right that ends soon. */
export interface EndingRight {
  readonly until: string;
  /** Which call it is. */
  readonly days: EndingDays;
  readonly holder: { readonly id: string; readonly name: string; readonly email: string };
  readonly reference: string;
  /** Without its end, which the letter tells. */
  readonly state: ReviewedState;
}

type Where = Pick<CompanyEntity, "id" | "country" | "timezone">;

/** Ids of the companies in which something may be about to end. */
export async function companiesOfEndings(database: Database, at: string): Promise<string[]> {
  const until = soon(at);
  const select = { companyId: true } as const;
  const grants = await database.read().find(GrantEntity, { select, where: { validUntil: until, revokedAt: IsNull() } });
  const assigned = await database.read().find(StaffAssignmentEntity, { select, where: { assignedUntil: until } });
  return [...new Set([...grants, ...assigned].map(({ companyId }) => companyId))].sort();
}

/** What ends in the company, and does not go on by another right of the same holder. */
export async function endingRights(manager: EntityManager, company: Where, at: string): Promise<EndingRight[]> {
  return [...(await endingGrants(manager, company, at)), ...(await endingAssignments(manager, company, at))];
}

async function endingGrants(manager: EntityManager, company: Where, at: string): Promise<EndingRight[]> {
  const where = { companyId: company.id, validUntil: soon(at), revokedAt: IsNull() };
  const grants = await manager.find(GrantEntity, { where, order: { id: "ASC" } });
  if (grants.length === 0) return [];
  const memberId = In(grants.map((grant) => grant.memberId));
  const open = await manager.findBy(GrantEntity, { companyId: company.id, memberId, revokedAt: IsNull() });
  const goesOn = (ended: GrantEntity) => open.some((one) => isOther(one, ended) && reaches(one, ended));
  const holders = oneBy(
    await manager.findBy(MemberEntity, { companyId: company.id, id: memberId, active: true }),
    ({ id }) => id,
  );
  return grants.flatMap((grant) => {
    const { grantId: reference, validUntil: until, ...facts } = grantFacts(grant);
    const holder = holders.get(grant.memberId);
    const days = until === null ? null : callOf(company, { since: grant.givenAt, until }, at);
    if (!holder || until === null || days === null || goesOn(grant)) return [];
    return [{ until, days, holder, reference, state: { kind: "grant", ...facts, validUntil: null } }];
  });
}

async function endingAssignments(manager: EntityManager, company: Where, at: string): Promise<EndingRight[]> {
  const all = await manager.find(StaffAssignmentEntity, { where: { companyId: company.id }, order: { id: "ASC" } });
  const people = oneBy(
    await manager.findBy(VendorStaffEntity, { id: In(all.map(({ staffId }) => staffId)), active: true }),
    ({ id }) => id,
  );
  return all.flatMap(({ id, staffId, role, assignedFrom, assignedUntil: until }) => {
    const holder = people.get(staffId);
    const days = until === null ? null : callOf(company, { since: assignedFrom, until }, at);
    const goesOn = all.some(
      (other) =>
        other.staffId === staffId &&
        (other.role === role || other.role === "specialist") &&
        other.assignedFrom <= (until ?? "") &&
        (other.assignedUntil === null || other.assignedUntil > (until ?? "")),
    );
    if (!holder || until === null || days === null || goesOn) return [];
    return [{ until, days, holder, reference: id, state: { kind: "staff_assignment", role, until: null } }];
  });
}

function soon(at: string) {
  return Between(at, instantAfter(at, Math.max(...ENDING_DAYS) * DAY_MS + MARGIN_MS));
}

/**
 * Which call is due; null: none. A day before the end it is the last one, also where the first was missed. Who got the right
 * after a call was due knows it.
 */
function callOf(
  company: Where,
  { since, until }: { readonly since: string; readonly until: string },
  at: string,
): EndingDays | null {
  if (until <= at) return null;
  const due = (days: EndingDays) => sameTimeDaysBefore(zoneOf(company), until, days);
  const days = ENDING_DAYS.find((one) => due(one) <= at);
  return days === undefined || since >= due(days) ? null : days;
}

/** A grant of the same, to the same person, that ends later. */
function isOther(one: GrantEntity, ended: GrantEntity): boolean {
  const isSame = one.memberId === ended.memberId && one.feature === ended.feature && one.direction === ended.direction;
  return isSame && one.id !== ended.id && (one.validUntil === null || one.validUntil > (ended.validUntil ?? ""));
}

function reaches(one: GrantEntity, ended: GrantEntity): boolean {
  const projects = one.projectIds === null || (ended.projectIds ?? []).every((id) => one.projectIds?.includes(id));
  const anyProject = one.projectIds === null || ended.projectIds !== null;
  const ceiling = one.ceilingMinor === null || (ended.ceilingMinor !== null && one.ceilingMinor >= ended.ceilingMinor);
  return projects && anyProject && ceiling && (one.validFrom === null || one.validFrom <= (ended.validUntil ?? ""));
}
