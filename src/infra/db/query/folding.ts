/**
 * How texts are sorted and searched, the same on both databases: accents, case and ligatures make no difference, so that É
 * stands beside E and "dube" finds Dubé. So do people of English and French expect; what the databases themselves would make
 * of it changes with their versions. A change of these tables needs a migration that makes `fold_text` anew.
 */
export const FOLD = "fold_text";

/** Combining marks that NFKD sets free. */
const MARKS = [
  "[\\u0300-\\u036f]",
  "[\\u1ab0-\\u1aff]",
  "[\\u1dc0-\\u1dff]",
  "[\\u20d0-\\u20ff]",
  "[\\ufe20-\\ufe2f]",
].join("|");
/** Letters that NFKD leaves as they are, though people take them for others. */
const SINGLE = { from: "øØđĐðÐłŁıħĦŧŦ", to: "oodddd" + "llihhtt" } as const;
const SEVERAL: readonly (readonly [string, string])[] = [
  ["æ", "ae"],
  ["Æ", "ae"],
  ["œ", "oe"],
  ["Œ", "oe"],
  ["ß", "ss"],
  ["ẞ", "ss"],
  ["þ", "th"],
  ["Þ", "th"],
];
const UPPER = letters([0x41, 0x5a], [0x391, 0x3a1], [0x3a3, 0x3a9], [0x410, 0x42f], [0x400, 0x40f]);
const LOWER = letters([0x61, 0x7a], [0x3b1, 0x3c1], [0x3c3, 0x3c9], [0x430, 0x44f], [0x450, 0x45f]);

const ASCII = /^[ -~]*$/;
const COMBINING = new RegExp(MARKS, "g");
const LETTERS = new Map([
  ...[...(UPPER + SINGLE.from)].map((letter, index) => [letter, [...(LOWER + SINGLE.to)][index] ?? ""] as const),
  ...SEVERAL,
]);

/** The text as it is sorted and searched by; SQLite is given this as a function. */
export function foldText(text: string): string {
  // Most are of ASCII alone, and a search asks for every row.
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize("NFKD").replace(COMBINING, "");
  return Array.from(bare, (letter) => LETTERS.get(letter) ?? letter).join("");
}

/** The same for PostgreSQL, as a function that indices may use. */
export function foldFunction(): string {
  const marked = `regexp_replace(normalize(value, NFKD), '${MARKS}', '', 'g')`;
  const single = `translate(${marked}, '${UPPER}${SINGLE.from}', '${LOWER}${SINGLE.to}')`;
  const folded = SEVERAL.reduce((sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`, single);
  return `CREATE OR REPLACE FUNCTION ${FOLD}(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT (${folded}) COLLATE "C" $$`;
}

function letters(...ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .map(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join(""),
    )
    .join("");
}
