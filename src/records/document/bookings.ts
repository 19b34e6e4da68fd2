import { In, type EntityManager } from "typeorm";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { LineBooking } from "../../erp/connector/ledger-document";
import { billTerms, contactTermsOf, type BillTerms } from "../../erp/mapping/bill-terms";
import { knownLists } from "../../erp/mapping/known-lists";
import { documentBooking, isMapped, lineBooking, type DocumentBooking } from "../../erp/mapping/mapping";
import { MappingRuleEntity } from "../../erp/mapping/mapping-rule.entity";
import { groupBy } from "../../kernel/groups";
import { linesOf } from "../item/item";
import { RecordEntity } from "../record/record.entity";

/** How records are booked by the mapping of their connection. */
export interface Bookings {
  /** Null: the company has no connection yet. */
  connectionOf(record: RecordEntity): ConnectionEntity | null;
  ofLine(record: RecordEntity, costCode: string | null): LineBooking;
  ofDocument(record: RecordEntity): DocumentBooking;
  /** When a bill of the contact is due; the contact is known by the ledger's id, or not yet. */
  billTerms(record: RecordEntity, contactId: string | null): BillTerms;
}

const UNMAPPED: DocumentBooking = { paymentDays: null, arrivesAs: null };
/** Of a document that is not to be sent yet. */
export const NO_BOOKINGS: Bookings = {
  connectionOf: () => null,
  ofLine: () => ({}),
  ofDocument: () => UNMAPPED,
  billTerms: () => billTerms(null, null, null),
};

/**
 * In five SELECTs at most, however many records there are.
 * @param contactIds ids in the ledger of those whose bills may be among the records; left out: their terms are not asked for
 */
export async function bookingsOf(
  manager: EntityManager,
  records: readonly RecordEntity[],
  contactIds: readonly string[] = [],
): Promise<Bookings> {
  const companyIds = [...new Set(records.map(({ companyId }) => companyId))];
  const connections = await manager.findBy(ConnectionEntity, { companyId: In(companyIds) });
  const rules = groupBy(
    await manager.findBy(MappingRuleEntity, { connectionId: In(connections.map(({ id }) => id)) }),
    ({ connectionId }) => connectionId,
  );
  const byType = [...rules.values()].some((own) => own.some(({ matchOn }) => matchOn === "cost_type"));
  const typeOf = byType ? await costTypes(manager, records) : () => null;
  const connectionOf = (record: RecordEntity) => connections.find((one) => isOf(one, record)) ?? null;
  const rulesOf = (record: RecordEntity) => rules.get(connectionOf(record)?.id ?? "") ?? [];
  const ofDocument = (record: RecordEntity) =>
    isMapped(record.feature)
      ? documentBooking(rulesOf(record), { ...booked(record), feature: record.feature })
      : UNMAPPED;
  const asked = contactIds.length === 0 ? [] : connections.map(({ id }) => id);
  const lists = await knownLists(manager, asked);
  const ofContact = await contactTermsOf(manager, asked, contactIds);
  return {
    connectionOf,
    ofLine: (record, costCode) => {
      if (!isMapped(record.feature)) return {};
      const costType = costCode === null ? null : typeOf(record, costCode);
      return lineBooking(rulesOf(record), { ...booked(record), feature: record.feature, costCode, costType });
    },
    ofDocument,
    billTerms: (record, contactId) => {
      const id = connectionOf(record)?.id ?? "";
      const organisation = lists.get(id)?.organisation?.[0]?.billTerms ?? null;
      return billTerms(ofContact(id, contactId ?? ""), organisation, ofDocument(record).paymentDays);
    },
  };
}

/** What names no connection travels by the default. */
function isOf(connection: ConnectionEntity, { companyId, connectionId }: RecordEntity): boolean {
  return connectionId === null ? connection.defaultOf === companyId : connection.id === connectionId;
}

function booked({ vendorNumber, payload }: RecordEntity) {
  const project = payload["project"];
  return { vendor: vendorNumber, project: typeof project === "string" ? project : null };
}

/** The cost types of the codes on the lines: the same code may stand for another type in another ledger. */
async function costTypes(manager: EntityManager, records: readonly RecordEntity[]) {
  const codes = records.flatMap(({ payload }) => linesOf(payload).flatMap(({ costCode }) => costCode ?? []));
  const companyId = In([...new Set(records.map((record) => record.companyId))]);
  const found = await manager.find(RecordEntity, {
    select: { id: true, companyId: true, connectionId: true, number: true, kind: true },
    where: { companyId, feature: "cost_code", number: In([...new Set(codes)]) },
  });
  return ({ companyId, connectionId }: RecordEntity, code: string): string | null => {
    const same = found.filter((one) => one.companyId === companyId && one.number === code);
    return (same.find((one) => one.connectionId === connectionId) ?? same[0])?.kind ?? null;
  };
}
