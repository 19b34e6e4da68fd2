import { In, type EntityManager } from "typeorm";
import { dueDate } from "../../erp/connector/payment-terms";
import type { BillTerms } from "../../erp/mapping/bill-terms";
import { LedgerSnapshotEntity } from "../record/ledger-snapshot.entity";
import type { RecordEntity } from "../record/record.entity";
import { bookingsOf } from "./bookings";
import { parentsOf, type ParentOf } from "./parents";

/** When an invoice is due in the ledger. */
export interface Due {
  /** 2026-12-24 */
  readonly date: string;
  /** Why; null: it was sent with that date. */
  readonly by: BillTerms | null;
}

/** Of invoices, by the record's id: as they were delivered, else as they would be. In a constant number of SELECTs. */
export async function dueDatesOf(
  manager: EntityManager,
  records: readonly RecordEntity[],
): Promise<ReadonlyMap<string, Due | null>> {
  const invoices = records.filter(isBill);
  if (invoices.length === 0) return new Map();
  const sent = await manager.findBy(LedgerSnapshotEntity, { id: In(invoices.map(({ id }) => id)) });
  const parents = await parentsOf(manager, invoices);
  const bookings = await bookingsOf(manager, invoices, contactsOf(invoices, parents));
  const dueOf = (record: RecordEntity): Due | null => {
    const held = sent.find(({ id, externalId }) => id === record.id && externalId === record.externalId)?.document;
    if (held?.kind === "bill") return { date: held.dueDate, by: null };
    const by = bookings.billTerms(record, parents(record, "vendor")?.externalId ?? null);
    const date = record.documentDate?.slice(0, 10);
    return date === undefined ? null : { date: dueDate(date, by.terms), by };
  };
  return new Map(invoices.map((record) => [record.id, dueOf(record)]));
}

/** The ledger's ids of the contacts whose bills are among the records. */
export function contactsOf(records: readonly RecordEntity[], parents: ParentOf): string[] {
  return records.filter(isBill).flatMap((record) => parents(record, "vendor")?.externalId ?? []);
}

function isBill({ feature, direction }: RecordEntity): boolean {
  return feature === "subcontractor_invoice" && direction === "export";
}
