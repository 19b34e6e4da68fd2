import { decimalText } from "../../kernel/money";
import type { Json } from "./ledger-api";
import type { AppendedLines, ArrivesAs, DocumentLine, LedgerDocument, LineTracking } from "./ledger-document";

type Of<K extends LedgerDocument["kind"]> = Extract<LedgerDocument, { kind: K }>;

const ADDRESS_LINES = 4;

/** Documents in the shapes of Xero's accounting API. */
export function itemRow({ code, name, description }: Of<"item">): Json {
  return { Code: code, Name: name, Description: description, PurchaseDescription: description, IsPurchased: true };
}

/** The contact number is ours to give: by it the contact is found again. */
export function contactRow({ reference, name, email, details = {} }: Of<"contact">): Json {
  const { address, city, region, postalCode, country, phone, fax, taxNumber } = details;
  const place = stated({ City: city, Region: region, PostalCode: postalCode, Country: country });
  const address1 = stated({ ...addressLines(address ?? ""), ...place });
  const phones = [
    { PhoneType: "DEFAULT", PhoneNumber: phone },
    { PhoneType: "FAX", PhoneNumber: fax },
  ].filter(({ PhoneNumber }) => PhoneNumber);
  return {
    Name: name,
    ContactNumber: reference,
    ...stated({ EmailAddress: email, TaxNumber: taxNumber }),
    ...(Object.keys(address1).length === 0 ? {} : { Addresses: [{ AddressType: "STREET", ...address1 }] }),
    ...(phones.length === 0 ? {} : { Phones: phones }),
  };
}

/** The ledger has four lines for a street; what has more comes in the last of them. */
function addressLines(address: string): Json {
  const lines = address.split("\n").filter((line) => line !== "");
  const kept = lines.length > ADDRESS_LINES ? [...lines.slice(0, 3), lines.slice(3).join(", ")] : lines;
  return Object.fromEntries(kept.map((line, index) => [`AddressLine${index + 1}`, line]));
}

function stated(values: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null && value !== ""));
}

export function orderRow(order: Of<"purchase_order">): Json {
  const { reference, number, date, contactId, currency, lines, externalId = null, changeOrders = [] } = order;
  const { deliveryInstructions, arrivesAs } = order;
  return {
    // A later version of what the ledger has replaces all of its lines: those of its change orders are said again.
    ...(externalId === null ? {} : { PurchaseOrderID: externalId }),
    PurchaseOrderNumber: number,
    Reference: reference,
    Date: date,
    Contact: { ContactID: contactId },
    CurrencyCode: currency,
    ...stated({ DeliveryInstructions: deliveryInstructions }),
    LineAmountTypes: "Exclusive",
    ...statusRow(arrivesAs, externalId === null),
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
  return /^CO .+ \[[0-9a-f]{12}\] /.test(description);
}

/**
 * A bill's number is the vendor's and need not be unique, and the API keeps a reference for sales invoices only:
 * the address of the record is what tells one bill from another.
 */
export function billRow(bill: Of<"bill">): Json {
  const { number, date, dueDate, contactId, currency, lines, sourceUrl, arrivesAs } = bill;
  return {
    Type: "ACCPAY",
    InvoiceNumber: number,
    Date: date,
    DueDate: dueDate,
    Contact: { ContactID: contactId },
    CurrencyCode: currency,
    LineAmountTypes: "Exclusive",
    ...statusRow(arrivesAs, true),
    Url: sourceUrl,
    LineItems: lines.map(lineRow),
  };
}

/** What arrived as a draft may be approved there by now: a later version leaves that as it is. */
function statusRow(arrivesAs: ArrivesAs = "authorised", isNew: boolean): Json {
  return isNew || arrivesAs === "authorised" ? { Status: arrivesAs.toUpperCase() } : {};
}

function lineRow({ description, amount, itemCode, tracking, booking = {} }: DocumentLine): Json {
  const tracked = [
    ...(tracking === null ? [] : [trackingRow(tracking)]),
    ...(booking.tracking
      ? [{ TrackingCategoryID: booking.tracking.categoryId, TrackingOptionID: booking.tracking.optionId }]
      : []),
  ];
  return {
    Description: description,
    Quantity: 1,
    UnitAmount: Number(decimalText(amount)),
    ...(itemCode === null ? {} : { ItemCode: itemCode }),
    ...stated({ AccountCode: booking.accountCode, TaxType: booking.taxType }),
    ...(tracked.length === 0 ? {} : { Tracking: tracked }),
  };
}

/** By ids where they are known: an option may be spelled, shortened or called otherwise there. */
function trackingRow({ category, option, ids }: LineTracking): Json {
  if (ids) return { TrackingCategoryID: ids.categoryId, TrackingOptionID: ids.optionId };
  return { Name: category, Option: option };
}

/** What a line that stays must say again: also what the bookkeeper has given it. */
function keptLine(line: Json): Json {
  const { LineItemID, Description, Quantity, UnitAmount, ItemCode, Tracking } = line;
  const { AccountCode, TaxType, DiscountRate } = line;
  const kept = {
    LineItemID,
    Description,
    Quantity,
    UnitAmount,
    ItemCode,
    Tracking,
    AccountCode,
    TaxType,
    DiscountRate,
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}
