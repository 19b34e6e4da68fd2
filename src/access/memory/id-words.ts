/** How many 32-bit words an id takes. */
export const ID_WORDS = 4;

/** All bits: what it is put together with is negative, wherever it stands. */
const NO_DIGIT = -1;
/** By code unit, whatever it is, so that no text is looked up outside of it. */
const DIGITS = new Int8Array(2 ** 16).fill(NO_DIGIT);
for (let value = 0; value < 16; value++) DIGITS[value.toString(16).charCodeAt(0)] = value;

const DASH = 45;
const ID_LENGTH = 36;
/** Where the two halves of each word begin, of four digits each. */
const FRONTS = Uint8Array.of(0, 9, 19, 28);
const BACKS = Uint8Array.of(4, 14, 24, 32);

/**
 * Reads a UUID in lower case, as `newId` makes them, into four words. Two texts give the same words only if they are the
 * same text. False: the text is something else, which has to be kept as it is; then `words` means nothing.
 */
export function readId(text: string, words: Int32Array): boolean {
  if (text.length !== ID_LENGTH || !hasDashes(text)) return false;
  let all = 0;
  for (let word = 0; word < ID_WORDS; word++) {
    const front = half(text, FRONTS[word] ?? 0);
    const back = half(text, BACKS[word] ?? 0);
    all |= front | back;
    words[word] = (front << 16) | back;
  }
  // A half that is not of digits is negative. The variant's bits are always 10: other words are free for other ids.
  return all >= 0 && (words[2] ?? 0) >>> 30 === 2;
}

function hasDashes(text: string): boolean {
  return (
    text.charCodeAt(8) === DASH &&
    text.charCodeAt(13) === DASH &&
    text.charCodeAt(18) === DASH &&
    text.charCodeAt(23) === DASH
  );
}

/** Four digits; negative: they are none. */
function half(text: string, at: number): number {
  const a = DIGITS[text.charCodeAt(at)] ?? NO_DIGIT;
  const b = DIGITS[text.charCodeAt(at + 1)] ?? NO_DIGIT;
  const c = DIGITS[text.charCodeAt(at + 2)] ?? NO_DIGIT;
  const d = DIGITS[text.charCodeAt(at + 3)] ?? NO_DIGIT;
  return (a << 12) | (b << 8) | (c << 4) | d;
}

/** A good spread of the id whose words begin at `from`, from 32 bits; another one for every salt. */
export function spread(words: Int32Array, from: number, salt: number): number {
  let mixed = Math.imul((words[from + 3] ?? 0) ^ salt, 0x9e3779b1) ^ (words[from + 2] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ (words[from + 1] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ (words[from] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  return mixed ^ (mixed >>> 15);
}
