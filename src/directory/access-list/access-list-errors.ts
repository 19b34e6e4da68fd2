import type { Locale } from "../../kernel/locale";
import { NOTE_TEXTS, type ListNoteCode } from "./access-list-notes";
import { ERROR_TEXTS, type ListErrorCode } from "./access-list-text";

/** What is wrong in the list. */
export interface RowError {
  /** Line of the file, from 1; null: the list as a whole. */
  readonly line: number | null;
  /** The heading as it stands in the file; null: the row as a whole. */
  readonly column: string | null;
  readonly code: ListErrorCode;
  readonly message: string;
}

/** What whoever imports should know of the list; it keeps nothing back. */
export interface RowNote extends Omit<RowError, "code"> {
  readonly code: ListNoteCode;
}

/** Where an error stands. */
export interface Place {
  readonly line: number | null;
  readonly column?: string | null;
}

/** More would not be read, and a file of the wrong kind is wrong in every row. */
export const MAX_ERRORS = 1000;

/** Gathers what is wrong, in the language of who will read it. */
export class RowErrors {
  readonly list: RowError[] = [];
  readonly notes: RowNote[] = [];
  /** All of them, also those beyond MAX_ERRORS that `list` does not hold. */
  count = 0;

  constructor(private readonly locale: Locale) {}

  add(code: ListErrorCode, { line, column = null }: Place, value = "", more = ""): void {
    this.count += 1;
    if (this.list.length >= MAX_ERRORS) return;
    // A cell may hold a whole page.
    const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value;
    this.list.push({ line, column, code, message: ERROR_TEXTS[this.locale][code](shown, more) });
  }

  note(code: ListNoteCode, { line, column = null }: Place, value = "", more = ""): void {
    if (this.notes.length >= MAX_ERRORS) return;
    this.notes.push({ line, column, code, message: NOTE_TEXTS[this.locale][code](value.slice(0, 80), more) });
  }

  /** In the order of the file. */
  sorted(): RowError[] {
    return [...this.list].sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  }
}
