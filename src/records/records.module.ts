import { RIGHTS_CHANGED } from "../tenant/companies/company-change";
import { resolver, type Module } from "../infra/module/module";
import { FirstApprovals } from "./approval/first-approvals";
import { CommitmentCloseService } from "./approval/commitment-close.service";
import { OfferingService } from "./approval/offering.service";
import { recordMail } from "./approval/record-letters";
import { RecordService } from "./approval/record.service";
import { connectionRecords } from "./binding/connection-records";
import { ProjectBindingResolver, RecordConnectionResolver } from "./binding/project-binding.graphql";
import { ProjectBindingService } from "./binding/project-binding.service";
import {
  DeliveriesResolver,
  DeliveryMutationsResolver,
  DeliveryWaitsResolver,
  FailureFaultResolver,
  RecordDeliveryResolver,
} from "./deliveries/delivery.graphql";
import { RetryService } from "./deliveries/retry.service";
import { NO_DELIVERY } from "./delivery/delivery";
import { OutboxDelivery } from "./delivery/outbox-delivery";
import { RecordOutcomes } from "./delivery/record-outcomes";
import { CompanyEventResolver } from "./events/company-event.graphql";
import { CompanyWatch } from "./events/company-watch";
import { EventReading } from "./events/event-reading";
import { EvidenceReading } from "./evidence/evidence-reading";
import { EvidenceResolver } from "./evidence/evidence.graphql";
import { addEvidenceExport } from "./evidence/http/evidence-export";
import { UnknownFaultEntity } from "./faults/unknown-fault.entity";
import type { ImportServices } from "./import.module";
import { StagingService } from "./import/staging.service";
import { DuplicateVendorsResolver } from "./matching/duplicates.graphql";
import { LedgerCounterparts } from "./matching/ledger-counterparts";
import { MatchingResolver } from "./matching/matching.graphql";
import { MatchingService } from "./matching/matching.service";
import { RecordsTables } from "./migrations/records-tables";
import type { RecordNeeds } from "./needs";
import { fillMissingMisfits } from "./readiness/missing-misfits";
import { RecordList } from "./record/record-list";
import { RecordReferenceEntity } from "./record/record-reference.entity";
import { RecordRevisionEntity } from "./record/record-revision.entity";
import { RecordEntity } from "./record/record.entity";
import { RecordPolicies } from "./rights/record-policies";
import { BulkMutationsResolver } from "./tool/bulk-mutations.graphql";
import { RecordMutationsResolver } from "./tool/record-mutations.graphql";
import { RecordTransaction } from "./transaction/record-transaction";
import { ErpIntegrationEntryResolver, ErpIntegrationResolver } from "./types/erp-integration.graphql";
import { RecordFieldsResolver } from "./types/record-fields.graphql";
import { CommitmentCloseResolver } from "./types/commitment-close.graphql";
import { InvoiceDueResolver } from "./types/due-date.graphql";
import { VisibleRecords } from "./types/visible-records";
import { RecordAnswers } from "./types/stale-record.graphql";
import { derivedFinder } from "../infra/graphql/node-finder";
import { underCompany } from "../tenant/companies/company-node";
import { RecordNodes } from "./tool/record-nodes";

type Needs = RecordNeeds & ImportServices;

function services(s: Needs) {
  const { database, changes, clock, outbox } = s;
  s.connectionUses.add(connectionRecords);
  const recordRights = new RecordPolicies(s);
  const firstApprovals = new FirstApprovals(database, changes, recordRights);
  changes.followers.add(RIGHTS_CHANGED, (scope) => firstApprovals.rightsChanged(scope));
  const desk = new RecordTransaction({ ...s, rights: recordRights, approvals: firstApprovals });
  const counterparts = new LedgerCounterparts({ database, ledgers: s.ledgerRoutes, calls: s.laneCalls });
  const ports = { counterparts, mail: recordMail(clock) };
  const staging = new StagingService(changes, desk);
  const seen = new VisibleRecords(database, recordRights);
  return {
    recordRights,
    counterparts,
    firstApprovals,
    recordDesk: desk,
    records: new RecordService(desk, { ...ports, delivery: new OutboxDelivery(outbox, clock) }),
    /** For the demo, whose first records are only said to be in the ERP: nothing carries them there. */
    recordsAside: new RecordService(desk, { ...ports, delivery: NO_DELIVERY }),
    offering: new OfferingService(desk),
    commitmentClose: new CommitmentCloseService(desk),
    staging,
    projectBinding: new ProjectBindingService(changes),
    matching: new MatchingService({ ...s, rights: recordRights, staging }),
    recordOutcomes: new RecordOutcomes(database, changes, recordRights),
    retries: new RetryService({ desk, changes, rights: recordRights, outbox }),
    seenRecords: seen,
    companyWatch: new CompanyWatch(database, new EventReading(database), (err) => s.log.warn({ err }, "events")),
    recordAnswers: new RecordAnswers(database, seen),
  };
}

export type RecordServices = ReturnType<typeof services>;

/** What is offered to the ERP, approved, delivered, and shown in the tool. */
export const recordsModule: Module<Needs, RecordServices> = {
  name: "records",
  entities: [RecordEntity, RecordReferenceEntity, RecordRevisionEntity, UnknownFaultEntity],
  migrations: [RecordsTables],
  services,
  resolvers: [
    resolver(ErpIntegrationEntryResolver, (s) => new ErpIntegrationEntryResolver(s.reader)),
    resolver(
      ErpIntegrationResolver,
      (s) => new ErpIntegrationResolver(s.database, new RecordList(s.database), s.recordRights),
    ),
    resolver(RecordFieldsResolver, (s) => new RecordFieldsResolver(s.database, s.recordRights, s.seenRecords)),
    resolver(InvoiceDueResolver, (s) => new InvoiceDueResolver(s.database)),
    resolver(
      CommitmentCloseResolver,
      (s) => new CommitmentCloseResolver(s.database, s.commitmentClose, s.recordAnswers),
    ),
    resolver(RecordMutationsResolver, (s) => new RecordMutationsResolver(s.records, s.staging, s.recordAnswers)),
    resolver(
      BulkMutationsResolver,
      (s) => new BulkMutationsResolver(s.offering, s.records, s.seenRecords, s.recordAnswers),
    ),
    resolver(ProjectBindingResolver, (s) => new ProjectBindingResolver(s.database, s.reader, s.projectBinding)),
    resolver(RecordConnectionResolver, (s) => new RecordConnectionResolver(s.database)),
    resolver(MatchingResolver, (s) => new MatchingResolver(s.database, s.recordRights, s.matching, s.recordAnswers)),
    resolver(DuplicateVendorsResolver, (s) => new DuplicateVendorsResolver(s.database, s.recordRights)),
    resolver(DeliveriesResolver, (s) => new DeliveriesResolver(s.database, s.recordRights, s.reader)),
    resolver(DeliveryWaitsResolver, (s) => new DeliveryWaitsResolver(s.database, s.clock)),
    resolver(FailureFaultResolver, () => new FailureFaultResolver()),
    resolver(RecordDeliveryResolver, (s) => new RecordDeliveryResolver(s.database)),
    resolver(DeliveryMutationsResolver, (s) => new DeliveryMutationsResolver(s.retries, s.recordAnswers)),
    resolver(
      CompanyEventResolver,
      (s) => new CompanyEventResolver(s.companies, s.authorizer, s.reader, s.companyWatch, s.seenRecords),
    ),
    resolver(EvidenceResolver, (s) => new EvidenceResolver(new EvidenceReading(s.database), s.reader)),
  ],
  nodes: (made, s) => [
    new RecordNodes(s.database, s.seenRecords, s.reader),
    derivedFinder("delivery-lane", ([id = ""], context) => made(DeliveriesResolver).lane(id.toLowerCase(), context)),
    underCompany(made, "erp-integration", (company, _, context) =>
      made(ErpIntegrationEntryResolver).erpIntegration(company, context),
    ),
  ],
  jobs: ({ firstApprovals }) => [
    { name: "first approvals", everyMs: 60_000, work: () => firstApprovals.lapseOverdue() },
  ],
  migrated: ({ database, companies }) => fillMissingMisfits(database, companies),
  close: async ({ companyWatch }) => companyWatch.stop(),
  routes: (scope, s) => addEvidenceExport(scope, { ...s, reading: new EvidenceReading(s.database) }),
};
