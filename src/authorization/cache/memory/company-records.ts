import { LEAD, LINE } from "./cache-line";
import { ID_WORDS, spread } from "./id-words";

const FIRST_NUMBERS = 64;
/** Of a record: an id, then two words each for the revision, the first moment and the era, all floats, then the pass. */
const REVISION = ID_WORDS;
const SINCE = ID_WORDS + 2;
const ERA = ID_WORDS + 4;
const PASS = ID_WORDS + 6;
/** At most so much of the slots is taken. */
const FULLEST = 1 / 2;
/** No revision and no era is equal to it. */
const GONE = Number.NaN;

/**
 * What a look-up has to know of a company, by the number of its tables: the id, the revision, since when they are used, and
 * in which era and to whose questions they were last found to be the answer. A line of the processor's cache each, and a
 * slot of four bytes to find the number by the id. A slot is believed only where the record that it names bears the id, so slots
 * are never emptied: those of no use any more are left behind when they are made anew.
 */
export class CompanyRecords {
  private words = new Int32Array(LEAD + FIRST_NUMBERS * LINE);
  private floats = new Float64Array(this.words.buffer);
  private slots = new Int32Array(FIRST_NUMBERS);
  private taken = 0;

  /** @param id what stands for it where it is no UUID: some words that no UUID has */
  write(number: number, id: Int32Array, revision: number): void {
    if (startOf(number + 1) > this.words.length) this.widen();
    this.words.set(id, startOf(number));
    this.floats[(startOf(number) + REVISION) >>> 1] = revision;
    this.floats[(startOf(number) + SINCE) >>> 1] = Number.NEGATIVE_INFINITY;
    this.floats[(startOf(number) + ERA) >>> 1] = GONE;
    const salt = this.salt(number);
    if (this.taken + 1 > this.slots.length * FULLEST) this.remake();
    const slot = this.seek(this.words, startOf(number), salt);
    if (this.slots[slot] === 0) this.taken++;
    this.slots[slot] = number;
  }

  /** Spreads the company's members, each company's in another way; always the same for one company. */
  salt(number: number): number {
    return saltOf(this.words, startOf(number));
  }

  /** Nothing is found by the number any more. */
  erase(number: number): void {
    this.floats[(startOf(number) + REVISION) >>> 1] = GONE;
    this.floats[(startOf(number) + ERA) >>> 1] = GONE;
  }

  /** The number's tables are in force in the era, for whoever holds the pass; until the next time this is said. */
  admit(number: number, era: number, pass: number): void {
    this.floats[(startOf(number) + ERA) >>> 1] = era;
    this.words[startOf(number) + PASS] = pass;
  }

  /** Whatever tables the company has, they are in force in no era any more until they are admitted again. */
  withdraw(id: Int32Array, salt: number): void {
    const number = this.slots[this.seek(id, 0, salt)] ?? 0;
    if (number !== 0) this.floats[(startOf(number) + ERA) >>> 1] = GONE;
  }

  /** The number of the tables that were admitted just so; 0: none were. @param salt of the id */
  admitted(id: Int32Array, salt: number, era: number, pass: number): number {
    const number = this.slots[this.seek(id, 0, salt)] ?? 0;
    const at = startOf(number);
    return this.floats[(at + ERA) >>> 1] === era && this.words[at + PASS] === pass ? number : 0;
  }

  /** The number of the company's tables; 0: there are none of that revision. @param salt of the id */
  find(id: Int32Array, revision: number, salt: number): number {
    const number = this.slots[this.seek(id, 0, salt)] ?? 0;
    return this.floats[(startOf(number) + REVISION) >>> 1] === revision ? number : 0;
  }

  /** The earliest moment that the company's tables are used for. */
  since(number: number): number {
    return this.floats[(startOf(number) + SINCE) >>> 1] ?? Number.NaN;
  }

  /** Where the moment is none, nothing is used: no moment is after it. */
  notBefore(number: number, moment: number): void {
    this.floats[(startOf(number) + SINCE) >>> 1] = Math.max(this.since(number), moment);
  }

  get bytes(): number {
    return this.words.byteLength + this.slots.byteLength;
  }

  /** The slot of the id that begins at `from`, or the empty one where it would be. */
  private seek(id: Int32Array, from: number, salt: number): number {
    const { words, slots } = this;
    const mask = slots.length - 1;
    for (let slot = salt & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0;
      const at = startOf(number);
      if (
        number === 0 ||
        (words[at] === id[from] &&
          words[at + 1] === id[from + 1] &&
          words[at + 2] === id[from + 2] &&
          words[at + 3] === id[from + 3])
      )
        return slot;
    }
  }

  private widen(): void {
    const wider = new Int32Array(this.words.length * 2 - LEAD);
    wider.set(this.words);
    this.words = wider;
    this.floats = new Float64Array(wider.buffer);
  }

  /** With the numbers of living companies alone, in twice the room they need or more. */
  private remake(): void {
    const living = new Set<number>();
    for (const number of this.slots) if (number !== 0 && this.lives(number)) living.add(number);
    let room = FIRST_NUMBERS;
    while (living.size >= (room * FULLEST) / 2) room *= 2;
    this.slots = new Int32Array(room);
    for (const number of living) this.slots[this.seek(this.words, startOf(number), this.salt(number))] = number;
    this.taken = living.size;
  }

  private lives(number: number): boolean {
    return !Number.isNaN(this.floats[(startOf(number) + REVISION) >>> 1]);
  }
}

/** Where the number's record begins; that of 0, which is nobody's, stays empty. */
function startOf(number: number): number {
  return LEAD + number * LINE;
}

/** The salt of the company whose id's words begin at `from`. */
export function saltOf(words: Int32Array, from = 0): number {
  return spread(words, from, 0);
}
