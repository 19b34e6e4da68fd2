import { isJson, KINDS, textOf, type Json, type KindName, type LedgerObject } from "../ledger-object";

const PAGE_SIZE = 100;
const LARGEST_PAGE = 1000;

/** Query parameters as they came. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** The rows that a list call asks for, by the parameters that Xero documents for it. */
export function select(kind: KindName, rows: readonly LedgerObject[], parameters: Parameters): Json[] {
  const { idField, numberField } = KINDS[kind];
  const filters: ((body: Json) => boolean)[] = [];
  among(filters, parameters.IDs, (body) => textOf(body[idField]));
  among(filters, parameters.InvoiceNumbers, (body) => textOf(body[numberField]));
  among(filters, parameters.ContactIDs, (body) => (isJson(body.Contact) ? textOf(body.Contact.ContactID) : ""));
  among(filters, parameters.Statuses ?? parameters.Status, (body) => textOf(body.Status));
  const search = parameters.searchTerm?.toLowerCase();
  if (search !== undefined) filters.push((body) => textOf(body[numberField]).toLowerCase().includes(search));
  filters.push(...conditions(parameters.where));
  if (kind === "Contacts" && parameters.includeArchived !== "true")
    filters.push((body) => textOf(body.ContactStatus) !== "ARCHIVED");
  const found = ordered(rows, parameters.order)
    .map(({ body }) => body)
    .filter((body) => filters.every((fits) => fits(body)));
  return paged(found, parameters);
}

/** `order` as far as it is used here: by date of change. Anything else is the order of making. */
function ordered(rows: readonly LedgerObject[], order: string | undefined): readonly LedgerObject[] {
  if (order === "UpdatedDateUTC ASC") return [...rows].sort((a, b) => a.updatedAt - b.updatedAt);
  if (order === "UpdatedDateUTC DESC") return [...rows].sort((a, b) => b.updatedAt - a.updatedAt);
  return rows;
}

function among(filters: ((body: Json) => boolean)[], list: string | undefined, read: (body: Json) => string): void {
  if (list === undefined || list === "") return;
  const wanted = new Set(list.split(","));
  filters.push((body) => wanted.has(read(body)));
}

/**
 * `where` as far as it is used here: `Field=="text"` or `Field==Guid("id")`, joined by AND, or all of them by OR. Anything
 * else fits nothing.
 */
function conditions(where: string | undefined): ((body: Json) => boolean)[] {
  if (where === undefined || where === "") return [];
  const either = where.split(/\s+OR\s+/);
  if (either.length === 1) return where.split(/\s+AND\s+/).map(condition);
  const fits = either.map(condition);
  return [(body) => fits.some((one) => one(body))];
}

function condition(part: string): (body: Json) => boolean {
  const match = /^\s*([\w.]+)\s*==\s*(?:Guid\()?"((?:[^"\\]|\\.)*)"\)?\s*$/.exec(part);
  if (!match) return () => false;
  const [, field = "", value = ""] = match;
  return (body: Json) => textOf(at(body, field)) === value.replace(/\\(.)/g, "$1");
}

function at(body: Json, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (isJson(value) ? value[key] : undefined), body);
}

/** Without `page` a list is whole, as Xero's older lists are. */
function paged(rows: Json[], { page, pageSize }: Parameters): Json[] {
  if (page === undefined) return rows;
  const size = Math.min(LARGEST_PAGE, Math.max(1, Number(pageSize ?? PAGE_SIZE) || PAGE_SIZE));
  const number = Math.max(1, Number(page) || 1);
  return rows.slice((number - 1) * size, number * size);
}
