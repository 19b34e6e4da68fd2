import { readDay, readMoney } from "../../infra/tables/cells";
import { wordKey } from "../../infra/tables/words";
import { decimalText, readCurrency } from "../../kernel/money";
import type { ItemValues } from "./checking";
import type { FieldSpec } from "./field";

/** What the amounts of a table are of. */
export interface CellManner {
  /** As the row says; null: it does not. */
  readonly currency: string | null;
  /** The company's own. */
  readonly home: string;
}

const YES = new Set(["x", "yes", "y", "oui", "o", "1", "vrai", "true"]);
const NO = new Set(["no", "n", "non", "0", "faux", "false"]);

/** Cells as the form wants them: what people write in tables is read; what is not understood stays, and the form says why. */
export function cellValues(
  fields: readonly FieldSpec[],
  cells: Readonly<Record<string, string>>,
  manner: CellManner,
): ItemValues {
  const specs = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => {
      const spec = specs.get(name);
      return [name, spec ? valueOf(spec, cell, manner) : cell];
    }),
  );
}

function valueOf({ kind, choices = [] }: FieldSpec, cell: string, manner: CellManner): string {
  switch (kind) {
    case "amount":
      return amountOf(cell, manner);
    case "date": {
      const day = readDay(cell);
      return "value" in day ? day.value : cell;
    }
    case "flag":
      return YES.has(cell.toLowerCase()) ? "true" : NO.has(cell.toLowerCase()) ? "false" : cell;
    case "choice":
      return choices.find((choice) => wordKey(choice) === wordKey(cell)) ?? cell;
    default:
      return cell;
  }
}

/** Deductions are written with a minus or, as accountants do, in brackets. */
function amountOf(cell: string, { currency, home }: CellManner): string {
  if (/^-?\d+(\.\d+)?$/.test(cell)) return cell;
  const [, bracketed] = /^\((.+)\)$/.exec(cell) ?? [];
  const isLess = bracketed !== undefined || /^[-\u2212]/.test(cell);
  const size = bracketed ?? cell.replace(/^[-\u2212]\s*/, "");
  const told = currency === null ? home : readCurrency(currency);
  const read = told === null ? null : readMoney(size, told, home);
  if (!read || !("value" in read)) return cell;
  return decimalText(isLess ? { ...read.value, minor: -read.value.minor } : read.value);
}
