import { IsNull } from "typeorm";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import { movedPeople, type MovedPerson } from "../../tenant/companies/moved-people";
import { membersByEmail } from "../../tenant/companies/people";
import { partState, stakeholdersOf } from "./stakeholder-list";
import { StakeholderEntity } from "./stakeholder.entity";

/**
 * A stakeholder is one person, by e-mail until the directory has them and as that member from then on: who is added later is
 * linked, and a changed e-mail takes the part along.
 */
export async function followMembers(scope: ChangeScope, changes: readonly Change[]): Promise<void> {
  if (!changes.some(({ targetKind }) => targetKind === "member")) return;
  const before = await stakeholdersOf(scope.manager, scope.company.id);
  for (const moved of movedPeople(changes)) await takeAlong(scope, before, moved);
  await linkNewcomers(scope, before);
  const after = before.length === 0 ? before : await stakeholdersOf(scope.manager, scope.company.id);
  if (JSON.stringify(before.map(partState)) === JSON.stringify(after.map(partState))) return;
  const [from, to] = [before, after].map((list) => ({ stakeholders: list.map(partState) }));
  const target = { targetKind: "company", targetId: scope.company.id };
  await scope.record({ action: "stakeholders.set", ...target, before: from ?? null, after: to ?? null });
}

async function takeAlong(
  { manager }: ChangeScope,
  stakeholders: readonly StakeholderEntity[],
  { memberId, from, to }: MovedPerson,
): Promise<void> {
  const own = stakeholders.filter((row) => row.memberId === memberId || (row.memberId === null && row.email === from));
  const there = stakeholders.filter(({ email }) => email === to);
  for (const row of own) {
    const twin = there.find(({ role, id }) => role === row.role && id !== row.id);
    // Named for the same part under both addresses, it is one part.
    if (twin) await manager.delete(StakeholderEntity, { id: twin.id });
    const required = row.required || (twin?.required ?? false);
    await manager.update(StakeholderEntity, { id: row.id }, { email: to, memberId, required });
  }
}

async function linkNewcomers(
  { manager, company }: ChangeScope,
  stakeholders: readonly StakeholderEntity[],
): Promise<void> {
  const unlinked = stakeholders.filter(({ memberId }) => memberId === null);
  if (unlinked.length === 0) return;
  const emails = unlinked.map(({ email }) => email);
  for (const [email, { id }] of await membersByEmail(manager, company.id, emails))
    await manager.update(StakeholderEntity, { companyId: company.id, email, memberId: IsNull() }, { memberId: id });
}
