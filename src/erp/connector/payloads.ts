import { decimalText } from "../../kernel/money";
import type { Json } from "./ledger-api";
import type { AppendedLines, DocumentLine, LedgerDocument } from "./ledger-document";

type Of<K extends LedgerDocument["kind"]> = Extract<LedgerDocument, { kind: K }>;

/** Documents in the shapes of Xero's accounting API. */
export function itemRow({ code, name, description }: Of<"item">): Json {
  return { Code: code, Name: name, Description: description, PurchaseDescription: description, IsPurchased: true };
}

/** The contact number is ours to give: by it the contact is found again. */
export function contactRow({ reference, name, email }: Of<"contact">): Json {
  return { Name: name, ContactNumber: reference, ...(email === null ? {} : { EmailAddress: email }) };
}

export function orderRow(order: Of<"purchase_order">): Json {
  const { reference, number, date, contactId, currency, lines, externalId = null, changeOrders = [] } = order;
  return {
    // A later version of what the ledger has replaces all of its lines: those of its change orders are said again.
    ...(externalId === null ? {} : { PurchaseOrderID: externalId }),
    PurchaseOrderNumber: number,
    Reference: reference,
    Date: date,
    Contact: { ContactID: contactId },
    CurrencyCode: currency,
    LineAmountTypes: "Exclusive",
    Status: "AUTHORISED",
    LineItems: [...lines.map(lineRow), ...(externalId === null ? [] : changeOrders.flatMap(addedRows))],
  };
}

/** The order with the change order's lines behind its own; each says which change order it came with. */
export function appendedOrderRow(order: Json, change: Of<"change_order">): Json {
  const present = Array.isArray(order.LineItems) ? (order.LineItems as Json[]) : [];
  return { PurchaseOrderID: order.PurchaseOrderID, LineItems: [...present.map(keptLine), ...addedRows(change)] };
}

function addedRows({ reference, number, lines }: AppendedLines): Json[] {
  return lines.map((line) => ({
    ...lineRow(line),
    Description: `${changeOrderMark(number, reference)} ${line.description}`,
  }));
}

/** Stands before the description of each line that a change order brought. */
export function changeOrderMark(number: string, reference: string): string {
  return `CO ${number} [${reference.slice(-12)}]`;
}

/** Whether a line came with a change order: it carries some mark of that form. */
export function isOfChangeOrder(description: string): boolean {
  return /^CO .+ \[.{1,12}\] /.test(description);
}

/**
 * A bill's number is the vendor's and need not be unique, and the API keeps a reference for sales invoices only:
 * the address of the record is what tells one bill from another.
 */
export function billRow({ number, date, dueDate, contactId, currency, lines, sourceUrl }: Of<"bill">): Json {
  return {
    Type: "ACCPAY",
    InvoiceNumber: number,
    Date: date,
    DueDate: dueDate,
    Contact: { ContactID: contactId },
    CurrencyCode: currency,
    LineAmountTypes: "Exclusive",
    Status: "AUTHORISED",
    Url: sourceUrl,
    LineItems: lines.map(lineRow),
  };
}

function lineRow({ description, amount, itemCode, tracking }: DocumentLine): Json {
  return {
    Description: description,
    Quantity: 1,
    UnitAmount: Number(decimalText(amount)),
    ...(itemCode === null ? {} : { ItemCode: itemCode }),
    ...(tracking === null ? {} : { Tracking: [{ Name: tracking.category, Option: tracking.option }] }),
  };
}

/** What a line that stays must say again. */
function keptLine(line: Json): Json {
  const { LineItemID, Description, Quantity, UnitAmount, ItemCode, Tracking } = line;
  const kept = { LineItemID, Description, Quantity, UnitAmount, ItemCode, Tracking };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}
