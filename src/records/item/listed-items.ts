import { piecesOf, recordsOf, UnreadableCsv, type ListSource } from "../../directory/access-list/access-list-records";
import { giveWay } from "../../kernel/deadline";
import { isOffered, OFFERED, type Offered } from "./forms";
import type { ItemValues } from "./checking";

export const LIST_FORMATS = ["csv", "json_lines"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** An item of a list, or why the line is none. */
export type ListedItem =
  | { readonly line: number; readonly feature: Offered; readonly values: ItemValues; readonly problem: null }
  | { readonly line: number; readonly feature: null; readonly values: null; readonly problem: string };

/** A line of JSON, or an item's CSV records together, is no longer than this. */
const LONGEST_LINE = 1_000_000;

/** The items of a list, one after another; holds one of them at a time. Never throws for what the list holds. */
export async function* itemsIn(
  source: ListSource,
  format: ListFormat,
  feature: Offered | null,
): AsyncGenerator<ListedItem, void> {
  yield* format === "csv" ? csvItems(source, feature) : jsonItems(source, feature);
}

async function* jsonItems(source: ListSource, feature: Offered | null): AsyncGenerator<ListedItem, void> {
  let line = 0;
  let held = "";
  for await (const piece of typeof source === "string" ? piecesOf(source) : source) {
    const lines = (held + piece).split("\n");
    held = lines.pop() ?? "";
    for (const text of lines) {
      line += 1;
      if (text !== "") yield* jsonItem(text, line, feature);
    }
    await giveWay();
    if (held.length <= LONGEST_LINE) continue;
    yield bad(line + 1, "The line is too long.");
    return;
  }
  yield* jsonItem(held, line + 1, feature);
}

function* jsonItem(text: string, line: number, fallback: Offered | null): Generator<ListedItem, void> {
  if (text.replace(/^\ufeff/, "").trim() === "") return;
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, "")) as unknown;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      yield bad(line, "It is no JSON object.");
      return;
    }
    const { feature, ...values } = value as Record<string, unknown>;
    yield item(line, feature, values, fallback);
  } catch {
    yield bad(line, "It is no JSON.");
  }
}

/** A row is an item, or one more line of the item above where all but its `line.` cells are empty or the same. */
async function* csvItems(source: ListSource, feature: Offered | null): AsyncGenerator<ListedItem, void> {
  let headings: readonly string[] | null = null;
  let open: { line: number; key: string; row: CsvRow } | null = null;
  try {
    for await (const { line, cells } of recordsOf(source)) {
      await giveWay();
      if (cells.every((cell) => cell === "")) continue;
      if (headings === null) {
        headings = cells;
        continue;
      }
      if (cells.length > headings.length) {
        yield bad(line, "The row has more cells than headings.");
        continue;
      }
      const row = rowOf(headings, cells);
      const key = JSON.stringify(row.own);
      if (open && row.line !== null && (key === open.key || key === "{}")) open.row.lines.push(row.line);
      else {
        if (open) yield csvItem(open.line, open.row, feature);
        open = { line, key, row: { own: row.own, lines: row.line === null ? [] : [row.line] } };
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    if (open) yield csvItem(open.line, open.row, feature);
    yield bad(error.line, `It is not readable as CSV from here on: ${error.message}.`);
    return;
  }
  if (open) yield csvItem(open.line, open.row, feature);
}

interface CsvRow {
  readonly own: Record<string, string>;
  readonly lines: Record<string, string>[];
}

function rowOf(headings: readonly string[], cells: readonly string[]) {
  const own: Record<string, string> = {};
  const line: Record<string, string> = {};
  headings.forEach((heading, index) => {
    const cell = cells[index] ?? "";
    if (cell === "") return;
    if (heading.startsWith("line.")) line[heading.slice(5)] = cell;
    else own[heading] = cell;
  });
  return { own, line: Object.keys(line).length === 0 ? null : line };
}

function csvItem(line: number, { own, lines }: CsvRow, fallback: Offered | null): ListedItem {
  const { feature, ...values } = own;
  return item(line, feature, lines.length > 0 ? { ...values, lines } : values, fallback);
}

function item(line: number, named: unknown, values: ItemValues, fallback: Offered | null): ListedItem {
  const feature = typeof named === "string" && named !== "" ? named.toLowerCase() : fallback;
  if (typeof feature === "string" && isOffered(feature)) return { line, feature, values, problem: null };
  return bad(line, `Say with "feature" what it is: ${OFFERED.join(", ")}.`);
}

function bad(line: number, problem: string): ListedItem {
  return { line, feature: null, values: null, problem };
}
