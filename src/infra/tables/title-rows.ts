import type { TableRecord } from "./csv-records";

/** Rows among which the headings are looked for: above them people put a title, a date, who made it. */
const MAX_ROWS_ABOVE = 10;

/** A table whose headings are found. */
export interface TableRows {
  /** Null: the table is empty. */
  readonly headings: TableRecord | null;
  /** Rows above the headings, which say nothing of what the table holds. */
  readonly above: readonly TableRecord[];
  /** Under the headings; empty rows are left out. */
  readonly rows: AsyncIterable<TableRecord>;
}

/** Finds the row of headings; where none looks like it, the first row is it. */
export async function belowTitle(
  records: AsyncGenerator<TableRecord>,
  isHeadings: (cells: readonly string[]) => boolean,
): Promise<TableRows> {
  const filled = withoutEmpty(records);
  const first: TableRecord[] = [];
  let failure: unknown = null;
  let found = -1;
  try {
    while (found < 0 && first.length < MAX_ROWS_ABOVE) {
      const { value, done } = await filled.next();
      if (done) break;
      first.push(value);
      if (isHeadings(value.cells)) found = first.length - 1;
    }
  } catch (error) {
    failure = error;
  }
  const at = Math.max(0, found);
  return { headings: first[at] ?? null, above: first.slice(0, at), rows: rest(first.slice(at + 1), filled, failure) };
}

async function* rest(held: readonly TableRecord[], records: AsyncGenerator<TableRecord>, failure: unknown) {
  yield* held;
  if (failure !== null) throw failure as Error;
  yield* records;
}

async function* withoutEmpty(records: AsyncGenerator<TableRecord>): AsyncGenerator<TableRecord, void> {
  for await (const record of records) if (record.cells.some((cell) => cell !== "")) yield record;
}
