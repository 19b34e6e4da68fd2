import type { VerdictTable } from "../../../policy/judgement/verdict-table";
import { TABLE_WORDS, verdictIn, type CellVerdict } from "../../../policy/judgement/verdict-table";
import { PackedRows, ROW_HEAD, type RowOwners } from "./packed-rows";

/** Until when the table holds, in whole seconds since 1970, then the table. */
const UNTIL = ROW_HEAD;
const TABLE = ROW_HEAD + 1;
const SECOND = 1_000;
const FOR_EVER = 2 ** 32 - 1;

/**
 * The verdict tables of all members, by the member's id and the number of his company's tables. A row is as long as a line
 * of the processor's cache while the table is of ten words.
 */
export class VerdictRows {
  private readonly rows: PackedRows;
  private lastText = "";
  private lastMoment = Number.NaN;

  constructor(owners: RowOwners) {
    this.rows = new PackedRows(1 + TABLE_WORDS, owners);
  }

  /** Whether the member's table is a new one. */
  put(id: Int32Array, owner: number, salt: number, table: VerdictTable, validUntil: string | null): boolean {
    const isNew = this.rows.find(id, owner, salt) < 0;
    const at = this.rows.place(id, owner);
    table.copyInto(this.rows.words, at + TABLE);
    this.rows.words[at + UNTIL] = secondsUntil(validUntil);
    return isNew;
  }

  /** Null: not known as of that moment. @param salt of the owner */
  verdict(
    id: Int32Array,
    owner: number,
    salt: number,
    moment: number,
    action: string,
    resource: string,
  ): CellVerdict | null {
    const { rows } = this;
    const at = rows.find(id, owner, salt);
    if (at < 0) return null;
    const until = (rows.words[at + UNTIL] ?? 0) >>> 0;
    if (moment >= until * SECOND && until !== FOR_EVER) return null;
    return verdictIn(rows.words, at + TABLE, action, resource);
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

/** Rounded down, so that no table is used for too long. A text that is no instant: such a table is never used. */
function secondsUntil(validUntil: string | null): number {
  if (validUntil === null) return FOR_EVER;
  const seconds = Math.floor(Date.parse(validUntil) / SECOND);
  return Math.min(Math.max(0, seconds || 0), FOR_EVER - 1);
}
