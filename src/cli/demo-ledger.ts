import { Like } from "typeorm";
import type { App } from "../app";
import type { LedgerDocument } from "../connector/ledger-document";
import { billRow, contactRow, itemRow, orderRow } from "../connector/payloads";
import type { Json, KindName } from "../connector/sandbox/ledger-object";
import { KINDS, textOf, wireDate } from "../connector/sandbox/ledger-object";
import type { LedgerStore } from "../connector/sandbox/ledger-store";
import { SANDBOX_TENANT } from "../connector/sandbox/sandbox-parts";
import { withTotals } from "../connector/sandbox/totals";
import { documentsOf } from "../record/delivery/record-document";
import { RecordEntity } from "../record/record.entity";

const TENANT = SANDBOX_TENANT.id;

/** Puts what the demo's records were said to be in the ledger into the sandbox's books, under those ids; once. */
export async function stockSandbox(app: App, store: LedgerStore): Promise<void> {
  if (store.count(TENANT, "TrackingCategories") > 0) return;
  const manager = app.database.read();
  const where = { externalId: Like("demo-%"), direction: "export" as const };
  const records = await manager.find(RecordEntity, { where, order: { createdAt: "ASC" } });
  const documents = await documentsOf(manager, records, app.config.publicUrl);
  const options: Json[] = [];
  records.forEach((record, index) => {
    const document = documents[index];
    if (!document || "missing" in document || record.externalId === null) return;
    if (document.kind === "tracking_option")
      options.push({ TrackingOptionID: record.externalId, Name: document.name, Status: "ACTIVE" });
    const place = placeOf(document);
    if (place) put(store, place.kind, record.externalId, place.row);
  });
  put(store, "TrackingCategories", "demo-category", { Name: "Job", Status: "ACTIVE", Options: options });
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
  const body = { ...row, [idField]: id, UpdatedDateUTC: wireDate(0) };
  const status = textOf(row.Status) || textOf(row.ContactStatus);
  store.put(TENANT, { id, kind, number: textOf(row[numberField]), status, updatedAt: 0, body });
}
