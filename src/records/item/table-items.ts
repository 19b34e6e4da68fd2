import { fill } from "../../kernel/catalogue";
import type { Bilingual } from "../../kernel/locale";
import { RECORD_TEXTS } from "../texts/record-texts";
import { FEATURE_NAMES } from "../../erp/feature-map/feature-names";
import { UnreadableTable, type TableRecord } from "../../infra/tables/csv-records";
import { tableRecords, type TableSource } from "../../infra/tables/table";
import { belowTitle } from "../../infra/tables/title-rows";
import { wordKey, type Meaning } from "../../infra/tables/words";
import { giveWay } from "../../kernel/deadline";
import type { ItemValues } from "./checking";
import { formOf, OFFERED, type Offered } from "./forms";
import { fieldHeading, LINE } from "./table-headings";
import { cellValues } from "./table-cells";

/** An item of a table, or why the row is none. */
export type TableItem =
  | { readonly line: number; readonly named: string | undefined; readonly values: ItemValues; readonly problem: null }
  | { readonly line: number; readonly named: undefined; readonly values: ItemValues; readonly problem: Bilingual };

/** What each offered feature is called: as the API and as people say. */
export const OFFERED_MEANT: readonly Meaning[] = OFFERED.map((feature) => ({
  shown: feature,
  names: [feature, ...FEATURE_NAMES[feature].en, ...FEATURE_NAMES[feature].fr],
}));

const BY_NAME = new Map(
  OFFERED.flatMap((feature) =>
    [feature, ...FEATURE_NAMES[feature].en, ...FEATURE_NAMES[feature].fr].map(
      (name) => [wordKey(name), feature] as const,
    ),
  ),
);

/** The feature that a cell names; null: none that is offered. */
export function offeredNamed(text: string): Offered | null {
  return BY_NAME.get(wordKey(text)) ?? null;
}

/** A row is an item, or one more line of the item above where all but its `line.` cells are empty or the same. */
export async function* tableItems(source: TableSource, currency: string): AsyncGenerator<TableItem, void> {
  let open: { line: number; key: string; row: ItemRow } | null = null;
  try {
    const table = await belowTitle(tableRecords(source), isLikeHeadings);
    const headings = (table.headings?.cells ?? []).map((cell) => fieldHeading(cell) ?? cell);
    for await (const { line, cells } of table.rows) {
      await giveWay();
      if (cells.length > headings.length) {
        yield bad(line, RECORD_TEXTS.tooManyCells);
        continue;
      }
      const row = rowOf(headings, cells);
      const key = JSON.stringify(row.own);
      if (open && row.line !== null && (key === open.key || key === "{}")) open.row.lines.push(row.line);
      else {
        if (open) yield itemOf(open.line, open.row, currency);
        open = { line, key, row: { own: row.own, lines: row.line === null ? [] : [row.line] } };
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    if (open) yield itemOf(open.line, open.row, currency);
    yield bad(error.line, fill(RECORD_TEXTS.unreadableTable, { why: error.why }));
    return;
  }
  if (open) yield itemOf(open.line, open.row, currency);
}

/** Two fields at least: a title says none, and no row of values says two by chance. */
function isLikeHeadings(cells: TableRecord["cells"]): boolean {
  return cells.filter((cell) => fieldHeading(cell) !== null).length > 1;
}

interface ItemRow {
  readonly own: Record<string, string>;
  readonly lines: Record<string, string>[];
}

function rowOf(headings: readonly string[], cells: readonly string[]) {
  const own: Record<string, string> = {};
  const line: Record<string, string> = {};
  headings.forEach((heading, index) => {
    const cell = cells[index] ?? "";
    if (cell === "") return;
    if (heading.startsWith(LINE)) line[heading.slice(LINE.length)] = cell;
    else own[heading] = cell;
  });
  return { own, line: Object.keys(line).length === 0 ? null : line };
}

function itemOf(line: number, { own, lines }: ItemRow, currency: string): TableItem {
  const { feature: named, ...cells } = own;
  const form = formOf(offeredNamed(named ?? "") ?? "commitment");
  const given = named === undefined ? OFFERED.flatMap((feature) => formOf(feature).fields) : form.fields;
  const lineFields = OFFERED.flatMap((feature) => formOf(feature).lines ?? []);
  const manner = { currency: cells["currency"] ?? null, home: currency };
  const values = cellValues(given, cells, manner);
  const told =
    lines.length > 0 ? { ...values, lines: lines.map((one) => cellValues(lineFields, one, manner)) } : values;
  return { line, named, values: told, problem: null };
}

function bad(line: number, problem: Bilingual): TableItem {
  return { line, named: undefined, values: {}, problem };
}
