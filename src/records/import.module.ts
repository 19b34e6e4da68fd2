import { AppPace } from "../infra/outbox/app-pace";
import { LaneCalls } from "../infra/outbox/lane-call";
import { XERO_LIMITS } from "../infra/outbox/pace";
import { resolver, type Module } from "../infra/module/module";
import { LedgerRoutes } from "./delivery/ledger-routes";
import type { RecordNeeds } from "./needs";
import { FactsImportGate } from "./rights/import-gate";
import { ErpImportResolver, ErpImportStateResolver } from "./import/erp-import.graphql";
import { ErpImportService } from "./import/erp-import.service";
import { ErpWatermarkEntity } from "./import/erp-watermark.entity";
import { LedgerImport } from "./import/ledger-import";
import { ListReading } from "./import/list-reading";
import { MappingProposal } from "./import/mapping-proposal";
import { MappingProposalResolver } from "./import/mapping-proposal.graphql";
import { ErpListsResolver } from "./import/list-reading.graphql";

/** Longer than any call to a ledger takes. */
const CALL_MS = 60_000;

function services({ database, clock, changes, companies, facts, authorizer }: RecordNeeds) {
  const ledgerRoutes = new LedgerRoutes();
  const pace = { limits: XERO_LIMITS, appPace: new AppPace(database, clock), leaseMs: CALL_MS };
  const laneCalls = new LaneCalls({ database, clock, ...pace });
  const gate = new FactsImportGate(companies, facts);
  const ledgerImport = new LedgerImport({ database, clock, changes, calls: laneCalls, ledgers: ledgerRoutes, gate });
  const listReading = new ListReading({ database, clock, changes, calls: laneCalls, ledgers: ledgerRoutes });
  const proposal = new MappingProposal({ database, clock, calls: laneCalls, ledgers: ledgerRoutes });
  return {
    /** Where each connection's ledger is. Until something carries records, nothing leads to one. */
    ledgerRoutes,
    laneCalls,
    ledgerImport,
    listReading,
    erpImport: new ErpImportService(database, companies, authorizer, ledgerImport, listReading, proposal),
  };
}

export type ImportServices = ReturnType<typeof services>;

/** What is read from the ERP. */
export const importModule: Module<RecordNeeds, ImportServices> = {
  name: "import",
  entities: [ErpWatermarkEntity],
  services,
  resolvers: [
    resolver(ErpImportResolver, (s) => new ErpImportResolver(s.erpImport)),
    resolver(ErpListsResolver, (s) => new ErpListsResolver(s.erpImport)),
    resolver(MappingProposalResolver, (s) => new MappingProposalResolver(s.erpImport)),
    resolver(ErpImportStateResolver, (s) => new ErpImportStateResolver(s.database)),
  ],
  // Looks whether something is due; what is due when, each ledger has its own time for.
  jobs: ({ ledgerImport, listReading }) => [
    { name: "imports", everyMs: 60_000, work: () => ledgerImport.run() },
    { name: "ledger lists", everyMs: 60_000, work: () => listReading.run() },
  ],
};
