import type { EntityManager } from "typeorm";
import type { LedgerDocument } from "../../erp/connector/ledger-document";
import { insertRows } from "../../infra/db/query/rows";
import { documentsOf } from "../document/record-document";
import { RecordEntity } from "../record/record.entity";
import { LedgerSnapshotEntity } from "../record/ledger-snapshot.entity";

/**
 * Keeps what the ledger took of a record, in the transaction that says so. Nothing of what it was made from can have
 * changed since it was sent: it is locked while it is on its way.
 */
export async function keepSnapshot(
  manager: EntityManager,
  record: RecordEntity,
  publicUrl: string,
  at: string,
): Promise<void> {
  const [document] = await documentsOf(manager, [{ ...record, externalId: null }], publicUrl);
  await manager.delete(LedgerSnapshotEntity, { id: record.id });
  if (!document || "missing" in document || record.externalId === null) return;
  const { id, companyId, revision, externalId } = record;
  await insertRows(manager, LedgerSnapshotEntity, [{ id, companyId, revision, externalId, document, createdAt: at }]);
}

/** What was delivered of the record, as far as it is still what it is tied to; null: that is not known. */
export function deliveredOf(
  record: RecordEntity,
  snapshots: ReadonlyMap<string, LedgerSnapshotEntity>,
): LedgerDocument | null {
  const snapshot = snapshots.get(record.id);
  if (snapshot?.externalId !== record.externalId || snapshot.revision !== record.revision) return null;
  return snapshot.document;
}
