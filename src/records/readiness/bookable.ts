import type { EntityManager } from "typeorm";
import { FEATURE_CATALOGUE } from "../../erp/catalogue/catalogue";
import { bookingFaults, type BookingFault } from "../../erp/mapping/booking-faults";
import { knownListsOf, NO_LISTS } from "../../erp/mapping/known-lists";
import { isMapped } from "../../erp/mapping/mapping";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { bookingsOf } from "../document/bookings";
import { linesOf } from "../item/item";
import type { RecordEntity } from "../record/record.entity";
import { bookingText } from "./booking-texts";

/** What the ledger's lists speak against, by the record's id. Four SELECTs at most, one where no list was read. */
export async function bookingFaultsOf(
  manager: EntityManager,
  records: readonly RecordEntity[],
): Promise<ReadonlyMap<string, readonly BookingFault[]>> {
  const asked = records.filter(({ direction, feature }) => direction === "export" && isMapped(feature));
  const faults = new Map<string, readonly BookingFault[]>();
  if (asked.length === 0) return faults;
  const companyIds = [...new Set(asked.map(({ companyId }) => companyId))];
  const lists = await knownListsOf(manager, companyIds);
  // What was never read speaks against nothing, whatever the mapping.
  if (lists.size === 0) return faults;
  const bookings = await bookingsOf(manager, asked);
  for (const record of asked) {
    const known = lists.get(bookings.connectionOf(record)?.id ?? "") ?? NO_LISTS;
    const lines = linesOf(record.payload).map(({ costCode }) => {
      const code = typeof costCode === "string" ? costCode : null;
      return { costCode: code, booking: bookings.ofLine(record, code) };
    });
    const postedOn = record.feature === "subcontractor_invoice" ? (record.documentDate?.slice(0, 10) ?? null) : null;
    const arrivesAs = bookings.ofDocument(record).arrivesAs ?? "authorised";
    faults.set(record.id, bookingFaults(known, { currency: record.amountCurrency, postedOn, arrivesAs, lines }));
  }
  return faults;
}

/** Throws Refusal NOT_BOOKABLE for what the ledger would refuse, as far as its lists tell; all of it at once. */
export async function requireBookable(manager: EntityManager, record: RecordEntity): Promise<void> {
  const found = (await bookingFaultsOf(manager, [record])).get(record.id) ?? [];
  // Only a warning: the ledger may take the account from its item.
  const faults = found.filter(({ code }) => code !== "ACCOUNT_NOT_MAPPED");
  if (faults.length === 0) return;
  const told = (locale: Locale) =>
    faults.map(({ code, values }) => {
      const what = `${FEATURE_CATALOGUE[record.feature].name[locale]} ${record.number}`;
      const { message, fix } = bookingText(code, what, values, locale);
      return `${message} ${fix}`;
    });
  const texts = { en: told("en").join(" "), fr: told("fr").join(" ") };
  throw new BilingualRefusal("NOT_BOOKABLE", texts, ["input", "record"]);
}
