import { RecordPolicies, type RecordPolicyParts } from "./access/record-policies";
import type { CompanyReader } from "./company/company-reader";
import type { CompanyChangePort } from "./company/company-change";
import type { Authorizer } from "./policy/ports";
import { RecordDesk } from "./record/change/record-desk";
import { BulkMutationsResolver } from "./record/bulk-mutations.graphql";
import { NO_COUNTERPARTS, NO_DELIVERY } from "./record/delivery";
import { ErpIntegrationEntryResolver, ErpIntegrationResolver } from "./record/erp-integration.graphql";
import { StagingService } from "./record/import/staging.service";
import { OfferingService } from "./record/offering.service";
import { RecordFieldsResolver } from "./record/record-fields.graphql";
import { RecordList } from "./record/record-list";
import { NO_MAIL } from "./record/record-mail";
import { RecordMutationsResolver } from "./record/record-mutations.graphql";
import { RecordOutcomes } from "./record/record-outcomes";
import { RecordService, type RecordPorts } from "./record/record.service";

export interface RecordParts extends RecordPolicyParts {
  readonly changes: CompanyChangePort;
  readonly authorizer: Authorizer;
}

export type RecordServices = ReturnType<typeof createRecords>;

/** Until something carries records, looks into the ERP or writes mail, sent ones stay exporting and nobody is told. */
const UNCONNECTED: RecordPorts = { delivery: NO_DELIVERY, counterparts: NO_COUNTERPARTS, mail: NO_MAIL };

/** Records and what is done with them. */
export function createRecords(parts: RecordParts, ports: RecordPorts = UNCONNECTED) {
  const { database, changes } = parts;
  const recordRights = new RecordPolicies(parts);
  const desk = new RecordDesk({ ...parts, rights: recordRights });
  return {
    recordRights,
    records: new RecordService(desk, ports),
    offering: new OfferingService(desk),
    staging: new StagingService(changes, desk),
    recordOutcomes: new RecordOutcomes(database, changes, recordRights),
  };
}

export const RECORD_RESOLVERS = [
  ErpIntegrationEntryResolver,
  ErpIntegrationResolver,
  RecordFieldsResolver,
  RecordMutationsResolver,
  BulkMutationsResolver,
];

/** The resolvers of records. */
export function recordResolvers(
  s: RecordServices & Pick<RecordParts, "database"> & { reader: CompanyReader },
): object[] {
  return [
    new ErpIntegrationEntryResolver(s.reader),
    new ErpIntegrationResolver(s.database, new RecordList(s.database), s.recordRights),
    new RecordFieldsResolver(s.database, s.recordRights),
    new RecordMutationsResolver(s.records, s.staging),
    new BulkMutationsResolver(s.offering, s.records),
  ];
}
