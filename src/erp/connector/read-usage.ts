type Json = Readonly<Record<string, unknown>>;

/** What a line of the ledger is booked to. */
export interface Usage {
  readonly accountCode: string | null;
  readonly taxType: string | null;
}

/** A line of a bill, with who it is of and its item. */
export interface UsedLine extends Usage {
  readonly contactId: string;
  readonly itemCode: string | null;
}

/** Bills that nobody has approved, or that are gone, say nothing of how the books are kept. */
const APPROVED = ["AUTHORISED", "PAID"];

/** How the lines of a bill of the ledger are booked. */
export function usedLines(bill: Json): UsedLine[] {
  if (!APPROVED.includes(text(bill["Status"]) ?? "")) return [];
  const contactId = text(objectOf(bill["Contact"])["ContactID"]) ?? "";
  const lines = Array.isArray(bill["LineItems"]) ? (bill["LineItems"] as Json[]) : [];
  return lines.map(({ ItemCode, AccountCode, TaxType }) => ({
    contactId,
    itemCode: text(ItemCode),
    accountCode: text(AccountCode),
    taxType: text(TaxType),
  }));
}

/** What an item of the ledger says of its purchases (Xero OpenAPI, Item.PurchaseDetails). */
export function itemUsage(item: Json): Usage {
  const { AccountCode, COGSAccountCode, TaxType } = objectOf(item["PurchaseDetails"]);
  return { accountCode: text(AccountCode) ?? text(COGSAccountCode), taxType: text(TaxType) };
}

/** What a contact of the ledger says of its bills (Xero OpenAPI, Contact). */
export function contactUsage({ PurchasesDefaultAccountCode, AccountsPayableTaxType }: Json): Usage {
  return { accountCode: text(PurchasesDefaultAccountCode), taxType: text(AccountsPayableTaxType) };
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
