import { sameName, textOf } from "../../kernel/text";
import type { FoundDocument, LookedUp, Tenancy } from "./connector";
import { LedgerTrouble, type Json, type LedgerApi, type ListQuery } from "./ledger-api";
import { differencesOf } from "./ledger-differences";
import type { DocumentKind, LedgerDocument } from "./ledger-document";
import { changeOrderMark } from "./payloads";

type Of<K extends DocumentKind> = Extract<LedgerDocument, { kind: K }>;
type Found = LookedUp;

/** Of lists that come in pages (Xero OpenAPI: "Up to 100 invoices will be returned in a single API call"). */
const PAGE_SIZE = 100;
/** Pages of orders looked through for a number that no address can carry. */
const MAX_ORDER_PAGES = 20;
/** A number in an address: a server takes some characters for its own, or refuses them, encoded or not. */
const FITS_ADDRESS = /^(?![.\s])[\p{L}\p{N} ._()=@!~$',-]*[\p{L}\p{N})]$/u;

/**
 * Looks for documents of one kind by what we gave them: an unknown outcome is settled by this before anything is written
 * again. One call for as many as LOOK_UP_SIZES has.
 */
export async function findDocuments(
  api: LedgerApi,
  tenancy: Tenancy,
  documents: readonly LedgerDocument[],
): Promise<readonly Found[]> {
  const of = <K extends DocumentKind>(kind: K) => documents.filter((one): one is Of<K> => one.kind === kind);
  const [first] = documents;
  if (!first) return [];
  if (documents.some(({ kind }) => kind !== first.kind)) throw new Error("One look-up is about documents of one kind");
  switch (first.kind) {
    case "item":
      return findItems(api, tenancy, of("item"));
    case "contact":
      return findContacts(api, tenancy, of("contact"));
    case "tracking_option":
      return findOptions(api, tenancy, of("tracking_option"));
    case "bill":
      return findBills(api, tenancy, of("bill"));
    case "purchase_order":
      return oneByOne(of("purchase_order"), (document) => findOrder(api, tenancy, document));
    case "change_order":
      return oneByOne(of("change_order"), (document) => findChangeOrder(api, tenancy, document));
  }
}

async function oneByOne<T>(documents: readonly T[], find: (document: T) => Promise<Found>): Promise<Found[]> {
  const found: Found[] = [];
  for (const document of documents) found.push(await find(document));
  return found;
}

async function findOrder(api: LedgerApi, tenancy: Tenancy, document: Of<"purchase_order">): Promise<Found> {
  const { externalId = null, number, reference } = document;
  const byAddress = externalId !== null || FITS_ADDRESS.test(number);
  const order = byAddress
    ? await api.get(tenancy, "PurchaseOrders", externalId ?? number)
    : await listedOrder(api, tenancy, document);
  // A deleted order does not stand in the way of another one of its number.
  if (!order || order.Status === "DELETED") return null;
  if (order.Reference !== reference) return { clash: { externalId: textOf(order.PurchaseOrderID), text: told(order) } };
  return isOlder(document, order) ? null : idOf(order, "PurchaseOrderID");
}

function told({ PurchaseOrderNumber, Reference, Contact, Total, CurrencyCode }: Json): string {
  const contact = typeof Contact === "object" && Contact !== null ? textOf((Contact as Json).Name) : "";
  const amount = typeof Total === "number" ? `${Total} ${textOf(CurrencyCode)}` : "";
  return [textOf(PurchaseOrderNumber), textOf(Reference), contact, amount.trim()]
    .filter((one) => one !== "")
    .join(", ");
}

/** The newest changes come first: what was just written stands on the first page. */
async function listedOrder(
  api: LedgerApi,
  tenancy: Tenancy,
  { reference, notBefore }: Of<"purchase_order">,
): Promise<Json | null> {
  const query = { order: "UpdatedDateUTC DESC", ...(notBefore ? { modifiedSince: notBefore } : {}) };
  for (let page = 1; page <= MAX_ORDER_PAGES; page += 1) {
    const rows = await api.list(tenancy, "PurchaseOrders", { ...query, page });
    const found = rows.find(({ Reference, Status }) => Reference === reference && Status !== "DELETED");
    if (found || rows.length < PAGE_SIZE) return found ?? null;
  }
  throw new LedgerTrouble("unavailable", "There are too many orders to look through");
}

/** A later version has arrived once the ledger holds what it says; writing it again does no harm. */
function isOlder(document: Of<"purchase_order">, order: Json): boolean {
  return (document.externalId ?? null) !== null && differencesOf(document, order).length > 0;
}

/** One code stands in a filter, where it can. The list is never paged, so several are picked out of the whole of it. */
async function findItems(api: LedgerApi, tenancy: Tenancy, documents: readonly Of<"item">[]): Promise<Found[]> {
  const [only] = documents.length === 1 ? documents : [];
  const items = await api.list(
    tenancy,
    "Items",
    only && !/["\\]/.test(only.code) ? { where: `Code=="${only.code}"` } : {},
  );
  return documents.map((document) => {
    const item = items.find(({ Code }) => Code === document.code) ?? null;
    const differences = item === null ? [] : differencesOf(document, item);
    if (item === null || differences.length === 0) return idOf(item, "ItemID");
    // An item carries nothing of ours but its words: with other words it is the bookkeeper's.
    return { clash: { externalId: textOf(item.ItemID), text: textOf(item.Name) || textOf(item.Description) } };
  });
}

async function findContacts(api: LedgerApi, tenancy: Tenancy, documents: readonly Of<"contact">[]): Promise<Found[]> {
  const where = documents.map(({ reference }) => `ContactNumber=="${reference}"`).join(" OR ");
  const contacts = await api.list(tenancy, "Contacts", { where });
  return documents.map(({ reference }) =>
    idOf(contacts.find(({ ContactNumber }) => ContactNumber === reference) ?? null, "ContactID"),
  );
}

async function findOptions(
  api: LedgerApi,
  tenancy: Tenancy,
  documents: readonly Of<"tracking_option">[],
): Promise<Found[]> {
  const categories = await api.list(tenancy, "TrackingCategories", {});
  return documents.map(({ category, name, externalId = null }) => {
    const found = categories.find(({ Name }) => sameName(Name, category));
    const options = Array.isArray(found?.Options) ? (found.Options as Json[]) : [];
    // A new name of an option has arrived once the option has it.
    const isIt = (one: Json) =>
      sameName(one.Name, name) && (externalId === null || one.TrackingOptionID === externalId);
    const row = options.find(isIt) ?? null;
    const option = idOf(row, "TrackingOptionID");
    if (option && row?.Status === "ARCHIVED")
      return { clash: { externalId: option.externalId, text: `${textOf(row.Name)} (archived)` } };
    return option && { ...option, groupId: textOf(found?.TrackingCategoryID) || null };
  });
}

async function findChangeOrder(
  api: LedgerApi,
  tenancy: Tenancy,
  { number, reference, purchaseOrderId }: Of<"change_order">,
): Promise<Found> {
  const order = await api.get(tenancy, "PurchaseOrders", purchaseOrderId);
  const lines = Array.isArray(order?.LineItems) ? (order.LineItems as Json[]) : [];
  const mark = changeOrderMark(number, reference);
  const there = lines.some(({ Description }) => typeof Description === "string" && Description.startsWith(mark));
  return there ? { externalId: purchaseOrderId } : null;
}

/** Numbers are not unique, so those that share one are told apart by the record that their address names. */
async function findBills(api: LedgerApi, tenancy: Tenancy, documents: readonly Of<"bill">[]): Promise<Found[]> {
  const ids = new Map<string, Found>();
  // The list of numbers is divided by commas.
  const listed = documents.filter(({ number }) => !number.includes(","));
  if (listed.length > 0) await readBills(api, tenancy, { invoiceNumbers: numbersOf(listed) }, listed, ids);
  for (const bill of documents.filter((one) => !listed.includes(one)))
    await readBills(api, tenancy, { where: `InvoiceNumber=="${quoted(bill.number)}"` }, [bill], ids);
  return documents.map(({ reference }) => ids.get(reference) ?? null);
}

async function readBills(
  api: LedgerApi,
  tenancy: Tenancy,
  query: ListQuery,
  wanted: readonly Of<"bill">[],
  ids: Map<string, Found>,
): Promise<void> {
  for (let page = 1; ; page += 1) {
    const rows = await api.list(tenancy, "Invoices", { ...query, page });
    for (const row of rows)
      if (typeof row.Url === "string" && row.Status !== "DELETED" && row.Status !== "VOIDED")
        ids.set(recordIn(row.Url), idOf(row, "InvoiceID"));
    if (rows.length < PAGE_SIZE || wanted.every(({ reference }) => ids.has(reference))) return;
  }
}

/** Its last part: what stands before it is another one where the server has moved since, or has a twin. */
function recordIn(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1);
}

function numbersOf(bills: readonly Of<"bill">[]): string[] {
  return [...new Set(bills.map(({ number }) => number))];
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, "\\$&");
}

function idOf(row: Json | null, field: string): FoundDocument | null {
  const id = row?.[field];
  return typeof id === "string" && id !== "" ? { externalId: id } : null;
}
