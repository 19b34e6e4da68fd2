import { DriftFindingEntity } from "./drift-finding.entity";
import { LedgerSnapshotEntity } from "../record/ledger-snapshot.entity";
import { ReconciliationRowEntity } from "./reconciliation-row.entity";
import { ReconciliationEntity } from "./reconciliation.entity";

export const RECONCILIATION_TABLES = [
  LedgerSnapshotEntity,
  DriftFindingEntity,
  ReconciliationEntity,
  ReconciliationRowEntity,
] as const;
