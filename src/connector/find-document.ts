import type { Tenancy } from "./connector";
import type { Json, LedgerApi } from "./ledger-api";
import { differencesOf } from "./ledger-differences";
import type { LedgerDocument } from "./ledger-document";
import { changeOrderMark } from "./payloads";

type Found = { readonly externalId: string } | null;

/** Looks for a document by what we gave it: an unknown outcome is settled by this before anything is written again. */
export async function findDocument(api: LedgerApi, tenancy: Tenancy, document: LedgerDocument): Promise<Found> {
  switch (document.kind) {
    case "item":
      return findItem(api, tenancy, document.code);
    case "contact":
      return findContact(api, tenancy, document.reference);
    case "tracking_option":
      return findOption(api, tenancy, document);
    case "purchase_order": {
      const order = await api.get(tenancy, "PurchaseOrders", document.externalId ?? document.number);
      if (order?.Reference !== document.reference || isOlder(document, order)) return null;
      return idOf(order, "PurchaseOrderID");
    }
    case "change_order":
      return findChangeOrder(api, tenancy, document);
    case "bill":
      return findBill(api, tenancy, document);
  }
}

/** A later version has arrived once the ledger holds what it says; writing it again does no harm. */
function isOlder(document: Extract<LedgerDocument, { kind: "purchase_order" }>, order: Json): boolean {
  return (document.externalId ?? null) !== null && differencesOf(document, order).length > 0;
}

/** The API has a path by id only. A code that cannot stand in a filter is picked out of the whole list. */
async function findItem(api: LedgerApi, tenancy: Tenancy, code: string): Promise<Found> {
  const where = /["\\]/.test(code) ? {} : { where: `Code=="${code}"` };
  const items = await api.list(tenancy, "Items", where);
  return idOf(items.find(({ Code }) => Code === code) ?? null, "ItemID");
}

async function findContact(api: LedgerApi, tenancy: Tenancy, reference: string): Promise<Found> {
  const [contact] = await api.list(tenancy, "Contacts", { where: `ContactNumber=="${reference}"` });
  return idOf(contact ?? null, "ContactID");
}

async function findOption(
  api: LedgerApi,
  tenancy: Tenancy,
  { category, name }: Extract<LedgerDocument, { kind: "tracking_option" }>,
): Promise<Found> {
  const categories = await api.list(tenancy, "TrackingCategories", {});
  const found = categories.find(({ Name }) => Name === category);
  const options = Array.isArray(found?.Options) ? (found.Options as Json[]) : [];
  return idOf(options.find(({ Name }) => Name === name) ?? null, "TrackingOptionID");
}

async function findChangeOrder(
  api: LedgerApi,
  tenancy: Tenancy,
  { number, reference, purchaseOrderId }: Extract<LedgerDocument, { kind: "change_order" }>,
): Promise<Found> {
  const order = await api.get(tenancy, "PurchaseOrders", purchaseOrderId);
  const lines = Array.isArray(order?.LineItems) ? (order.LineItems as Json[]) : [];
  const mark = changeOrderMark(number, reference);
  const there = lines.some(({ Description }) => typeof Description === "string" && Description.startsWith(mark));
  return there ? { externalId: purchaseOrderId } : null;
}

/** Numbers are not unique, so those that share it are told apart by the address of the record. */
async function findBill(
  api: LedgerApi,
  tenancy: Tenancy,
  { number, sourceUrl }: Extract<LedgerDocument, { kind: "bill" }>,
): Promise<Found> {
  for (let page = 1; ; page += 1) {
    const rows = await api.list(tenancy, "Invoices", { invoiceNumbers: [number], page });
    const found = rows.find(({ Url, Status }) => Url === sourceUrl && Status !== "DELETED" && Status !== "VOIDED");
    if (found) return idOf(found, "InvoiceID");
    if (rows.length === 0) return null;
  }
}

function idOf(row: Json | null, field: string): Found {
  const id = row?.[field];
  return typeof id === "string" && id !== "" ? { externalId: id } : null;
}
