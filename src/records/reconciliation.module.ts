import { resolver, type Module } from "../infra/module/module";
import type { ImportServices } from "./import.module";
import type { RecordNeeds } from "./needs";
import type { RecordServices } from "./records.module";
import { noticeJob } from "./reconciliation/noticed-changes";
import { Reconciler } from "./reconciliation/reconciler";
import { RECONCILIATION_TABLES } from "./reconciliation/reconciliation-tables";
import {
  ReconcileResolver,
  ReconciliationListResolver,
  ReconciliationRowResolver,
  ReconciliationRowsResolver,
} from "./reconciliation/reconciliation.graphql";
import { ReconciliationService } from "./reconciliation/reconciliation.service";

type Needs = RecordNeeds & ImportServices & RecordServices;

function services(s: Needs) {
  const reconciler = new Reconciler({ ...s, calls: s.laneCalls, ledgers: s.ledgerRoutes });
  return { reconciler, reconciliation: new ReconciliationService({ ...s, desk: s.recordDesk, reconciler }) };
}

export type ReconciliationServices = ReturnType<typeof services>;

/** What has become of delivered records in their ledgers. */
export const reconciliationModule: Module<Needs, ReconciliationServices> = {
  name: "reconciliation",
  entities: RECONCILIATION_TABLES,
  services,
  resolvers: [
    resolver(ReconcileResolver, (s) => new ReconcileResolver(s.reconciliation, s.recordAnswers)),
    resolver(ReconciliationListResolver, (s) => new ReconciliationListResolver(s.database)),
    resolver(ReconciliationRowsResolver, (s) => new ReconciliationRowsResolver(s.database, s.recordRights)),
    resolver(ReconciliationRowResolver, (s) => new ReconciliationRowResolver(s.database)),
  ],
  jobs: (s) => [{ name: "reconciliation", everyMs: 15 * 60_000, work: () => s.reconciler.run() }, noticeJob(s)],
};
