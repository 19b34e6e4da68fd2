import type { RecordPolicies } from "./records/rights/record-policies";
import type { ImportServiceParts, ImportServices } from "./app-imports";
import type { RecordAnswers } from "./records/types/stale-record.graphql";
import type { RecordDesk } from "./records/transaction/record-desk";
import { Reconciler } from "./records/reconciliation/reconciler";
import {
  ReconcileResolver,
  ReconciliationListResolver,
  ReconciliationRowResolver,
  ReconciliationRowsResolver,
} from "./records/reconciliation/reconciliation.graphql";
import { ReconciliationService } from "./records/reconciliation/reconciliation.service";
import type { RecordService } from "./records/approval/record.service";

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
  s: ReconciliationServices & {
    database: ImportServiceParts["database"];
    recordRights: RecordPolicies;
    answers: RecordAnswers;
  },
): object[] {
  return [
    new ReconcileResolver(s.reconciliation, s.answers),
    new ReconciliationListResolver(s.database),
    new ReconciliationRowsResolver(s.database, s.recordRights),
    new ReconciliationRowResolver(s.database),
  ];
}
