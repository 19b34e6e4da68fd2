import { giveWay } from "../../kernel/deadline";
import type { Locale } from "../../kernel/locale";
import type { FeatureNames } from "./access-list-bounds";
import { RowErrors } from "./access-list-errors";
import { ListVocabulary } from "./access-list-format";
import { Headings } from "./access-list-headings";
import { recordsOf, UnreadableCsv, type ListRecord, type ListSource } from "./access-list-records";
import { RowReader, type AccessListRow } from "./access-list-row";

/** A list that was read, with all that is wrong in it. */
export interface AccessList {
  /** The good rows, in the order of the file. */
  readonly rows: readonly AccessListRow[];
  /** Every person that the file names, also in a bad row; with the line. */
  readonly people: ReadonlyMap<string, number>;
  /** By heading, for errors that only the company's state shows. */
  readonly columns: Headings | null;
  readonly errors: RowErrors;
}

export interface ParseOptions {
  readonly featureNames: FeatureNames;
  /** Of the messages. Headings and words of the list may come in either language. */
  readonly locale: Locale;
  readonly onRows?: (count: number) => void;
}

/** How often whoever waits is told how far it is. */
const ROWS_BETWEEN_TELLING = 1000;

/** Reads an access list (docs/access-list.md). Never throws for what the list holds. */
export async function parseAccessList(source: ListSource, options: ParseOptions): Promise<AccessList> {
  const errors = new RowErrors(options.locale);
  const rows: AccessListRow[] = [];
  const people = new Map<string, number>();
  let reader: RowReader | null = null;
  let records = 0;
  try {
    for await (const record of recordsOf(source)) {
      await giveWay();
      if (record.cells.every((cell) => cell === "")) continue;
      records += 1;
      if (records === 1) {
        reader = readerOf(record, options, errors);
        if (!reader) break;
        continue;
      }
      const row = reader?.read(record, people);
      if (row) rows.push(row);
      if (records % ROWS_BETWEEN_TELLING === 0) options.onRows?.(records - 1);
    }
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    errors.add("UNREADABLE", { line: error.line }, "", error.message);
  }
  if (records < 2 && errors.count === 0) errors.add("EMPTY_LIST", { line: 1 });
  options.onRows?.(Math.max(0, records - 1));
  return { rows, people, columns: reader?.headings ?? null, errors };
}

function readerOf(record: ListRecord, { featureNames, locale }: ParseOptions, errors: RowErrors): RowReader | null {
  const vocabulary = new ListVocabulary(featureNames);
  const headings = Headings.read(record, vocabulary, errors, locale);
  return headings && new RowReader(headings, vocabulary, featureNames, errors, locale);
}
