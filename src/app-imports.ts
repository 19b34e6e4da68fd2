import { FactsImportGate } from "./records/rights/import-gate";
import type { FactsLoader } from "./authorization/facts/facts-loader";
import type { RecordPolicyParts } from "./records/rights/record-policies";
import type { CompanyChangePort } from "./tenant/companies/company-change";
import type { CompanyReader } from "./tenant/companies/company-reader";
import { AppPace } from "./infra/outbox/app-pace";
import { XERO_LIMITS } from "./infra/outbox/pace";
import { LaneCalls } from "./infra/outbox/lane-call";
import type { Authorizer } from "./policy/ports";
import { ErpImportService } from "./records/import/erp-import.service";
import { ErpImportResolver, ErpImportStateResolver } from "./records/import/erp-import.graphql";
import { LedgerImport } from "./records/import/ledger-import";
import { LedgerRoutes } from "./records/delivery/ledger-routes";
import type { Reconciler } from "./records/reconciliation/reconciler";
import type { Duty } from "./infra/jobs/schedule";

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
