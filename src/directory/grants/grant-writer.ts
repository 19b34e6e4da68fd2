import { In, IsNull, type EntityManager } from "typeorm";
import type { ChangeScope } from "../../tenant/audit/company-changes";
import type { AuditState } from "../../tenant/audit/audit-entry.entity";
import { groupBy } from "../../kernel/groups";
import { newId } from "../../kernel/ids";
import type { GrantTerms } from "./grant-terms";
import { sameRight } from "./grant-terms";
import { GrantEntity } from "./grant.entity";
import type { MemberEntity } from "../members/member.entity";

/** A right that was given or taken, and the policy revision from which it counts. */
export interface GrantChange {
  readonly grant: GrantEntity;
  readonly policyRevision: number;
}

/** The member's grants that are neither revoked nor over. */
export async function openGrants(manager: EntityManager, member: MemberEntity, at: string): Promise<GrantEntity[]> {
  return [...((await openGrantsOf(manager, member.companyId, [member.id], at)).get(member.id) ?? [])];
}

/** The same of several members of one company, by member. */
export async function openGrantsOf(
  manager: EntityManager,
  companyId: string,
  memberIds: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, readonly GrantEntity[]>> {
  const order = { givenAt: "ASC", id: "ASC" } as const;
  const where = { companyId, memberId: In(memberIds), revokedAt: IsNull() };
  const held = await manager.find(GrantEntity, { where, order });
  const open = held.filter(({ validUntil }) => validUntil === null || at < validUntil);
  return groupBy(open, ({ memberId }) => memberId);
}

/** The member's open grant of exactly that right, if they hold it already. */
export async function sameOpenGrant(
  { manager, at }: ChangeScope,
  member: MemberEntity,
  terms: GrantTerms,
): Promise<GrantEntity | undefined> {
  return (await openGrants(manager, member, at)).find((grant) => sameRight(grant, terms));
}

/** Stores the right, with its audit entry. The policy must have allowed it. */
export async function storeGrant(scope: ChangeScope, member: MemberEntity, terms: GrantTerms): Promise<GrantChange> {
  const { manager, by, at } = scope;
  const grant = Object.assign(new GrantEntity(), {
    id: newId(),
    companyId: member.companyId,
    memberId: member.id,
    feature: terms.feature,
    direction: terms.direction,
    projectIds: terms.projectIds,
    ceilingMinor: terms.ceiling?.minor ?? null,
    ceilingCurrency: terms.ceiling?.currency ?? null,
    validFrom: terms.validFrom,
    validUntil: terms.validUntil,
    givenBy: by.id,
    givenAt: at,
    reason: terms.reason,
    revokedAt: null,
    revokedBy: null,
    revokeReason: null,
    createdAt: at,
  });
  await manager.createQueryBuilder().insert().into(GrantEntity).values(grant).updateEntity(false).execute();
  const change = { action: "grant.given", targetKind: "grant", targetId: grant.id, before: null };
  const policyRevision = await scope.record({ ...change, after: stateOf(grant, member), why: terms.reason });
  return { grant, policyRevision };
}

/** Ends the right now, with its audit entry. The policy must have allowed it. */
export async function storeRevocation(
  scope: ChangeScope,
  member: MemberEntity,
  grant: GrantEntity,
  reason: string,
): Promise<GrantChange> {
  const { manager, by, at } = scope;
  const end = { revokedAt: at, revokedBy: by.id, revokeReason: reason };
  await manager.update(GrantEntity, { id: grant.id, revokedAt: IsNull() }, end);
  const revoked = Object.assign(new GrantEntity(), grant, end);
  const policyRevision = await scope.record({
    action: "grant.revoked",
    targetKind: "grant",
    targetId: grant.id,
    before: stateOf(grant, member),
    after: stateOf(revoked, member),
    why: reason,
  });
  return { grant: revoked, policyRevision };
}

/** The right as the audit trail keeps it, readable after the member's record has changed. */
function stateOf(grant: GrantEntity, member: MemberEntity): AuditState {
  const { ceilingMinor, ceilingCurrency, companyId: _company, createdAt: _created, ...rest } = grant;
  const ceiling = ceilingMinor === null ? null : { minor: ceilingMinor, currency: ceilingCurrency };
  return { ...rest, member: member.email, ceiling };
}
