import { createImports, importResolvers, IMPORT_RESOLVERS, type ImportServiceParts } from "./app-imports";
import { createMatching, matchingResolvers, MATCHING_RESOLVERS } from "./app-matching";
import { recordMail } from "./app-mail";
import { createReconciliation, reconciliationResolvers, RECONCILIATION_RESOLVERS } from "./app-reconciliation";
import { RecordPolicies } from "./records/rights/record-policies";
import type { CompanyReader } from "./tenant/companies/company-reader";
import { Outbox } from "./infra/outbox/outbox";
import { RecordAnswers } from "./records/types/stale-record.graphql";
import { RecordDesk } from "./records/transaction/record-desk";
import { ProjectBindingResolver, RecordConnectionResolver } from "./records/binding/project-binding.graphql";
import { ProjectBindingService } from "./records/binding/project-binding.service";
import { BulkMutationsResolver } from "./records/tool/bulk-mutations.graphql";
import { NO_DELIVERY } from "./records/delivery/delivery";
import { ErpIntegrationEntryResolver, ErpIntegrationResolver } from "./records/types/erp-integration.graphql";
import { StagingService } from "./records/import/staging.service";
import { LedgerCounterparts } from "./records/matching/ledger-counterparts";
import { OfferingService } from "./records/approval/offering.service";
import { OutboxDelivery } from "./records/delivery/outbox-delivery";
import { RecordFieldsResolver } from "./records/types/record-fields.graphql";
import { RecordList } from "./records/record/record-list";
import { RecordMutationsResolver } from "./records/tool/record-mutations.graphql";
import { RecordOutcomes } from "./records/delivery/record-outcomes";
import { RecordService } from "./records/approval/record.service";
import { SeenRecords } from "./records/types/seen-records";
import {
  DeliveriesResolver,
  DeliveryMutationsResolver,
  DeliveryWaitsResolver,
  FailureFaultResolver,
  RecordDeliveryResolver,
} from "./records/deliveries/delivery.graphql";
import { RetryService } from "./records/deliveries/retry.service";

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
  const answers = new RecordAnswers(s.database, seen);
  return [
    new ErpIntegrationEntryResolver(s.reader),
    new ErpIntegrationResolver(s.database, new RecordList(s.database), s.recordRights),
    new RecordFieldsResolver(s.database, s.recordRights, seen),
    new RecordMutationsResolver(s.records, s.staging, answers),
    new BulkMutationsResolver(s.offering, s.records, seen, answers),
    new ProjectBindingResolver(s.database, s.reader, s.projectBinding),
    new RecordConnectionResolver(s.database),
    ...importResolvers(s),
    ...matchingResolvers({ ...s, answers }),
    ...reconciliationResolvers({ ...s, answers }),
    new DeliveriesResolver(s.database, s.recordRights, s.reader),
    new DeliveryWaitsResolver(s.database, s.clock),
    new FailureFaultResolver(),
    new RecordDeliveryResolver(s.database),
    new DeliveryMutationsResolver(s.retries, answers),
  ];
}
