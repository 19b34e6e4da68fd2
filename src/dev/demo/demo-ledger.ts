import { Like } from "typeorm";
import type { App } from "../../application";
import type { LedgerDocument } from "../../erp/connector/ledger-document";
import { billRow, contactRow, itemRow, orderRow } from "../../erp/connector/payloads";
import type { Json, KindName } from "../ledger/ledger-object";
import { KINDS, textOf, wireDate } from "../ledger/ledger-object";
import type { LedgerStore } from "../ledger/ledger-store";
import { SANDBOX_TENANT } from "../ledger/sandbox-parts";
import { settled, withTotals } from "../ledger/books/totals";
import { documentsOf } from "../../records/document/record-document";
import { RecordEntity } from "../../records/record/record.entity";

const TENANT = SANDBOX_TENANT.id;
const CATEGORY = "Job";
/** The demo's amounts are in US dollars. */
const MINOR = 100;
/** When the demo's books were begun: the change of what carries no date of its own. */
const STOCKED_AT = Date.parse("2026-09-01");

/**
 * Puts what the demo's records were said to be in the ledger into the sandbox's books, under those ids, and what was said to
 * be read from there; once.
 */
export async function stockSandbox(app: App, store: LedgerStore): Promise<void> {
  if (store.count(TENANT, "TrackingCategories") > 0) return;
  const manager = app.database.read();
  const held = await manager.find(RecordEntity, { where: { externalId: Like("demo-%") }, order: { createdAt: "ASC" } });
  const records = held.filter(({ direction }) => direction === "export");
  const read = held.filter(({ direction }) => direction === "import");
  const documents = await documentsOf(manager, records, app.config.publicUrl);
  const options: Json[] = [];
  records.forEach((record, index) => {
    const document = documents[index];
    if (!document || "missing" in document || record.externalId === null) return;
    if (document.kind === "tracking_option") options.push(optionOf(record.externalId, document.name));
    const place = placeOf(document);
    if (place) put(store, place.kind, record.externalId, place.row);
  });
  for (const { feature, externalId, title } of read)
    if (feature === "project" && externalId !== null) options.push(optionOf(externalId, title));
  put(store, "TrackingCategories", "demo-category", { Name: CATEGORY, Status: "ACTIVE", Options: options });
  for (const record of read) putRead(store, record);
}

function optionOf(id: string, name: string): Json {
  return { TrackingOptionID: id, Name: name, Status: "ACTIVE" };
}

/** What was made in the ledger itself. */
function putRead(store: LedgerStore, record: RecordEntity): void {
  const { feature, title, externalId } = record;
  const [id = "", line = ""] = (externalId ?? "").split("/");
  const amount = (record.amountMinor ?? 0) / MINOR;
  const date = record.documentDate?.slice(0, 10);
  if (feature === "vendor") put(store, "Contacts", id, { Name: title, ContactStatus: "ACTIVE", IsSupplier: true });
  if (feature === "commitment_payment") pay(store, id, record.number, { Amount: amount, Date: date });
  if (feature !== "job_cost") return;
  const Tracking = [{ Name: CATEGORY, Option: record.payload["job"] }];
  const ItemCode = record.payload["costCode"];
  const LineItems = [{ LineItemID: line, Description: title, Quantity: 1, UnitAmount: amount, ItemCode, Tracking }];
  const document = { Type: "SPEND", Reference: record.number, Date: date, CurrencyCode: record.amountCurrency };
  put(store, "BankTransactions", id, withTotals({ ...document, Status: "AUTHORISED", LineItems }));
}

/** The payment, and its bill with that much less to pay. */
function pay(store: LedgerStore, id: string, number: string, payment: Json): void {
  const bill = store.byNumber(TENANT, "Invoices", number)[0];
  if (!bill) return;
  put(store, "Invoices", bill.id, { ...bill.body, ...settled(bill.body, "AmountPaid", Number(payment.Amount)) });
  const { CurrencyCode } = bill.body;
  const Invoice = { InvoiceID: bill.id, InvoiceNumber: number, CurrencyCode };
  put(store, "Payments", id, { ...payment, Reference: number, Invoice, Status: "AUTHORISED" });
}

function placeOf(document: LedgerDocument): { kind: KindName; row: Json } | null {
  switch (document.kind) {
    case "item":
      return { kind: "Items", row: itemRow(document) };
    case "contact":
      return { kind: "Contacts", row: { ContactStatus: "ACTIVE", ...contactRow(document) } };
    case "purchase_order":
      return { kind: "PurchaseOrders", row: withTotals(orderRow(document)) };
    case "bill":
      return { kind: "Invoices", row: withTotals(billRow(document)) };
    case "tracking_option":
    case "change_order":
      return null;
  }
}

function put(store: LedgerStore, kind: KindName, id: string, row: Json): void {
  const { idField, numberField } = KINDS[kind];
  const updatedAt = Date.parse(textOf(row.Date)) || STOCKED_AT;
  const body = { ...row, [idField]: id, UpdatedDateUTC: wireDate(updatedAt) };
  const status = textOf(row.Status) || textOf(row.ContactStatus);
  store.put(TENANT, { id, kind, number: textOf(row[numberField]), status, updatedAt, body });
}
