import type { VerdictTable } from "../../policy/verdict-table";
import { TABLE_WORDS, verdictIn, type CellVerdict } from "../../policy/verdict-table";
import type { Action, Resource } from "../../policy/vocabulary";
import { OwnerNumbers } from "./owner-numbers";
import { OWNER, PackedRows, ROW_HEAD } from "./packed-rows";

/** Until when the table holds, in milliseconds since 1970, then the table. */
const UNTIL = ROW_HEAD;
const TABLE = ROW_HEAD + 2;
/** Rows are of an even number of words. */
const WIDTH = 2 + TABLE_WORDS + (TABLE_WORDS % 2);

/** The verdict tables of all members, by the member's id and the number of his company's tables. */
export class VerdictRows {
  readonly numbers = new OwnerNumbers();
  private readonly rows = new PackedRows(
    WIDTH,
    (words, at) => this.numbers.lives(words[at + OWNER] ?? 0),
    () => this.numbers.swept(),
  );
  private lastText = "";
  private lastMoment = Number.NaN;

  /** Whether the member's table is a new one. */
  put(id: Int32Array, owner: number, table: VerdictTable, validUntil: string | null): boolean {
    const isNew = this.rows.find(id, owner) < 0;
    const at = this.rows.place(id, owner);
    table.copyInto(this.rows.cells, at + TABLE);
    // A text that is no instant is not before any: such a table is never used.
    this.rows.floats[(at + UNTIL) >>> 1] = validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(validUntil);
    return isNew;
  }

  /** Null: not known as of that moment. */
  verdict(id: Int32Array, owner: number, moment: number, action: Action, resource: Resource): CellVerdict | null {
    const { rows } = this;
    const at = rows.find(id, owner);
    if (at < 0 || !(moment < (rows.floats[(at + UNTIL) >>> 1] ?? 0))) return null;
    return verdictIn(rows.cells, at + TABLE, action, resource);
  }

  /** The instant in milliseconds; one request asks about one instant, so that its text is mostly the one before. */
  momentOf(text: string): number {
    if (text === this.lastText) return this.lastMoment;
    this.lastText = text;
    return (this.lastMoment = Date.parse(text));
  }

  get bytes(): number {
    return this.rows.bytes;
  }
}
