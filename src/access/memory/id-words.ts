/** How many 32-bit words an id takes. */
export const ID_WORDS = 4;

/** All bits: what it is put together with is negative, wherever it stands. */
const NO_DIGIT = -1;
const DIGITS = new Int8Array(256).fill(NO_DIGIT);
for (let value = 0; value < 16; value++) DIGITS[value.toString(16).charCodeAt(0)] = value;

const DASH = 45;
const ID_LENGTH = 36;

/**
 * Reads a UUID in lower case, as `newId` makes them, into four words. Two texts give the same words only if they are the
 * same text. False: the text is something else, which has to be kept as it is; then `words` means nothing.
 */
export function readId(text: string, words: Int32Array): boolean {
  if (text.length !== ID_LENGTH || !hasDashes(text)) return false;
  // Two halves of each word, because a new text costs least when it is read once, without a loop.
  const a = half(text, 0);
  const b = half(text, 4);
  const c = half(text, 9);
  const d = half(text, 14);
  const e = half(text, 19);
  const f = half(text, 24);
  const g = half(text, 28);
  const h = half(text, 32);
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

/** Four digits; negative: they are none. */
function half(text: string, at: number): number {
  const a = DIGITS[text.charCodeAt(at)] ?? NO_DIGIT;
  const b = DIGITS[text.charCodeAt(at + 1)] ?? NO_DIGIT;
  const c = DIGITS[text.charCodeAt(at + 2)] ?? NO_DIGIT;
  const d = DIGITS[text.charCodeAt(at + 3)] ?? NO_DIGIT;
  return (a << 12) | (b << 8) | (c << 4) | d;
}

/** A good spread of the words and of whose id it is, from 32 bits. */
export function spread(words: Int32Array, owner: number): number {
  let mixed = Math.imul((words[3] ?? 0) ^ owner, 0x9e3779b1) ^ (words[2] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ (words[1] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ (words[0] ?? 0);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  return mixed ^ (mixed >>> 15);
}
