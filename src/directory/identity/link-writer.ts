import { IsNull, type EntityManager } from "typeorm";
import type { Change, ChangeState, CompanyChangePort } from "../../tenant/companies/company-change";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { isRunning } from "../../tenant/companies/vendor-desk";
import { fingerprint, type Account } from "../../tenant/identity/account";
import { IdentityLinkEntity, type Linker } from "../../tenant/identity/identity-link.entity";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import type { KnownActor } from "../../policy/ports";

/** Whom an account is to be linked with. */
export type Linked =
  | { readonly companyId: string; readonly memberId: string; readonly staffId: null }
  | { readonly companyId: null; readonly memberId: null; readonly staffId: string };

interface Writing {
  readonly manager: EntityManager;
  readonly at: string;
}

export async function insertLink(
  { manager, at }: Writing,
  { issuer, subject }: Account,
  linked: Linked,
  by: { readonly kind: Linker; readonly id: string },
): Promise<void> {
  const made = { linkedAt: at, linkedByKind: by.kind, linkedBy: by.id };
  const inForce = { endedAt: null, endedBy: null, endReason: null };
  await insertRows(manager, IdentityLinkEntity, [{ id: newId(), issuer, subject, ...linked, ...made, ...inForce }]);
}

/** Ends the person's links, and answers them as they were. */
export async function endLinks(
  { manager, at }: Writing,
  { memberId, staffId }: Linked,
  by: KnownActor,
  reason: string,
): Promise<IdentityLinkEntity[]> {
  const where = memberId === null ? { staffId, endedAt: IsNull() } : { memberId, endedAt: IsNull() };
  const held = await manager.findBy(IdentityLinkEntity, where);
  for (const { id } of held)
    await manager.update(IdentityLinkEntity, { id }, { endedAt: at, endedBy: by.id, endReason: reason });
  return held;
}

/** Accounts as the audit trail has them; null: none. */
export function stateOf(accounts: readonly Account[]): ChangeState | null {
  if (accounts.length === 0) return null;
  return { accounts: accounts.map((account) => ({ issuer: account.issuer, account: fingerprint(account) })) };
}

/** A change of one of the vendor's staff, in the trail of each company that they serve; in the order of ids. */
export async function recordAtCompanies(
  changes: CompanyChangePort,
  { manager, at }: Writing,
  by: KnownActor,
  change: Change,
): Promise<void> {
  const assignments = await manager.findBy(StaffAssignmentEntity, { staffId: change.targetId });
  const served = assignments.filter((assignment) => isRunning(assignment, at)).map(({ companyId }) => companyId);
  for (const companyId of [...new Set(served)].sort())
    await changes.runAs(by, companyId, (scope) => scope.record(change));
}
