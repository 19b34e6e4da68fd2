import { createImports, importResolvers, IMPORT_RESOLVERS, type ImportServiceParts } from "./app-imports";
import { recordMail } from "./app-mail";
import { RecordPolicies } from "./access/record-policies";
import type { CompanyReader } from "./company/company-reader";
import { Outbox } from "./outbox/outbox";
import { RecordDesk } from "./record/change/record-desk";
import { BulkMutationsResolver } from "./record/bulk-mutations.graphql";
import { NO_COUNTERPARTS, NO_DELIVERY } from "./record/delivery";
import { ErpIntegrationEntryResolver, ErpIntegrationResolver } from "./record/erp-integration.graphql";
import { StagingService } from "./record/import/staging.service";
import { OfferingService } from "./record/offering.service";
import { OutboxDelivery } from "./record/outbox-delivery";
import { RecordFieldsResolver } from "./record/record-fields.graphql";
import { RecordList } from "./record/record-list";
import { RecordMutationsResolver } from "./record/record-mutations.graphql";
import { RecordOutcomes } from "./record/record-outcomes";
import { RecordService } from "./record/record.service";
import {
  DeliveriesResolver,
  DeliveryMutationsResolver,
  DeliveryWaitsResolver,
  FailureFaultResolver,
} from "./record/trouble/delivery.graphql";
import { RetryService } from "./record/trouble/retry.service";

export type RecordParts = ImportServiceParts;

export type RecordServices = ReturnType<typeof createRecords>;

/** Records and what is done with them. Until something looks into the ERP and writes mail, nobody is told of a reject. */
export function createRecords(parts: RecordParts) {
  const { database, changes, clock } = parts;
  const outbox = new Outbox(database);
  const recordRights = new RecordPolicies(parts);
  const desk = new RecordDesk({ ...parts, rights: recordRights });
  const ports = { counterparts: NO_COUNTERPARTS, mail: recordMail(clock) };
  return {
    outbox,
    recordRights,
    records: new RecordService(desk, { ...ports, delivery: new OutboxDelivery(outbox, clock) }),
    /** For the demo, whose first records are only said to be in the ERP: nothing carries them there. */
    recordsAside: new RecordService(desk, { ...ports, delivery: NO_DELIVERY }),
    offering: new OfferingService(desk),
    staging: new StagingService(changes, desk),
    retries: new RetryService({ desk, changes, rights: recordRights, outbox }),
    recordOutcomes: new RecordOutcomes(database, changes, recordRights),
    ...createImports(parts),
  };
}

export const RECORD_RESOLVERS = [
  ErpIntegrationEntryResolver,
  ErpIntegrationResolver,
  RecordFieldsResolver,
  RecordMutationsResolver,
  BulkMutationsResolver,
  ...IMPORT_RESOLVERS,
  DeliveriesResolver,
  DeliveryWaitsResolver,
  FailureFaultResolver,
  DeliveryMutationsResolver,
];

/** The resolvers of records. */
export function recordResolvers(
  s: RecordServices & Pick<RecordParts, "database" | "clock"> & { reader: CompanyReader },
): object[] {
  return [
    new ErpIntegrationEntryResolver(s.reader),
    new ErpIntegrationResolver(s.database, new RecordList(s.database), s.recordRights),
    new RecordFieldsResolver(s.database, s.recordRights),
    new RecordMutationsResolver(s.records, s.staging),
    new BulkMutationsResolver(s.offering, s.records),
    ...importResolvers(s),
    new DeliveriesResolver(s.database, s.recordRights, s.reader),
    new DeliveryWaitsResolver(s.database, s.clock),
    new FailureFaultResolver(),
    new DeliveryMutationsResolver(s.retries),
  ];
}
