import { giveWay } from "../../kernel/deadline";
import type { Locale } from "../../kernel/locale";
import type { FeatureNames } from "./access-list-bounds";
import { RowErrors } from "./access-list-errors";
import { ListVocabulary } from "./access-list-format";
import { Headings } from "./access-list-headings";
import { UnreadableTable, type TableRecord } from "../../infra/tables/csv-records";
import { tableRecords, type TableSource } from "../../infra/tables/table";
import { belowTitle } from "../../infra/tables/title-rows";
import { PersonRows } from "./access-list-persons";
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
  /** The company's: days are its days, and $ is its dollar. */
  readonly zone: string;
  readonly currency: string;
  /** Headings whose columns are left aside. */
  readonly ignored?: readonly string[];
  readonly onRows?: (count: number) => void;
}

/** How often whoever waits is told how far it is. */
const ROWS_BETWEEN_TELLING = 1000;

/** Reads an access list (docs/access-list.md). Never throws for what the list holds. */
export async function parseAccessList(source: TableSource, options: ParseOptions): Promise<AccessList> {
  const errors = new RowErrors(options.locale);
  const vocabulary = new ListVocabulary(options.featureNames);
  let rows: readonly AccessListRow[] = [];
  const people = new Map<string, number>();
  let reader: RowReader | null = null;
  let records = 0;
  try {
    const table = await belowTitle(tableRecords(source), (cells) => Headings.isLike(cells, vocabulary));
    const { headings, above } = table;
    for (const { line, cells } of above)
      errors.note("ROWS_ABOVE", { line }, cells.filter((cell) => cell !== "").join(" "));
    reader = headings && readerOf(headings, vocabulary, options, errors);
    if (reader) {
      const persons = new PersonRows(errors, reader.headings.name("email"));
      rows = persons.rows;
      for await (const record of table.rows) {
        await giveWay();
        records += 1;
        const row = reader.read(record, people);
        if (row) persons.add(row);
        if ((records + 1) % ROWS_BETWEEN_TELLING === 0) options.onRows?.(records);
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    errors.add("UNREADABLE", { line: error.line }, "", error.why[options.locale]);
  }
  if (records < 1 && errors.count === 0) errors.add("EMPTY_LIST", { line: 1 });
  options.onRows?.(records);
  return { rows, people, columns: reader?.headings ?? null, errors };
}

function readerOf(record: TableRecord, vocabulary: ListVocabulary, options: ParseOptions, errors: RowErrors) {
  const { locale, ignored = [] } = options;
  const headings = Headings.read(record, vocabulary, errors, { locale, ignored });
  if (headings && !headings.saysFeatures) errors.note("FEATURES_UNSAID", { line: record.line });
  return headings && new RowReader(headings, vocabulary, options, errors);
}
