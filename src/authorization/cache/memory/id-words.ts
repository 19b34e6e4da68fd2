/** How many 32-bit words an id takes. */
export const ID_WORDS = 4;

/** All bits: what it is put together with is negative, wherever it stands. */
const NO_DIGIT = -1;
/** By code unit, whatever it is, so that no text is looked up outside of it. */
const DIGITS = new Int8Array(2 ** 16).fill(NO_DIGIT);
for (let value = 0; value < 16; value++) DIGITS[value.toString(16).charCodeAt(0)] = value;

const DASH = 45;
const ID_LENGTH = 36;

/**
 * Reads a UUID in lower case, as `newId` makes them, into four words. Two texts give the same words only if they are the
 * same text. False: the text is something else, which has to be kept as it is; then `words` means nothing.
 */
export function readId(text: string, words: Int32Array): boolean {
  if (text.length !== ID_LENGTH || !hasDashes(text)) return false;
  // Eight halves without a loop: reading two ids is most of a verdict's work.
  const a = (digit(text, 0) << 12) | (digit(text, 1) << 8) | (digit(text, 2) << 4) | digit(text, 3);
  const b = (digit(text, 4) << 12) | (digit(text, 5) << 8) | (digit(text, 6) << 4) | digit(text, 7);
  const c = (digit(text, 9) << 12) | (digit(text, 10) << 8) | (digit(text, 11) << 4) | digit(text, 12);
  const d = (digit(text, 14) << 12) | (digit(text, 15) << 8) | (digit(text, 16) << 4) | digit(text, 17);
  const e = (digit(text, 19) << 12) | (digit(text, 20) << 8) | (digit(text, 21) << 4) | digit(text, 22);
  const f = (digit(text, 24) << 12) | (digit(text, 25) << 8) | (digit(text, 26) << 4) | digit(text, 27);
  const g = (digit(text, 28) << 12) | (digit(text, 29) << 8) | (digit(text, 30) << 4) | digit(text, 31);
  const h = (digit(text, 32) << 12) | (digit(text, 33) << 8) | (digit(text, 34) << 4) | digit(text, 35);
  words[0] = (a << 16) | b;
  words[1] = (c << 16) | d;
  words[2] = (e << 16) | f;
  words[3] = (g << 16) | h;
  // A half that is not of digits is negative. The variant's bits are always 10: other words are free for other ids.
  return (a | b | c | d | e | f | g | h) >= 0 && e >>> 14 === 2;
}

function hasDashes(text: string): boolean {
  return (
    text.charCodeAt(8) === DASH &&
    text.charCodeAt(13) === DASH &&
    text.charCodeAt(18) === DASH &&
    text.charCodeAt(23) === DASH
  );
}

/** Negative: it is none. */
function digit(text: string, at: number): number {
  return DIGITS[text.charCodeAt(at)] ?? NO_DIGIT;
}

/** A good spread of the id whose words begin at `from`, from 32 bits; another one for every salt. */
export function spread(words: Int32Array, from: number, salt: number): number {
  let mixed = Math.imul((words[from + 3] ?? 0) ^ salt, 0x9e3779b1) ^ (words[from + 2] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ (words[from + 1] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ (words[from] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  return mixed ^ (mixed >>> 15);
}
