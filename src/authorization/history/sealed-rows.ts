import { mapInTurns } from "../../kernel/deadline";
import { In, IsNull, type EntityManager, type FindOperator } from "typeorm";
import { ApiKeyEntity } from "../../directory/api-keys/api-key.entity";
import { keysOfCompany } from "../../directory/api-keys/keys-of-company";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import { sealDigest, type RightsSeal } from "../../tenant/companies/rights-seal";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { isRunning } from "../../tenant/companies/vendor-desk";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { IdentityLinkEntity } from "../../tenant/identity/identity-link.entity";
import { groupBy } from "../../kernel/groups";
import { lastSeal } from "../seals/seal-chain";
import { CompanyVersionEntity } from "./company-version.entity";
import { MemberVersionEntity } from "./member-version.entity";

/*
 * What a change binds to the audit trail, and what the proof computes anew from the tables (proof/). Only what decides who
 * may do what: names and preferences are not sealed.
 */

const ROWS_BATCH_SIZE = 500;

export function companyVersionSeal({ id, companyId, at, state }: CompanyVersionEntity): RightsSeal {
  return { kind: "company_version", id, of: companyId, at, digest: sealDigest(state) };
}

export function memberVersionSeal({ id, memberId, at, state }: MemberVersionEntity): RightsSeal {
  return { kind: "member_version", id, of: memberId, at, digest: sealDigest(state) };
}

/** Of e-mails and accounts: whoever changes what finds a member takes their rights. */
export async function addressSeals(manager: EntityManager, members: readonly MemberEntity[]): Promise<RightsSeal[]> {
  const seals: RightsSeal[] = [];
  for (const some of portions(members)) {
    const links = await manager.findBy(IdentityLinkEntity, { memberId: idsOf(some), endedAt: IsNull() });
    const byMember = groupBy(links, ({ memberId }) => memberId ?? "");
    for (const { id, email } of some)
      seals.push({ kind: "address", id, digest: sealDigest({ email, accounts: accountsIn(byMember.get(id)) }) });
  }
  return seals;
}

function accountsIn(links: readonly IdentityLinkEntity[] = []): string[] {
  return links.map(({ issuer, subject }) => JSON.stringify([issuer, subject]));
}

function idsOf(rows: readonly { readonly id: string }[]): FindOperator<string> {
  return In<string>(rows.map(({ id }) => id)) as FindOperator<string>;
}

/** Named one by one: a column that a later release adds was not sealed. */
export function grantSeal(grant: GrantEntity): RightsSeal {
  const { id, companyId, memberId, feature, direction, projectIds, ceilingMinor, ceilingCurrency } = grant;
  const { validFrom, validUntil, givenBy, givenAt, reason, revokedAt, revokedBy, revokeReason } = grant;
  const scope = { feature, direction, projectIds, ceilingMinor, ceilingCurrency, validFrom, validUntil };
  const history = { givenBy, givenAt, reason, revokedAt, revokedBy, revokeReason };
  return { kind: "grant", id, digest: sealDigest({ companyId, memberId, ...scope, ...history }) };
}

/** Of the key as far as it reaches this company: what others do to it is in their trails. */
export function apiKeySeal(
  { id, prefix, hash, scopes, expiresAt, ...key }: ApiKeyEntity,
  companyId: string,
): RightsSeal {
  const reaches = key.revokedAt === null && (key.companyIds ?? []).includes(companyId);
  return { kind: "api_key", id, digest: sealDigest({ prefix, hash, scopes, expiresAt, reaches }) };
}

/** Seals of the rows that the changes name, and of grants that their members got or lost with them, as they are now. */
export async function sealsOfRows(
  { manager, company, at }: ChangeScope,
  changes: readonly Change[],
): Promise<RightsSeal[]> {
  const companyId = company.id;
  const of = (kind: string) => [
    ...new Set(changes.filter(({ targetKind }) => targetKind === kind).map(({ targetId }) => targetId)),
  ];
  const seals: RightsSeal[] = [];
  for (const ids of portions(of("grant")))
    seals.push(...(await mapInTurns(await manager.findBy(GrantEntity, { companyId, id: In(ids) }), grantSeal)));
  // A list that is imported has one entry for each person, whatever they get.
  for (const ids of portions(of("member"))) {
    const own = { companyId, memberId: In(ids) };
    const touched = [
      { ...own, givenAt: at },
      { ...own, revokedAt: at },
    ];
    seals.push(...(await mapInTurns(await manager.findBy(GrantEntity, touched), grantSeal)));
  }
  for (const ids of portions(of("api_key")))
    seals.push(...(await manager.findBy(ApiKeyEntity, { id: In(ids) })).map((key) => apiKeySeal(key, companyId)));
  const isStaffed = changes.some(({ targetKind, action }) => STAFFED.includes(targetKind) || STAFFED.includes(action));
  if (!isStaffed) return seals;
  return [...seals, ...(await staffSeals(manager, await actingStaff(manager, companyId, at)))];
}

/** Of everything that there is, as it stands. */
export async function sealsOfAll({ manager, company, at }: ChangeScope): Promise<RightsSeal[]> {
  const where = { companyId: company.id };
  const order = { at: "ASC", id: "ASC" } as const;
  const states = await manager.find(CompanyVersionEntity, { where, order });
  const versions = await manager.find(MemberVersionEntity, { where, order });
  const keys = (await manager.findBy(ApiKeyEntity, keysOfCompany(company.id))).filter((key) =>
    key.companyIds?.includes(company.id),
  );
  return [
    ...states.map((row) => ({ ...companyVersionSeal(row), ...endOf(row) })),
    ...versions.map((row) => ({ ...memberVersionSeal(row), ...endOf(row) })),
    ...(await addressSeals(manager, await manager.findBy(MemberEntity, where))),
    ...(await manager.findBy(GrantEntity, where)).map(grantSeal),
    ...keys.map((key) => apiKeySeal(key, company.id)),
    ...(await staffSeals(manager, await actingStaff(manager, company.id, at))),
  ];
}

/** What holds now ends where the next one begins, like every other. */
function endOf({ until }: { readonly until: string | null }): Pick<RightsSeal, "until"> {
  return until === null ? {} : { until };
}

const STAFFED = ["staff_assignment", "vendor_staff", "company.registered"];

/** Where the chain of the decision log ends, without its number: that would tell what happens at other companies. */
export async function decisionLogSeal(manager: EntityManager): Promise<RightsSeal[]> {
  const last = await lastSeal(manager);
  return last ? [{ kind: "decision_log", id: "decision_log", at: last.until, digest: last.hash }] : [];
}

/** Vendor staff who act in the company at the instant, and what finds and empowers them. */
export async function actingStaff(manager: EntityManager, companyId: string, at: string): Promise<VendorStaffEntity[]> {
  const assignments = await manager.findBy(StaffAssignmentEntity, { companyId });
  const acting = assignments.filter((assignment) => isRunning(assignment, at)).map(({ staffId }) => staffId);
  return manager.find(VendorStaffEntity, { where: { id: In([...new Set(acting)]) }, order: { id: "ASC" } });
}

export async function staffSeals(manager: EntityManager, people: readonly VendorStaffEntity[]): Promise<RightsSeal[]> {
  const links = await manager.findBy(IdentityLinkEntity, { staffId: idsOf(people), endedAt: IsNull() });
  const byStaff = groupBy(links, ({ staffId }) => staffId ?? "");
  return people.map(({ id, email, active, superUser }) => {
    const accounts = accountsIn(byStaff.get(id));
    return { kind: "staff", id, digest: sealDigest({ email, active, superUser, accounts }) };
  });
}

/** In parts that a statement takes. */
export function portions<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += ROWS_BATCH_SIZE) parts.push(all.slice(from, from + ROWS_BATCH_SIZE));
  return parts;
}
