import { CsvError, parse } from "csv-parse";
import { Readable } from "node:stream";

/** Text as a whole, or piece by piece. */
export type ListSource = string | AsyncIterable<string>;

export interface ListRecord {
  /** Where the record starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The list stops being CSV at this line. */
export class UnreadableCsv extends Error {
  constructor(
    readonly line: number,
    why: string,
  ) {
    super(why);
  }
}

const LONGEST_RECORD = 200_000;
const DELIMITERS = [",", ";", "\t"];

/**
 * The records of a CSV text as Excel and LibreOffice save it: separated by comma, semicolon or tab, with or without a
 * byte order mark, lines ending as they like. Holds one piece of the text at a time. Throws UnreadableCsv.
 */
export async function* recordsOf(source: ListSource): AsyncGenerator<ListRecord> {
  const pieces = unixLines(typeof source === "string" ? piecesOf(source) : source);
  const start = await firstLine(pieces);
  const told = /^sep=(.)\n/i.exec(start)?.[1];
  const text = told === undefined ? start : start.slice(6);
  const options = { delimiter: told ?? delimiterOf(text), record_delimiter: "\n", info: true } as const;
  const parser = parse({ ...options, relax_column_count: true, max_record_size: LONGEST_RECORD });
  // The pipe would leave an error of the source unheard.
  const input = Readable.from(concat(text, pieces)).on("error", (error) => parser.destroy(error));
  const shift = told === undefined ? 0 : 1;
  let last = shift;
  try {
    for await (const item of input.pipe(parser)) {
      const { record, info } = item as { record: string[]; info: { lines: number } };
      // The parser tells where a record ends.
      const breaks = record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      last = info.lines + shift;
      yield { line: last - breaks, cells: record.map((cell) => cell.trim()) };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableCsv(last + 1, error.message.split(/: | at line/)[0] ?? "");
    throw error;
  }
}

/** Small pieces, so that a long text does not keep the program from everything else. */
function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

/** Without the byte order mark and carriage returns: the parser would count a line twice that ends in CR LF. */
async function* unixLines(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  let held = "";
  for await (const piece of pieces) {
    const text = held + (first ? piece.replace(/^\ufeff/, "") : piece);
    if (piece !== "") first = false;
    // Whether a line feed follows, the next piece says.
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
  }
  if (held !== "") yield "\n";
}

async function firstLine(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  while (!/[^\n]\n/.test(text) && text.length < LONGEST_RECORD) {
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

/** The one that the headings hold most of, quoted texts left aside. */
function delimiterOf(text: string): string {
  const headings =
    text
      .replace(/"[^"]*"/g, "")
      .trimStart()
      .split("\n", 1)[0] ?? "";
  const count = (delimiter: string) => headings.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
