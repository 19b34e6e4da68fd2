import type { Locale } from "../../kernel/locale";
import type { Direction, Feature } from "../../policy/model/vocabulary";
import type { RowErrors } from "./access-list-errors";
import { COLUMN_WORDS, LIST_COLUMNS, type Heading, type ListColumn, type ListVocabulary } from "./access-list-format";
import type { ListRecord } from "./access-list-records";

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

  /** Tells the errors what is not understood; null: rows cannot be read under these headings. */
  static read(record: ListRecord, vocabulary: ListVocabulary, errors: RowErrors, locale: Locale): Headings | null {
    const { line, cells } = record;
    const headings = new Headings(cells);
    for (const [index, name] of cells.entries()) {
      if (name === "") continue;
      const found = vocabulary.heading(name);
      const known = LIST_COLUMNS.map((column) => COLUMN_WORDS[column][locale][0]).join(", ");
      if (!found) errors.add("UNKNOWN_COLUMN", { line, column: name }, name, known);
      else if (!headings.take(found, index)) errors.add("REPEATED_COLUMN", { line, column: name }, name);
    }
    const missing = headings.missing();
    for (const column of missing) errors.add("MISSING_COLUMN", { line }, COLUMN_WORDS[column][locale][0]);
    return missing.length === 0 ? headings : null;
  }

  /** The row's cell in that column; "" where the file has no such column. */
  cell(record: ListRecord, column: ListColumn): string {
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

  /** Without a column of features every approver would lose his, and nobody would have said so. */
  private missing(): ListColumn[] {
    const needed: ListColumn[] = ["email", "role"];
    const features = this.at.has("features") || this.at.has("import_features") || this.ticks.length > 0;
    return needed.filter((column) => !this.at.has(column)).concat(features ? [] : ["features"]);
  }
}
