import { textOf } from "../../kernel/text";
import type { ChangeKind, LedgerChange, Standing, Tenancy } from "./connector";
import type { Collection, Json, LedgerApi } from "./ledger-api";

interface Place {
  readonly collection: Collection;
  readonly id: string;
  readonly number: string;
  readonly where?: string;
  /** It comes in one list, without pages. */
  readonly whole?: true;
}

const PLACES: Readonly<Record<Exclude<ChangeKind, "tracking_option">, Place>> = {
  item: { collection: "Items", id: "ItemID", number: "Code", whole: true },
  contact: { collection: "Contacts", id: "ContactID", number: "Name" },
  purchase_order: { collection: "PurchaseOrders", id: "PurchaseOrderID", number: "PurchaseOrderNumber" },
  bill: { collection: "Invoices", id: "InvoiceID", number: "InvoiceNumber", where: 'Type=="ACCPAY"' },
  payment: { collection: "Payments", id: "PaymentID", number: "Reference" },
  spend_money: { collection: "BankTransactions", id: "BankTransactionID", number: "Reference", where: 'Type=="SPEND"' },
  supplier_credit: {
    collection: "CreditNotes",
    id: "CreditNoteID",
    number: "CreditNoteNumber",
    where: 'Type=="ACCPAYCREDIT"',
  },
};
const BY_CHANGE = "UpdatedDateUTC ASC";
const GONE: Readonly<Record<string, Standing>> = { DELETED: "deleted", VOIDED: "voided", ARCHIVED: "archived" };

/** A page of what changed, in the words of the port. */
export async function readChanges(
  api: LedgerApi,
  tenancy: Tenancy,
  kind: ChangeKind,
  since: string | null,
  page: number,
): Promise<readonly LedgerChange[]> {
  if (kind === "tracking_option") return page > 1 ? [] : trackingOptions(api, tenancy);
  const { collection, id, number, where, whole } = PLACES[kind];
  if (whole && page > 1) return [];
  const rows = await api.list(tenancy, collection, {
    ...(whole ? {} : { page, order: BY_CHANGE, includeArchived: true }),
    ...(where === undefined ? {} : { where }),
    ...(since === null ? {} : { modifiedSince: since }),
  });
  return rows.map((row) => changeOf(row, id, number));
}

function changeOf(row: Json, id: string, number: string): LedgerChange {
  const status = textOf(row.Status) || textOf(row.ContactStatus);
  return {
    externalId: textOf(row[id]),
    number: textOf(row[number]),
    status,
    standing: GONE[status] ?? "there",
    changedAt: instantOf(row.UpdatedDateUTC),
    body: row,
  };
}

/** The options of all categories, each with the category's name. They carry no date of change. */
async function trackingOptions(api: LedgerApi, tenancy: Tenancy): Promise<readonly LedgerChange[]> {
  const categories = await api.list(tenancy, "TrackingCategories", { includeArchived: true });
  return categories.flatMap((category) => {
    const options = Array.isArray(category.Options) ? (category.Options as Json[]) : [];
    return options.map((option) =>
      changeOf(
        {
          ...option,
          Category: textOf(category.Name),
          CategoryID: textOf(category.TrackingCategoryID),
          UpdatedDateUTC: null,
        },
        "TrackingOptionID",
        "Name",
      ),
    );
  });
}

/** "/Date(1764000000000+0000)/" and ISO text alike. */
export function instantOf(value: unknown): string {
  const match = /\/Date\((-?\d+)/.exec(textOf(value));
  const date = match ? new Date(Number(match[1])) : new Date(textOf(value));
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
