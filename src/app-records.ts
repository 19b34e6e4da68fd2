import { createImports, importResolvers, IMPORT_RESOLVERS, type ImportServiceParts } from "./app-imports";
import { createMatching, matchingResolvers, MATCHING_RESOLVERS } from "./app-matching";
import { recordMail } from "./app-mail";
import { createReconciliation, reconciliationResolvers, RECONCILIATION_RESOLVERS } from "./app-reconciliation";
import { RecordPolicies } from "./access/record-policies";
import type { CompanyReader } from "./company/company-reader";
import { Outbox } from "./outbox/outbox";
import { RecordDesk } from "./record/change/record-desk";
import { ProjectBindingResolver, RecordConnectionResolver } from "./record/binding/project-binding.graphql";
import { ProjectBindingService } from "./record/binding/project-binding.service";
import { BulkMutationsResolver } from "./record/bulk-mutations.graphql";
import { NO_DELIVERY } from "./record/delivery";
import { ErpIntegrationEntryResolver, ErpIntegrationResolver } from "./record/erp-integration.graphql";
import { StagingService } from "./record/import/staging.service";
import { LedgerCounterparts } from "./record/matching/ledger-counterparts";
import { OfferingService } from "./record/offering.service";
import { OutboxDelivery } from "./record/outbox-delivery";
import { RecordFieldsResolver } from "./record/record-fields.graphql";
import { RecordList } from "./record/record-list";
import { RecordMutationsResolver } from "./record/record-mutations.graphql";
import { RecordOutcomes } from "./record/record-outcomes";
import { RecordService } from "./record/record.service";
import { SeenRecords } from "./record/seen-records";
import {
  DeliveriesResolver,
  DeliveryMutationsResolver,
  DeliveryWaitsResolver,
  FailureFaultResolver,
  RecordDeliveryResolver,
} from "./record/trouble/delivery.graphql";
import { RetryService } from "./record/trouble/retry.service";

export type RecordParts = ImportServiceParts;

export type RecordServices = ReturnType<typeof createRecords>;

/** Records and what is done with them. What is looked up in the ERP is so over `ledgerRoutes`. */
export function createRecords(parts: RecordParts) {
  const { database, changes, clock } = parts;
  const outbox = new Outbox(database);
  const recordRights = new RecordPolicies(parts);
  const desk = new RecordDesk({ ...parts, rights: recordRights });
  const imports = createImports(parts);
  const counterparts = new LedgerCounterparts({ database, ledgers: imports.ledgerRoutes, calls: imports.laneCalls });
  const ports = { counterparts, mail: recordMail(clock) };
  const staging = new StagingService(changes, desk);
  const records = new RecordService(desk, { ...ports, delivery: new OutboxDelivery(outbox, clock) });
  return {
    outbox,
    recordRights,
    records,
    /** For the demo, whose first records are only said to be in the ERP: nothing carries them there. */
    recordsAside: new RecordService(desk, { ...ports, delivery: NO_DELIVERY }),
    offering: new OfferingService(desk),
    staging,
    projectBinding: new ProjectBindingService(changes),
    ...createMatching({ ...parts, rights: recordRights, staging }),
    recordOutcomes: new RecordOutcomes(database, changes, recordRights),
    retries: new RetryService({ desk, changes, rights: recordRights, outbox }),
    ...imports,
    ...createReconciliation({ ...parts, imports, desk, records }),
  };
}

export const RECORD_RESOLVERS = [
  ErpIntegrationEntryResolver,
  ErpIntegrationResolver,
  RecordFieldsResolver,
  RecordMutationsResolver,
  BulkMutationsResolver,
  ProjectBindingResolver,
  RecordConnectionResolver,
  ...IMPORT_RESOLVERS,
  ...MATCHING_RESOLVERS,
  ...RECONCILIATION_RESOLVERS,
  DeliveriesResolver,
  DeliveryWaitsResolver,
  FailureFaultResolver,
  RecordDeliveryResolver,
  DeliveryMutationsResolver,
];

/** The resolvers of records. */
export function recordResolvers(
  s: RecordServices & Pick<RecordParts, "database" | "clock"> & { reader: CompanyReader },
): object[] {
  const seen = new SeenRecords(s.database, s.recordRights);
  return [
    new ErpIntegrationEntryResolver(s.reader),
    new ErpIntegrationResolver(s.database, new RecordList(s.database), s.recordRights),
    new RecordFieldsResolver(s.database, s.recordRights, seen),
    new RecordMutationsResolver(s.records, s.staging),
    new BulkMutationsResolver(s.offering, s.records, seen),
    new ProjectBindingResolver(s.database, s.reader, s.projectBinding),
    new RecordConnectionResolver(s.database),
    ...importResolvers(s),
    ...matchingResolvers(s),
    ...reconciliationResolvers(s),
    new DeliveriesResolver(s.database, s.recordRights, s.reader),
    new DeliveryWaitsResolver(s.database, s.clock),
    new FailureFaultResolver(),
    new RecordDeliveryResolver(s.database),
    new DeliveryMutationsResolver(s.retries),
  ];
}
