import type { RecordEntity } from "../record/record.entity";
import { RecordEntity as Records } from "../record/record.entity";
import { keyPrefixOf } from "../item/placing";
import { applyEvent, type RecordScope } from "./record-keeping";

/** How a thing of the ERP is named until it is known on the platform; no key of the platform looks like it. */
export function erpKey(externalId: string): string {
  return `erp:${externalId}`;
}

/** The key of what was read from the record's own ledger under that id. */
export function counterpartKey({ sourceKey }: Pick<RecordEntity, "sourceKey">, externalId: string): string {
  return keyPrefixOf(sourceKey) + erpKey(externalId);
}

/** After an export that was linked is unlinked: its counterpart, read from the ERP, can be imported or linked anew. */
export async function unstageCounterpart(scope: RecordScope, record: RecordEntity): Promise<void> {
  if (record.externalId === null) return;
  const where = {
    companyId: record.companyId,
    feature: record.feature,
    sourceKey: counterpartKey(record, record.externalId),
  };
  const counterpart = await scope.manager.findOneBy(Records, where);
  if (counterpart?.state === "archived") await applyEvent(scope, counterpart, "restore", { reason: "Unlinked" });
}
