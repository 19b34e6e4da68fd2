import { In, type EntityManager } from "typeorm";
import { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { LineBooking } from "../../erp/connector/ledger-document";
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
}

const UNMAPPED: DocumentBooking = { paymentDays: null, arrivesAs: null };
/** Of a document that is not to be sent yet. */
export const NO_BOOKINGS: Bookings = { connectionOf: () => null, ofLine: () => ({}), ofDocument: () => UNMAPPED };

/** In three SELECTs at most, however many records there are. */
export async function bookingsOf(manager: EntityManager, records: readonly RecordEntity[]): Promise<Bookings> {
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
  return {
    connectionOf,
    ofLine: (record, costCode) => {
      if (!isMapped(record.feature)) return {};
      const costType = costCode === null ? null : typeOf(record, costCode);
      return lineBooking(rulesOf(record), { ...booked(record), feature: record.feature, costCode, costType });
    },
    ofDocument: (record) =>
      isMapped(record.feature)
        ? documentBooking(rulesOf(record), { ...booked(record), feature: record.feature })
        : UNMAPPED,
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
