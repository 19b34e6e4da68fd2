import { FactsImportGate } from "./access/import-gate";
import type { FactsLoader } from "./access/facts-loader";
import type { RecordPolicyParts } from "./access/record-policies";
import type { CompanyChangePort } from "./company/company-change";
import type { CompanyReader } from "./company/company-reader";
import { AppPace } from "./outbox/app-pace";
import { XERO_LIMITS } from "./outbox/pace";
import { LaneCalls } from "./outbox/lane-call";
import type { Authorizer } from "./policy/ports";
import { ErpImportService } from "./record/import/erp-import.service";
import { ErpImportResolver, ErpImportStateResolver } from "./record/import/erp-import.graphql";
import { LedgerImport } from "./record/import/ledger-import";
import { LedgerRoutes } from "./record/ledger-routes";
import type { Reconciler } from "./record/reconciliation/reconciler";
import type { Duty } from "./schedule/schedule";

export interface ImportServiceParts extends RecordPolicyParts {
  readonly changes: CompanyChangePort;
  readonly authorizer: Authorizer;
  readonly facts: FactsLoader;
}

export type ImportServices = ReturnType<typeof createImports>;

/** Longer than any call to a ledger takes. */
const CALL_MS = 60_000;

/** What is read from ledgers. Until something carries records, nothing leads to one. */
export function createImports({ database, clock, changes, companies, facts, authorizer }: ImportServiceParts) {
  const ledgerRoutes = new LedgerRoutes();
  const laneCalls = new LaneCalls({
    database,
    clock,
    limits: XERO_LIMITS,
    appPace: new AppPace(database, clock),
    leaseMs: CALL_MS,
  });
  const gate = new FactsImportGate(companies, facts);
  const sweeps = { database, clock, changes, calls: laneCalls, ledgers: ledgerRoutes };
  const ledgerImport = new LedgerImport({ ...sweeps, gate });
  return {
    ledgerRoutes,
    laneCalls,
    ledgerImport,
    erpImport: new ErpImportService(database, companies, authorizer, ledgerImport),
  };
}

/** Both look at once whether something is due; what is due when, each ledger has its own time for. */
export function importDuties({ ledgerImport, reconciler }: ImportServices & { reconciler: Reconciler }): Duty[] {
  return [
    { name: "imports", everyMs: 60_000, work: () => ledgerImport.run() },
    { name: "reconciliation", everyMs: 15 * 60_000, work: () => reconciler.run() },
  ];
}

export const IMPORT_RESOLVERS = [ErpImportResolver, ErpImportStateResolver];

export function importResolvers(
  s: ImportServices & { database: ImportServiceParts["database"]; reader: CompanyReader },
): object[] {
  return [new ErpImportResolver(s.erpImport), new ErpImportStateResolver(s.database)];
}
