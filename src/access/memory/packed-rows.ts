import { ID_WORDS, spread } from "./id-words";

const FIRST_ROWS = 16;
/** At most so much of the room is taken: an id that is not there is then told within a few rows. */
const FULLEST = 2 / 3;
/** Whose row it is, from 1 on; 0: nobody's. */
export const OWNER = ID_WORDS;
/** Where a row's own words begin; even, so that two of them may hold a float. */
export const ROW_HEAD = ID_WORDS + 2;

/**
 * Rows of words by an id and its owner's number, in one block with open addressing: the id stands in front of what it is
 * looked up for, so that a look-up waits for memory once. Ids are compared whole. Rows are never taken out: those of no use
 * any more are left behind when the block is made anew.
 */
export class PackedRows {
  /** The block; another one after `place`. */
  words: Int32Array;
  cells: Uint32Array;
  floats: Float64Array;
  private readonly stride: number;
  private mask: number;
  private taken = 0;

  /** @param width words of a row after the head, an even number */
  constructor(
    width: number,
    /** Whether the row that begins there is still of use. */
    private readonly lives: (words: Int32Array, at: number) => boolean,
    /** All rows that were of no use are gone now. */
    private readonly onSwept: () => void = () => undefined,
  ) {
    this.stride = ROW_HEAD + width;
    this.words = new Int32Array(FIRST_ROWS * this.stride);
    this.cells = new Uint32Array(this.words.buffer);
    this.floats = new Float64Array(this.words.buffer);
    this.mask = FIRST_ROWS - 1;
  }

  /** Where the row begins; -1: there is none. */
  find(id: Int32Array, owner: number): number {
    const at = this.seek(id, owner);
    return this.words[at + OWNER] === 0 ? -1 : at;
  }

  /** Where the row begins, an empty one if there was none. @param owner from 1 on */
  place(id: Int32Array, owner: number): number {
    const known = this.find(id, owner);
    if (known >= 0) return known;
    if (this.taken + 1 > (this.mask + 1) * FULLEST) this.remake();
    const at = this.seek(id, owner);
    for (let word = 0; word < ID_WORDS; word++) this.words[at + word] = id[word] ?? 0;
    this.words[at + OWNER] = owner;
    this.taken++;
    return at;
  }

  get bytes(): number {
    return this.words.byteLength;
  }

  /** The row, or the empty one where it would be. */
  private seek(id: Int32Array, owner: number): number {
    const { words, stride, mask } = this;
    for (let row = spread(id, owner) & mask; ; row = (row + 1) & mask) {
      const at = row * stride;
      const found = words[at + OWNER];
      if (found === 0) return at;
      if (
        found === owner &&
        words[at] === id[0] &&
        words[at + 1] === id[1] &&
        words[at + 2] === id[2] &&
        words[at + 3] === id[3]
      )
        return at;
    }
  }

  /** With the rows of living owners alone, in twice the room they need or a little less. */
  private remake(): void {
    const old = this.words;
    const living: number[] = [];
    for (let at = 0; at < old.length; at += this.stride)
      if (old[at + OWNER] !== 0 && this.lives(old, at)) living.push(at);
    let rows = FIRST_ROWS;
    // Half of what may be taken stays free, so that the next time is as far away as this was.
    while (living.length >= (rows * FULLEST) / 2 + 1) rows *= 2;
    this.words = new Int32Array(rows * this.stride);
    this.cells = new Uint32Array(this.words.buffer);
    this.floats = new Float64Array(this.words.buffer);
    this.mask = rows - 1;
    this.taken = living.length;
    for (const at of living) {
      const row = old.subarray(at, at + this.stride);
      this.words.set(row, this.seek(row, row[OWNER] ?? 0));
    }
    this.onSwept();
  }
}
