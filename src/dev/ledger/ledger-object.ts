/** The books of the sandbox ledger, in the shapes of Xero's accounting API. */
export type Json = Record<string, unknown>;

/** One kind of object: its name in paths and envelopes, its id field and the fields it is found by. */
export interface Kind {
  readonly collection: string;
  readonly idField: string;
  /** Unique within an organisation, or only an aid to finding (bill numbers are not unique). */
  readonly numberField: string;
}

export const KINDS = {
  Contacts: { collection: "Contacts", idField: "ContactID", numberField: "Name" },
  Items: { collection: "Items", idField: "ItemID", numberField: "Code" },
  TrackingCategories: { collection: "TrackingCategories", idField: "TrackingCategoryID", numberField: "Name" },
  PurchaseOrders: { collection: "PurchaseOrders", idField: "PurchaseOrderID", numberField: "PurchaseOrderNumber" },
  Invoices: { collection: "Invoices", idField: "InvoiceID", numberField: "InvoiceNumber" },
  Payments: { collection: "Payments", idField: "PaymentID", numberField: "Reference" },
  BankTransactions: { collection: "BankTransactions", idField: "BankTransactionID", numberField: "Reference" },
  CreditNotes: { collection: "CreditNotes", idField: "CreditNoteID", numberField: "CreditNoteNumber" },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}

/** A stored object; the body is what the API shows. */
export interface LedgerObject {
  readonly id: string;
  readonly kind: KindName;
  readonly number: string;
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly body: Json;
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter((entry): entry is Json => isJson(entry)) : [];
}

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Dates as Xero's JSON writes them. */
export function wireDate(milliseconds: number): string {
  return `/Date(${milliseconds}+0000)/`;
}
