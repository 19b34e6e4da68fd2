import { In, type EntityManager } from "typeorm";
import { StakeholderEntity } from "./stakeholder.entity";

/** The company's stakeholders, by part. */
export function stakeholdersOf(manager: EntityManager, companyId: string): Promise<StakeholderEntity[]> {
  return manager.find(StakeholderEntity, { where: { companyId }, order: { role: "ASC", email: "ASC" } });
}

/** The parts of one address, in lower case, by part. */
export function partsOf(manager: EntityManager, companyId: string, email: string): Promise<StakeholderEntity[]> {
  return manager.find(StakeholderEntity, { where: { companyId, email }, order: { role: "ASC" } });
}

/** Those of the addresses, in lower case, that have a part in the company's implementation. */
export async function partHoldersAmong(
  manager: EntityManager,
  companyId: string,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await manager.findBy(StakeholderEntity, { companyId, email: In([...emails]) });
  return new Set(found.map(({ email }) => email));
}

/** A part as the audit trail keeps it. */
export function partState({ role, email, name, required, memberId }: StakeholderEntity) {
  return { role, email, name, required, memberId };
}
