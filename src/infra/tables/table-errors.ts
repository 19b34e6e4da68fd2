/** What is wrong in a table, for a program and for a person. */
export interface TableError<Code extends string, Line extends number | null> {
  /** Line of the file, from 1; null, where that can be: the table as a whole. */
  readonly line: Line;
  /** The heading as it stands in the file; null: the row as a whole. */
  readonly column: string | null;
  readonly code: Code;
  readonly message: string;
}

/** Where an error stands. */
export interface Place<Line extends number | null> {
  readonly line: Line;
  readonly column?: string | null;
}

/** More would not be read, and a file of the wrong kind is wrong in every row. */
export const MAX_ERRORS = 1000;
/** A cell may hold a whole page. */
const MAX_SHOWN = 80;

export function shownCell(value: string): string {
  return value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value;
}

/** What an error says, of what stands in the cell, and of more that is said whole. */
export type ErrorWords<Code extends string> = Readonly<Record<Code, (value: string, more: string) => string>>;

/** Gathers what is wrong in a table; the first ones are told, all are counted. */
export class TableErrors<Code extends string, Line extends number | null = number> {
  readonly list: TableError<Code, Line>[] = [];
  /** All of them, also those beyond MAX_ERRORS that `list` does not hold. */
  count = 0;

  /** @param words in the language of who will read them */
  constructor(private readonly words: ErrorWords<Code>) {}

  add(code: Code, { line, column = null }: Place<Line>, value = "", more = ""): void {
    this.count += 1;
    if (this.list.length >= MAX_ERRORS) return;
    this.list.push({ line, column, code, message: this.words[code](shownCell(value), more) });
  }

  /** In the order of the file. */
  sorted(): TableError<Code, Line>[] {
    return [...this.list].sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  }
}
