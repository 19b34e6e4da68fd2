import { FEATURE_NAMES } from "../../../src/erp/feature-map/feature-names";
import type { Locale } from "../../../src/kernel/locale";
import { decimalText, type Money } from "../../../src/kernel/money";
import {
  COLUMN_WORDS,
  LIST_COLUMNS,
  ROLE_WORDS,
  type ListColumn,
} from "../../../src/directory/access-list/access-list-format";
import type { AccessListRow } from "../../../src/directory/access-list/access-list-row";
import type { Feature } from "../../../src/policy/model/vocabulary";

/** How a spreadsheet of that language and maker saves a list. */
export interface Dialect {
  readonly locale: Locale;
  readonly delimiter: "," | ";" | "\t";
  readonly lineEnd: "\n" | "\r\n" | "\r";
  readonly mark: boolean;
}

type Listed = Omit<AccessListRow, "line">;

/** The rows as that spreadsheet writes them; days are written as days. */
export function renderList(rows: readonly Listed[], dialect: Dialect): string {
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, dialect)).join(dialect.delimiter);
  const headings = line(LIST_COLUMNS.map((column) => COLUMN_WORDS[column][dialect.locale][0]));
  const text = [
    headings,
    ...rows.map((row) => line(LIST_COLUMNS.map((column) => cellOf(row, column, dialect.locale)))),
  ];
  return `${dialect.mark ? "\ufeff" : ""}${text.join(dialect.lineEnd)}${dialect.lineEnd}`;
}

function quoted(cell: string, { delimiter }: Dialect): string {
  return /["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function cellOf(row: Listed, column: ListColumn, locale: Locale): string {
  const names = (features: readonly Feature[]) =>
    features.map((feature) => FEATURE_NAMES[feature][locale][0]).join("; ");
  const cells: Record<ListColumn, () => string> = {
    email: () => row.email,
    name: () => row.name ?? "",
    role: () => ROLE_WORDS[row.role][locale][0],
    features: () => names(row.exports),
    import_features: () => names(row.imports),
    projects: () => row.projects?.join(" | ") ?? "",
    ceiling: () => (row.ceiling ? amount(row.ceiling, locale) : ""),
    currency: () => row.ceiling?.currency ?? "",
    valid_from: () => row.validFrom?.slice(0, 10) ?? "",
    valid_until: () => (row.validUntil ? new Date(Date.parse(row.validUntil) - 1).toISOString().slice(0, 10) : ""),
    reason: () => row.reason ?? "",
  };
  return cells[column]();
}

/** With thousands and decimals as the language writes them: 10,000.50 or 10 000,50 with narrow no-break spaces. */
function amount(money: Money, locale: Locale): string {
  const [whole = "", fraction = "00"] = decimalText(money).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "fr" ? "\u202f" : ",");
  return `${grouped}${locale === "fr" ? "," : "."}${fraction}`;
}
