import { isJson, listOf, textOf, type Json, type KindName } from "../../src/dev/ledger/ledger-object";
import type { LedgerStore } from "../../src/dev/ledger/ledger-store";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import type { RecordEntity } from "../../src/records/record/record.entity";

/** What the ledger holds, by what names its records' things there. */
export type LedgerRows = Readonly<Record<"items" | "options" | "contacts" | "orders" | "bills" | "marks", Count>>;
type Count = ReadonlyMap<string, number>;

export function ledgerRows(store: LedgerStore): LedgerRows {
  const rows = (kind: KindName) => store.list(SANDBOX_TENANT.id, kind).map(({ body }) => body);
  const orders = rows("PurchaseOrders").filter(({ Reference }) => textOf(Reference) !== "");
  return {
    items: counted(rows("Items").map(({ Code }) => textOf(Code))),
    options: counted(
      rows("TrackingCategories").flatMap(({ Options }) => listOf(Options).map(({ Name }) => textOf(Name))),
    ),
    contacts: counted(rows("Contacts").map(({ ContactNumber }) => textOf(ContactNumber))),
    orders: counted(orders.map(({ Reference }) => textOf(Reference))),
    bills: counted(rows("Invoices").map(({ Url }) => lastPart(textOf(Url)))),
    marks: counted(orders.flatMap(marksOf)),
  };
}

/** How often what the record became is in the ledger. */
export function countInLedger(rows: LedgerRows, record: RecordEntity): number {
  const [count, name] = placeOf(rows, record);
  return count.get(name) ?? 0;
}

/** Names in the ledger that are of none of the records. */
export function strayInLedger(rows: LedgerRows, records: readonly RecordEntity[]): string[] {
  const known = new Set(
    records.map((record) => placeOf(rows, record)).map(([count, name]) => `${nameOf(rows, count)} ${name}`),
  );
  return Object.entries(rows).flatMap(([kind, count]) =>
    [...count.keys()].map((name) => `${kind} ${name}`).filter((name) => !known.has(name)),
  );
}

function nameOf(rows: LedgerRows, count: Count): string {
  return Object.entries(rows).find(([, one]) => one === count)?.[0] ?? "";
}

function placeOf(rows: LedgerRows, { feature, id, number, title }: RecordEntity): [Count, string] {
  switch (feature) {
    case "cost_code":
      return [rows.items, number];
    case "project":
      return [rows.options, title];
    case "vendor":
      return [rows.contacts, id];
    case "commitment":
      return [rows.orders, id];
    case "commitment_change_order":
      return [rows.marks, id.slice(-12)];
    default:
      return [rows.bills, id];
  }
}

/** The marks of change orders on an order's lines; the run's change orders have one line each. */
function marksOf({ LineItems }: Json): string[] {
  return listOf(LineItems).flatMap((line) =>
    isJson(line) ? (/^CO \S+ \[(.{12})\]/.exec(textOf(line.Description))?.[1] ?? []) : [],
  );
}

function lastPart(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}

function counted(names: readonly string[]): Count {
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
}
