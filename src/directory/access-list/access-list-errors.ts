import { MAX_ERRORS, TableErrors, type Place, type TableError } from "../../infra/tables/table-errors";
import type { Locale } from "../../kernel/locale";
import { NOTE_TEXTS, type ListNoteCode } from "./access-list-notes";
import { ERROR_TEXTS, type ListErrorCode } from "./access-list-text";

/** What is wrong in the list. */
export type RowError = TableError<ListErrorCode, number | null>;

/** What whoever imports should know of the list; it keeps nothing back. */
export type RowNote = TableError<ListNoteCode, number | null>;

/** Gathers what is wrong and what is worth knowing, in the language of who will read it. */
export class RowErrors extends TableErrors<ListErrorCode, number | null> {
  readonly notes: RowNote[] = [];

  constructor(private readonly locale: Locale) {
    super(ERROR_TEXTS[locale]);
  }

  note(code: ListNoteCode, { line, column = null }: Place<number | null>, value = "", more = ""): void {
    if (this.notes.length >= MAX_ERRORS) return;
    this.notes.push({ line, column, code, message: NOTE_TEXTS[this.locale][code](value.slice(0, 80), more) });
  }
}
