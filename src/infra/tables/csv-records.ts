import type { Bilingual } from "../../kernel/locale";
import { INFRA_TEXTS } from "../texts/infra-texts";
import { giveWay } from "../../kernel/deadline";
import { CsvError, parse, type Parser } from "csv-parse";

/** Text as a whole, or piece by piece. */
export type TableText = string | AsyncIterable<string>;

export interface TableRecord {
  /** Where the record starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The table cannot be read from this line on. */
export class UnreadableTable extends Error {
  constructor(
    readonly line: number,
    readonly why: Bilingual,
  ) {
    super(why.en);
  }
}

/** What the parser says in English only. */
const CSV_WORDS: ReadonlyMap<string, Bilingual> = new Map<string, Bilingual>([
  ["CSV_QUOTE_NOT_CLOSED", INFRA_TEXTS.quoteNotClosed],
  ["CSV_INVALID_CLOSING_QUOTE", INFRA_TEXTS.closingQuote],
  ["CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE", INFRA_TEXTS.closingQuote],
  ["CSV_MAX_RECORD_SIZE", INFRA_TEXTS.rowTooLong],
]);
const MAX_RECORD_LENGTH = 200_000;
/** Characters that are read between two looks at what else there is to do. */
const PIECE = 16_384;
const DELIMITERS = [",", ";", "\t"];

/**
 * The records of a CSV text as Excel and LibreOffice save it: separated by comma, semicolon or tab, with or without a
 * byte order mark, lines ending as they like. Holds one piece of the text at a time. Throws UnreadableTable.
 */
export async function* recordsOf(source: TableText): AsyncGenerator<TableRecord> {
  const pieces = unixLines(typeof source === "string" ? piecesOf(source) : source);
  const start = await firstLines(pieces);
  const told = /^sep=(.)\n/i.exec(start)?.[1];
  const text = told === undefined ? start : start.slice(6);
  const reader = new RecordReader(told ?? delimiterOf(text), told === undefined ? 0 : 1);
  for await (const piece of concat(text, pieces)) {
    const failure = await reader.take(piece);
    await giveWay();
    yield* reader.records.splice(0);
    if (failure) throw failure;
  }
  const failure = await reader.take(null);
  yield* reader.records.splice(0);
  if (failure) throw failure;
}

/** A record as the parser tells it; raw: as it is written. */
interface Parsed {
  readonly record: string[];
  readonly raw: string;
}

/** Feeds the parser, and keeps the records that it has found: also those before the point where it gives up. */
class RecordReader {
  readonly records: TableRecord[] = [];
  private readonly parser: Parser;
  private last: number;

  constructor(delimiter: string, shift: number) {
    this.last = shift;
    const on_record = (parsed: unknown, { lines }: { lines: number }): null => {
      const { record: cells, raw } = parsed as Parsed;
      this.last = lines + shift;
      // The parser tells where a record ends.
      const breaks = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      if (cells.some((cell) => isUnclosed(cell, raw)))
        throw new UnreadableTable(this.last - breaks, INFRA_TEXTS.closingQuote);
      this.records.push({ line: this.last - breaks, cells: cells.map(cellText) });
      return null;
    };
    const limits = { relax_column_count: true, skip_empty_lines: true, max_record_size: MAX_RECORD_LENGTH } as const;
    // A quote within a cell is a text like any other, as spreadsheets read it: the rows after it are good.
    this.parser = parse({ delimiter, record_delimiter: "\n", relax_quotes: true, raw: true, ...limits, on_record });
    this.parser.resume().on("error", () => undefined);
  }

  /** The next piece, or null for the end; answers what is wrong. */
  async take(piece: string | null): Promise<Error | null> {
    const error = await new Promise<Error | null>((resolve) => {
      const taken = (problem?: Error | null) => resolve(problem ?? null);
      if (piece === null) this.parser.end(taken);
      else this.parser.write(piece, taken);
    });
    if (!(error instanceof CsvError)) return error;
    const { fr } = CSV_WORDS.get(error.code) ?? INFRA_TEXTS.noCsv;
    return new UnreadableTable(this.last + 1, {
      en: error.message.split(/: | at line/)[0] ?? INFRA_TEXTS.noCsv.en,
      fr,
    });
  }
}

/** Whether the quote before it was closed by that of a later row, which it has swallowed: so written it would be quoted. */
function isUnclosed(cell: string, raw: string): boolean {
  return cell.startsWith('"') && cell.includes("\n") && !raw.includes(cell.replaceAll('"', '""'));
}

/** Without the marks that keep a spreadsheet from taking a text for a formula or a number: '=x, ="0100". */
function cellText(cell: string): string {
  const text = cell.trim();
  const kept = /^="([^"]*)"$/.exec(text)?.[1];
  if (kept !== undefined) return kept.trim();
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** Small pieces, so that a long text does not keep the program from everything else. */
export function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** Without the byte order mark and carriage returns: the parser would count a line twice that ends in CR LF. */
async function* unixLines(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  let held = "";
  for await (const piece of pieces) {
    const text = held + (first ? piece.replace(/^\ufeff/, "") : piece);
    if (piece !== "") first = false;
    // What belongs to a carriage return or to the first half of a character, the next piece says.
    held = /[\r\ud800-\udbff]$/.exec(text)?.[0] ?? "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
  }
  if (held !== "") yield held.replace("\r", "\n");
}

/** Lines that the separator is looked for in: a title may stand above the headings. */
const FIRST_LINES = 10;

async function firstLines(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  while (text.split("\n").length <= FIRST_LINES && text.length < MAX_RECORD_LENGTH) {
    const next = await pieces.next();
    if (next.done) break;
    text += next.value;
  }
  return text;
}

async function* concat(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** The one that the first line of several columns holds most of, quoted texts left aside. */
function delimiterOf(text: string): string {
  const lines = text.replace(/"[^"]*"/g, "").split("\n", FIRST_LINES);
  const count = (line: string, delimiter: string) => line.split(delimiter).length;
  const widest = (line: string) =>
    DELIMITERS.reduce((best, delimiter) => (count(line, delimiter) > count(line, best) ? delimiter : best));
  const columns = (least: number) => lines.find((line) => count(line, widest(line)) >= least);
  return widest(columns(3) ?? columns(2) ?? "");
}
