import type { RecordPolicies } from "./access/record-policies";
import type { ImportServiceParts, ImportServices } from "./app-imports";
import type { RecordDesk } from "./record/change/record-desk";
import { Reconciler } from "./record/reconciliation/reconciler";
import {
  ReconcileResolver,
  ReconciliationListResolver,
  ReconciliationRowResolver,
  ReconciliationRowsResolver,
} from "./record/reconciliation/reconciliation.graphql";
import { ReconciliationService } from "./record/reconciliation/reconciliation.service";
import type { RecordService } from "./record/record.service";

export interface ReconciliationServiceParts extends ImportServiceParts {
  readonly imports: ImportServices;
  readonly desk: RecordDesk;
  readonly records: RecordService;
}

export type ReconciliationServices = ReturnType<typeof createReconciliation>;

/** What has become of delivered records in their ledgers. */
export function createReconciliation(parts: ReconciliationServiceParts) {
  const { ledgerRoutes, laneCalls } = parts.imports;
  const reconciler = new Reconciler({ ...parts, calls: laneCalls, ledgers: ledgerRoutes });
  return { reconciler, reconciliation: new ReconciliationService({ ...parts, reconciler }) };
}

export const RECONCILIATION_RESOLVERS = [
  ReconcileResolver,
  ReconciliationListResolver,
  ReconciliationRowsResolver,
  ReconciliationRowResolver,
];

export function reconciliationResolvers(
  s: ReconciliationServices & { database: ImportServiceParts["database"]; recordRights: RecordPolicies },
): object[] {
  return [
    new ReconcileResolver(s.reconciliation),
    new ReconciliationListResolver(s.database),
    new ReconciliationRowsResolver(s.database, s.recordRights),
    new ReconciliationRowResolver(s.database),
  ];
}
