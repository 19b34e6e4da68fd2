import { LEAD } from "./cache-line";
import { ID_WORDS, spread } from "./id-words";

const FIRST_ROWS = 16;
/** At most so much of the room is taken: an id that is not there is then told within a few rows. */
const FULLEST = 2 / 3;
/** Whose row it is, from 1 on; 0: nobody's. */
export const OWNER = ID_WORDS;
/** Where a row's own words begin. */
export const ROW_HEAD = ID_WORDS + 1;

/** What the rows have to know of those who own them. */
export interface RowOwners {
  /** Whether the owner's rows are still of use. */
  lives(owner: number): boolean;
  /** Spreads the owner's rows; always the same for an owner. */
  salt(owner: number): number;
  /** All rows that were of no use are gone now. */
  swept(): void;
}

/**
 * Rows of words by an id and its owner's number, in one block with open addressing: the id stands in front of what it is
 * looked up for, so that a look-up waits for memory once. Ids are compared whole. Rows are never taken out: those of no use
 * any more are taken over, or left behind when the block is made anew.
 */
export class PackedRows {
  /** The block; another one after `place`. */
  words: Int32Array;
  private readonly stride: number;
  private mask: number;
  private taken = 0;

  /** @param width words of a row after the head */
  constructor(
    width: number,
    private readonly owners: RowOwners,
  ) {
    this.stride = ROW_HEAD + width;
    this.words = new Int32Array(LEAD + FIRST_ROWS * this.stride);
    this.mask = FIRST_ROWS - 1;
  }

  /** Where the row begins; -1: there is none. @param salt of the owner */
  find(id: Int32Array, owner: number, salt: number): number {
    const at = this.seek(id, 0, owner, salt);
    return this.words[at + OWNER] === 0 ? -1 : at;
  }

  /** Where the row begins; what it says is still to be written if there was none. @param owner from 1 on */
  place(id: Int32Array, owner: number): number {
    const salt = this.owners.salt(owner);
    const known = this.find(id, owner, salt);
    if (known >= 0) return known;
    let at = this.useless(spread(id, 0, salt));
    if (this.words[at + OWNER] === 0) {
      if (this.taken + 1 > (this.mask + 1) * FULLEST) this.remake();
      at = this.seek(id, 0, owner, salt);
      this.taken++;
    }
    for (let word = 0; word < ID_WORDS; word++) this.words[at + word] = id[word] ?? 0;
    this.words[at + OWNER] = owner;
    return at;
  }

  get bytes(): number {
    return this.words.byteLength;
  }

  /** The row of the id that begins at `from`, or the empty one where it would be. */
  private seek(id: Int32Array, from: number, owner: number, salt: number): number {
    const { words, stride, mask } = this;
    for (let row = spread(id, from, salt) & mask; ; row = (row + 1) & mask) {
      const at = LEAD + row * stride;
      const found = words[at + OWNER];
      if (found === 0) return at;
      if (
        found === owner &&
        words[at] === id[from] &&
        words[at + 1] === id[from + 1] &&
        words[at + 2] === id[from + 2] &&
        words[at + 3] === id[from + 3]
      )
        return at;
    }
  }

  /** The first row from there on that is empty or of no use any more. */
  private useless(wanted: number): number {
    const { words, stride, mask, owners } = this;
    let row = wanted & mask;
    const ownerOf = (place: number) => words[LEAD + place * stride + OWNER] ?? 0;
    while (ownerOf(row) !== 0 && owners.lives(ownerOf(row))) row = (row + 1) & mask;
    return LEAD + row * stride;
  }

  /** With the rows of living owners alone, in twice the room they need or a little less. */
  private remake(): void {
    const old = this.words;
    const living: number[] = [];
    for (let at = LEAD; at < old.length; at += this.stride)
      if (old[at + OWNER] !== 0 && this.owners.lives(old[at + OWNER] ?? 0)) living.push(at);
    let rows = FIRST_ROWS;
    // Half of what may be taken stays free, so that the next time is as far away as this was.
    while (living.length >= (rows * FULLEST) / 2 + 1) rows *= 2;
    this.words = new Int32Array(LEAD + rows * this.stride);
    this.mask = rows - 1;
    this.taken = living.length;
    for (const at of living) {
      const owner = old[at + OWNER] ?? 0;
      this.words.set(old.subarray(at, at + this.stride), this.seek(old, at, owner, this.owners.salt(owner)));
    }
    this.owners.swept();
  }
}
