import { isJson, listOf, textOf, type Json } from "../ledger-object";
import { bookingFaults, type Chart } from "./chart";
import { hundredths } from "./totals";

/** The books a rule looks into: what is in the organisation already. */
export interface Books {
  contact(id: string): Json | null;
  itemByCode(code: string): Json | null;
  /** With their options. */
  trackingCategories(): readonly Json[];
  purchaseOrdersNumbered(number: string): readonly Json[];
  invoice(id: string): Json | null;
  readonly chart: Chart;
}

const LINE_TRACKING = 2;
const DESCRIPTION = 4000;

/** Rules that purchase orders, bills and money spent have in common: a contact, lines, items and tracking that exist. */
export function documentFaults(body: Json, books: Books): string[] {
  const faults: string[] = [];
  const contact = isJson(body.Contact) ? textOf(body.Contact.ContactID) : "";
  if (contact === "") faults.push("A Contact must be specified for this type of transaction");
  else if (!books.contact(contact)) faults.push("The contact with the specified contact details could not be found");
  else if (books.contact(contact)?.ContactStatus === "ARCHIVED") faults.push("The Contact has been archived");
  const lines = listOf(body.LineItems);
  if (lines.length === 0) faults.push("One or more line items must be specified");
  for (const line of lines) faults.push(...lineFaults(line, books));
  return faults;
}

function lineFaults(line: Json, books: Books): string[] {
  const faults: string[] = [];
  const description = textOf(line.Description);
  if (description === "") faults.push("Description must not be empty");
  if (description.length > DESCRIPTION) faults.push(`Description must not be longer than ${DESCRIPTION} characters`);
  const code = textOf(line.ItemCode);
  if (code !== "" && !books.itemByCode(code)) faults.push(`Item code '${code}' is not valid`);
  const tracking = listOf(line.Tracking);
  if (tracking.length > LINE_TRACKING) faults.push("A line item may have at most 2 tracking elements");
  for (const entry of tracking) {
    const fault = trackingFault(entry, books);
    if (fault !== null) faults.push(fault);
  }
  return faults;
}

function trackingFault(entry: Json, books: Books): string | null {
  const { category, option } = trackingOf(entry, books.trackingCategories());
  const named = textOf(entry.Name) || textOf(entry.TrackingCategoryID);
  if (!category) return `The tracking category '${named}' is not valid`;
  if (option?.Status === "ACTIVE") return null;
  const asked = textOf(entry.Option) || textOf(entry.TrackingOptionID);
  return `The tracking option '${asked}' is not valid for the tracking category '${named}'`;
}

/** What a line's tracking means: by ids where it has them, else by names. */
export function trackingOf(entry: Json, categories: readonly Json[]): { category?: Json; option?: Json } {
  const { TrackingCategoryID: categoryId, TrackingOptionID: optionId, Name, Option } = entry;
  const category = categories.find((one) => (categoryId ? one.TrackingCategoryID === categoryId : one.Name === Name));
  const options = listOf(category?.Options);
  const option = options.find((one) => (optionId ? one.TrackingOptionID === optionId : one.Name === Option));
  return { ...(category && { category }), ...(option && { option }) };
}

/** A document as the ledger shows it: each line's tracking by its ids, with the names that those have now. */
export function withTracking(body: Json, categories: readonly Json[]): Json {
  if (!Array.isArray(body.LineItems)) return body;
  const lines = listOf(body.LineItems).map((line) => {
    if (!Array.isArray(line.Tracking)) return line;
    return { ...line, Tracking: listOf(line.Tracking).map((entry) => shown(entry, categories)) };
  });
  return { ...body, LineItems: lines };
}

function shown(entry: Json, categories: readonly Json[]): Json {
  const { category, option } = trackingOf(entry, categories);
  if (!category || !option) return entry;
  const { TrackingCategoryID, Name } = category;
  return { TrackingCategoryID, TrackingOptionID: option.TrackingOptionID, Name, Option: option.Name };
}

const ORDER_STATUSES = ["DRAFT", "SUBMITTED", "AUTHORISED", "BILLED", "DELETED"];
const BILL_MOVES: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ["DRAFT", "SUBMITTED", "AUTHORISED", "DELETED"],
  SUBMITTED: ["DRAFT", "SUBMITTED", "AUTHORISED", "DELETED"],
  AUTHORISED: ["AUTHORISED", "VOIDED"],
  PAID: [],
  VOIDED: [],
  DELETED: [],
};

/** @param before the order that is changed; null: a new one */
export function purchaseOrderFaults(body: Json, before: Json | null, books: Books): string[] {
  if (before?.Status === "DELETED") return ["Purchase Order not of valid status for modification"];
  if (!ORDER_STATUSES.includes(textOf(body.Status))) return [`Status '${textOf(body.Status)}' is not valid`];
  if (body.Status === "DELETED") return [];
  const number = textOf(body.PurchaseOrderNumber);
  const others = books
    .purchaseOrdersNumbered(number)
    .filter((order) => order.PurchaseOrderID !== before?.PurchaseOrderID && order.Status !== "DELETED");
  const faults = number !== "" && others.length > 0 ? ["Order number must be unique"] : [];
  return [...faults, ...documentFaults(body, books), ...bookingFaults(body, books.chart, false)];
}

/** Bills: their numbers need not be unique, so a repeated write makes a second bill. */
export function invoiceFaults(body: Json, before: Json | null, books: Books): string[] {
  const status = textOf(body.Status);
  if (before) {
    const moves = BILL_MOVES[textOf(before.Status)] ?? [];
    if (!moves.includes(status)) return ["Invoice not of valid status for modification"];
    if (status === "VOIDED" || status === "DELETED") return [];
  } else if (!Object.hasOwn(BILL_MOVES, status)) return [`Status '${status}' is not valid`];
  const faults = body.Type === "ACCPAY" || body.Type === "ACCREC" ? [] : ["Invalid Invoice type"];
  if (textOf(body.InvoiceNumber).length > 255) faults.push("Invoice # must not be longer than 255 characters");
  if (status === "AUTHORISED" && textOf(body.DueDate) === "") faults.push("Due Date cannot be empty");
  return [...faults, ...documentFaults(body, books), ...bookingFaults(body, books.chart, status === "AUTHORISED")];
}

export function paymentFaults(body: Json, books: Books): string[] {
  const invoice = books.invoice(isJson(body.Invoice) ? textOf(body.Invoice.InvoiceID) : "");
  if (!invoice) return ["Invoice could not be found"];
  if (invoice.Status !== "AUTHORISED") return ["Payments can only be made against Authorised documents"];
  const amount = Number(body.Amount);
  if (!(amount > 0)) return ["Amount must be greater than zero"];
  return amount > Number(invoice.AmountDue) ? ["Payment amount exceeds the amount outstanding on this document"] : [];
}

/**
 * A credit note is allocated as far as it goes, to bills of its contact in its currency, and never beyond what is due of one
 * (Xero OpenAPI, CreditNote.RemainingCredit and Allocation).
 */
export function allocationFaults({ Amount }: Json, note: Json, invoice: Json): string[] {
  const amount = hundredths(Amount);
  if (!(amount > 0)) return ["Amount must be greater than zero"];
  if (note.Status !== "AUTHORISED" || invoice.Status !== "AUTHORISED")
    return ["Credit can only be allocated between Authorised documents"];
  const contact = ({ Contact }: Json) => (isJson(Contact) ? Contact.ContactID : undefined);
  if (contact(note) !== contact(invoice)) return ["The credit note and the invoice must be for the same Contact"];
  const currencies = [note, invoice].flatMap(({ CurrencyCode }) => textOf(CurrencyCode) || []);
  if (new Set(currencies).size > 1) return ["The credit note and the invoice must be in the same currency"];
  const allocated = listOf(note.Allocations).reduce((sum, one) => sum + hundredths(one.Amount), 0);
  if (amount > hundredths(note.Total) - allocated) return ["Amount exceeds the remaining credit of the credit note"];
  return amount > hundredths(invoice.AmountDue) ? ["Amount exceeds the amount outstanding on this document"] : [];
}
