import type { QueryDeepPartialEntity } from "typeorm";
import type { Change, ChangeScope } from "../../tenant/audit/company-changes";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import type { PersonPlan, Rights } from "./access-list-plan";
import type { GrantTerms } from "../grants/grant-terms";
import { GrantEntity } from "../grants/grant.entity";
import { MemberEntity } from "../members/member.entity";

/** Ids in one UPDATE. */
const BATCH_SIZE = 1000;

/** Writes what becomes of some people, with one audit entry for each, in a number of statements that depends on none of them. */
export async function writePlans(scope: ChangeScope, plans: readonly PersonPlan[], reason: string): Promise<void> {
  const { manager } = scope;
  const added: MemberEntity[] = [];
  const given: GrantEntity[] = [];
  const entries: Change[] = [];
  for (const plan of plans) {
    const why = plan.row?.reason ?? reason;
    const member = plan.present?.member ?? newMember(scope, plan);
    if (!plan.present) added.push(member);
    const grants = plan.gives.map((terms) => newGrant(scope, member, { ...terms, reason: why }));
    given.push(...grants);
    entries.push(entryOf(plan, member, grants, why));
  }
  await insertRows(manager, MemberEntity, added);
  await updateRights(scope, plans);
  await revoke(scope, plans, reason);
  await insertRows(manager, GrantEntity, given as QueryDeepPartialEntity<GrantEntity>[]);
  await scope.recordAll(entries);
}

function newMember({ company, at }: ChangeScope, { email, name, rights }: PersonPlan): MemberEntity {
  return {
    id: newId(),
    companyId: company.id,
    email,
    name,
    toolLevel: rights.toolLevel,
    // The list is about the ledger; who may change the directory is told there.
    directoryLevel: "none",
    canPushToAccounting: rights.canPushToAccounting,
    digest: true,
    active: true,
    mirrored: false,
    erasedAt: null,
    version: 1,
    createdAt: at,
  };
}

function newGrant({ company, by, at }: ChangeScope, member: MemberEntity, terms: GrantTerms): GrantEntity {
  const { ceiling, projectIds, ...rest } = terms;
  return {
    ...rest,
    projectIds: projectIds && [...projectIds],
    id: newId(),
    companyId: company.id,
    memberId: member.id,
    ceilingMinor: ceiling?.minor ?? null,
    ceilingCurrency: ceiling?.currency ?? null,
    givenBy: by.id,
    givenAt: at,
    revokedAt: null,
    revokedBy: null,
    revokeReason: null,
    createdAt: at,
  };
}

/** People who end at the same level and privilege are one UPDATE. */
async function updateRights({ manager }: ChangeScope, plans: readonly PersonPlan[]): Promise<void> {
  const groups = new Map<string, { readonly rights: Rights; readonly ids: string[] }>();
  for (const { present, rights, rightsChanged } of plans) {
    if (!present || !rightsChanged) continue;
    const key = `${rights.toolLevel} ${rights.canPushToAccounting}`;
    const group = groups.get(key) ?? { rights, ids: [] };
    group.ids.push(present.member.id);
    groups.set(key, group);
  }
  for (const { rights, ids } of groups.values()) {
    for (let from = 0; from < ids.length; from += BATCH_SIZE) {
      const next = { ...rights, version: () => "version + 1" };
      const query = manager.createQueryBuilder().update(MemberEntity).set(next).updateEntity(false);
      await query.whereInIds(ids.slice(from, from + BATCH_SIZE)).execute();
    }
  }
}

async function revoke({ manager, by, at }: ChangeScope, plans: readonly PersonPlan[], reason: string): Promise<void> {
  const byReason = new Map<string, string[]>();
  for (const { row, revokes } of plans) {
    const why = row?.reason ?? reason;
    const ids = byReason.get(why) ?? [];
    if (revokes.length > 0) byReason.set(why, [...ids, ...revokes.map(({ id }) => id)]);
  }
  for (const [revokeReason, ids] of byReason) {
    for (let from = 0; from < ids.length; from += BATCH_SIZE) {
      const end = { revokedAt: at, revokedBy: by.id, revokeReason };
      const query = manager.createQueryBuilder().update(GrantEntity).set(end).updateEntity(false);
      await query.whereInIds(ids.slice(from, from + BATCH_SIZE)).execute();
    }
  }
}

function entryOf(plan: PersonPlan, member: MemberEntity, given: readonly GrantEntity[], why: string): Change {
  const { present, rights, revokes } = plan;
  const kept = (present?.grants ?? []).filter((grant) => !revokes.includes(grant));
  return {
    action: present ? "member.rights_changed" : "member.added",
    targetKind: "member",
    targetId: member.id,
    before: present && stateOf(member, member, present.grants),
    after: stateOf(member, rights, [...kept, ...given]),
    why,
  };
}

/** A person's rights as the audit trail keeps them, readable after the records have changed. */
function stateOf({ email, name }: MemberEntity, rights: Rights, grants: readonly GrantEntity[]) {
  const { toolLevel, canPushToAccounting } = rights;
  return { email, name, toolLevel, canPushToAccounting, grants: grants.map(grantState) };
}

function grantState(grant: GrantEntity) {
  const { id, feature, direction, projectIds, ceilingMinor, ceilingCurrency, validFrom, validUntil } = grant;
  const ceiling = ceilingMinor === null ? null : { minor: ceilingMinor, currency: ceilingCurrency };
  return { id, feature, direction, projectIds, ceiling, validFrom, validUntil };
}
