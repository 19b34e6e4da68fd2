import type { EntityManager } from "typeorm";
import { StakeholderEntity } from "./stakeholder.entity";

/** The company's stakeholders, by part. */
export function stakeholdersOf(manager: EntityManager, companyId: string): Promise<StakeholderEntity[]> {
  return manager.find(StakeholderEntity, { where: { companyId }, order: { role: "ASC", email: "ASC" } });
}

/** A part as the audit trail keeps it. */
export function partState({ role, email, name, required, memberId }: StakeholderEntity) {
  return { role, email, name, required, memberId };
}
