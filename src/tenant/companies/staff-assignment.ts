import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import type { StaffRole } from "../../policy/model/vocabulary";
import type { ChangeScope } from "./company-change";
import { StaffAssignmentEntity } from "./staff-assignment.entity";

/** Stores an assignment that starts now. */
export async function storeAssignment(
  { manager, company, by, at }: ChangeScope,
  { staffId, role, until }: { staffId: string; role: StaffRole; until: string | null },
): Promise<StaffAssignmentEntity> {
  const time = { assignedFrom: at, assignedUntil: until, assignedBy: by.id, createdAt: at };
  const row = { id: newId(), companyId: company.id, staffId, role, ...time };
  await insertRows(manager, StaffAssignmentEntity, [row]);
  return Object.assign(new StaffAssignmentEntity(), row);
}
