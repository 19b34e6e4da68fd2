import type { EntityManager } from "typeorm";
import type { ItemReference } from "../item/item";
import { RecordEntity } from "../record/record.entity";

/** The same as `isBlocked` of readiness.ts over stored rows, on both databases; a property test holds them equal. */
const BLOCKED = `CASE WHEN "itemComplete" = true AND NOT EXISTS (
  SELECT 1 FROM "record_reference" "needed" WHERE "needed"."recordId" = "erp_record"."id" AND NOT EXISTS (
    SELECT 1 FROM "erp_record" "held" WHERE "held"."companyId" = "needed"."companyId"
      AND "held"."feature" = "needed"."feature" AND "held"."sourceKey" = "needed"."sourceKey"
      AND "held"."externalId" IS NOT NULL AND "held"."state" NOT IN ('archived', 'staged')))
  THEN false ELSE true END`;

/** Sets anew whether the record is blocked, and answers it. */
export async function refreshBlocked(manager: EntityManager, id: string): Promise<boolean> {
  const update = manager
    .createQueryBuilder()
    .update(RecordEntity)
    .set({ prerequisitesBlocked: () => BLOCKED });
  await update.where(`"id" = :id`, { id }).execute();
  const row = await manager.findOne(RecordEntity, { where: { id }, select: { id: true, prerequisitesBlocked: true } });
  return row?.prerequisitesBlocked ?? true;
}

/** The same, in one statement, for all records that build on the one of that name. */
export async function refreshDependents(
  manager: EntityManager,
  companyId: string,
  { feature, sourceKey }: ItemReference,
): Promise<void> {
  const dependents = `"id" IN (SELECT "recordId" FROM "record_reference"
    WHERE "companyId" = :companyId AND "feature" = :feature AND "sourceKey" = :sourceKey)`;
  const update = manager
    .createQueryBuilder()
    .update(RecordEntity)
    .set({ prerequisitesBlocked: () => BLOCKED });
  await update.where(dependents, { companyId, feature, sourceKey }).execute();
}
