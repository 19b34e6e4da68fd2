import type { Locale } from "../../kernel/locale";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import type { RowErrors } from "./access-list-errors";
import { suggestion, wordKey } from "../../infra/tables/words";
import { COLUMN_WORDS, isBeside, type Heading, type ListColumn, type ListVocabulary } from "./access-list-format";
import type { TableRecord } from "../../infra/tables/csv-records";

/** A column whose cells tick a feature. */
export interface TickColumn {
  readonly index: number;
  readonly feature: Feature;
  readonly direction: Direction;
}

/** The row of headings, understood. */
export class Headings {
  readonly ticks: TickColumn[] = [];
  private readonly at = new Map<ListColumn, number>();
  private readonly seen = new Set<string>();

  private constructor(readonly names: readonly string[]) {}

  /** Whether a row is that of the headings: it has a column of e-mails and one more that is known. */
  static isLike(cells: readonly string[], vocabulary: ListVocabulary): boolean {
    const found = cells.map((cell) => (cell === "" ? null : vocabulary.heading(cell))).filter((one) => one !== null);
    return found.length > 1 && found.some((one) => one.kind === "column" && one.column === "email");
  }

  /**
   * Tells the errors what is not understood; null: rows cannot be read under these headings.
   * @param ignored headings whose columns the caller leaves aside
   */
  static read(
    { line, cells }: TableRecord,
    vocabulary: ListVocabulary,
    errors: RowErrors,
    { locale, ignored }: { readonly locale: Locale; readonly ignored: readonly string[] },
  ): Headings | null {
    const asked = new Set(ignored.map(wordKey));
    const headings = new Headings(cells);
    for (const [index, name] of cells.entries()) {
      if (name === "") continue;
      const found = asked.has(wordKey(name)) ? null : vocabulary.heading(name);
      if (!found && (asked.has(wordKey(name)) || isBeside(name)))
        errors.note("COLUMN_IGNORED", { line, column: name }, name);
      else if (!found) {
        const meant = suggestion(name, vocabulary.columnsMeant(locale), locale);
        errors.add("UNKNOWN_COLUMN", { line, column: name }, name, meant);
      } else if (!headings.take(found, index)) errors.add("REPEATED_COLUMN", { line, column: name }, name);
    }
    const missing = headings.missing();
    for (const column of missing) errors.add("MISSING_COLUMN", { line }, COLUMN_WORDS[column][locale][0]);
    return missing.length === 0 ? headings : null;
  }

  /** The row's cell in that column; "" where the file has no such column. */
  cell(record: TableRecord, column: ListColumn): string {
    return record.cells[this.at.get(column) ?? -1] ?? "";
  }

  /** The heading as it stands in the file. */
  name(column: ListColumn): string | null {
    return this.names[this.at.get(column) ?? -1] ?? null;
  }

  /** The heading under which that feature is ticked. */
  tickName(feature: Feature, direction: Direction): string | null {
    const tick = this.ticks.find((column) => column.feature === feature && column.direction === direction);
    return tick ? (this.names[tick.index] ?? null) : null;
  }

  private take(heading: Heading, index: number): boolean {
    const key = heading.kind === "column" ? heading.column : `${heading.direction} ${heading.feature}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    if (heading.kind === "column") this.at.set(heading.column, index);
    else this.ticks.push({ index, feature: heading.feature, direction: heading.direction });
    return true;
  }

  /** Whether the file has any column of features; without one it says nothing of them, and approvers keep theirs. */
  get saysFeatures(): boolean {
    return this.at.has("features") || this.at.has("import_features") || this.ticks.length > 0;
  }

  private missing(): ListColumn[] {
    const needed: ListColumn[] = ["email", "role"];
    return needed.filter((column) => !this.at.has(column));
  }
}
