import { UnreadableTable, type TableRecord } from "../../../infra/tables/csv-records";
import { tableRecords, type TableSource } from "../../../infra/tables/table";
import { belowTitle } from "../../../infra/tables/title-rows";
import { giveWay } from "../../../kernel/deadline";
import type { MappingRule } from "../mapping";
import type { MappingRowErrors } from "./mapping-errors";
import { ARRIVAL_WORDS, COLUMN_WORDS, FEATURE_WORDS, MATCH_WORDS, type MappingColumn } from "./mapping-words";

/** A rule of a table; its tracking is named as the table has it. */
export interface MappingRow {
  readonly line: number;
  readonly rule: Omit<MappingRule, "trackingCategoryId" | "trackingOptionId">;
  readonly trackingCategory: string | null;
  readonly trackingOption: string | null;
  /** The heading of a column as the file has it. */
  readonly heading: (column: MappingColumn) => string | null;
}

const NEEDED = ["feature", "matchOn"] as const;
const HEADINGS_LIKE = 2;

/** Tells the errors what cannot be understood, all at once. */
export async function parseMapping(
  source: TableSource,
  errors: MappingRowErrors,
  maxRows: number,
): Promise<MappingRow[]> {
  const rows: MappingRow[] = [];
  try {
    const table = await belowTitle(tableRecords(source), isLikeHeadings);
    const columns = columnsOf(table.headings ?? { line: 1, cells: [] }, errors);
    if (columns === null) return rows;
    for await (const record of table.rows) {
      await giveWay();
      if (record.cells.length > columns.names.length)
        errors.add("TOO_MANY_CELLS", { line: record.line }, record.cells.at(-1));
      const row = rowOf(record, columns, errors);
      if (row) rows.push(row);
      // What is beyond it is refused as a whole, whatever it says.
      if (rows.length > maxRows) return rows;
    }
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    errors.add("UNREADABLE", { line: error.line }, "", error.why[errors.locale]);
  }
  return rows;
}

interface Columns {
  readonly names: readonly string[];
  readonly at: ReadonlyMap<MappingColumn, number>;
}

function isLikeHeadings(cells: readonly string[]): boolean {
  return cells.filter((cell) => COLUMN_WORDS.read(cell) !== null).length >= HEADINGS_LIKE;
}

function columnsOf({ line, cells }: TableRecord, errors: MappingRowErrors): Columns | null {
  const at = new Map<MappingColumn, number>();
  for (const [index, name] of cells.entries()) {
    const column = name === "" ? null : COLUMN_WORDS.read(name);
    if (column === null && name !== "") errors.add("UNKNOWN_COLUMN", { line, column: name }, name);
    else if (column !== null && at.has(column)) errors.add("REPEATED_COLUMN", { line, column: name }, name);
    else if (column !== null) at.set(column, index);
  }
  const missing = NEEDED.filter((column) => !at.has(column));
  for (const column of missing) errors.add("MISSING_COLUMN", { line }, "", COLUMN_WORDS.written(column, errors.locale));
  return missing.length === 0 ? { names: cells, at } : null;
}

function rowOf({ line, cells }: TableRecord, { names, at }: Columns, errors: MappingRowErrors): MappingRow | null {
  const cell = (column: MappingColumn) => cells[at.get(column) ?? -1] ?? "";
  const heading = (column: MappingColumn) => names[at.get(column) ?? -1] ?? null;
  const bad = (code: Parameters<MappingRowErrors["add"]>[0], column: MappingColumn) => {
    errors.add(code, { line, column: heading(column) }, cell(column));
    return null;
  };
  const feature = FEATURE_WORDS.read(cell("feature")) ?? bad("UNKNOWN_FEATURE", "feature");
  const matchOn = MATCH_WORDS.read(cell("matchOn")) ?? bad("UNKNOWN_MATCH", "matchOn");
  const days = cell("paymentDays");
  const paymentDays = days === "" ? null : /^\d{1,9}$/.test(days) ? Number(days) : bad("DAYS_INVALID", "paymentDays");
  const arrival = cell("arrivesAs");
  const arrivesAs = arrival === "" ? null : (ARRIVAL_WORDS.read(arrival) ?? bad("UNKNOWN_ARRIVAL", "arrivesAs"));
  if (feature === null || matchOn === null) return null;
  const rule = {
    feature,
    matchOn,
    matchValue: cell("matchValue"),
    accountCode: cell("account") || null,
    taxType: cell("taxType") || null,
    paymentDays,
    arrivesAs,
  };
  const trackingCategory = cell("trackingCategory") || null;
  return { line, rule, trackingCategory, trackingOption: cell("trackingOption") || null, heading };
}
