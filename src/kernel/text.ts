import { BilingualRefusal } from "./errors";
import type { Bilingual } from "./locale";

/**
 * How a text is kept and compared. A code (of a cost, a project, a document's number) is NFKC: characters that only look
 * otherwise, such as a full-width 1, are the same code. A name is NFC, and a prose NFC with its line breaks.
 */
export type TextForm = "code" | "name" | "prose";

/** What is wrong with a text, and what its words name: the most characters, or the character at fault. */
export interface TextProblem {
  readonly code: "EMPTY" | "TOO_LONG" | "NOT_ONE_LINE" | "INVISIBLE";
  readonly values: readonly string[];
}

export type ReadText =
  { readonly value: string; readonly problem: null } | { readonly value: null; readonly problem: TextProblem };

// What nobody sees and everything compares: control, format (bidirectional marks among them) and ignorable characters,
// lone surrogates, private and unassigned code points, separators of lines.
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u;
// Joiners are letters' own business in scripts that join, and within pictures of several characters.
const JOINING = "(?![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}])[\\p{L}\\p{M}]";
const NEEDED = new RegExp(
  `(?<=${JOINING})[\\u200c\\u200d](?=${JOINING})|(?<=\\p{Extended_Pictographic})\\ufe0f|(?<=\\p{Extended_Pictographic}\\ufe0f?)\\u200d(?=\\p{Extended_Pictographic})`,
  "gu",
);
const PLAIN = /^[!-~]+$/;
const LINES = /[\n\r\t\v\f\u0085\p{Zl}\p{Zp}]/u;

/** Whether some character of the text has no look of its own. A line break and a tab are such as well. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** The one rule for texts of every door: normalised, without space around it, nothing invisible in it. */
export function readText(form: TextForm, text: string, max: number): ReadText {
  const value = normalText(form, text);
  if (form !== "prose" && LINES.test(value)) return wrong("NOT_ONE_LINE");
  const seen = (form === "prose" ? value.replace(/[\n\t]/g, "") : value).replace(NEEDED, "");
  const invisible = INVISIBLE.exec(seen)?.[0];
  if (invisible !== undefined) return wrong("INVISIBLE", codePoint(invisible));
  if (value === "") return wrong("EMPTY");
  if (value.length > max) return wrong("TOO_LONG", String(max), String(value.length));
  return { value, problem: null };
}

/** The form in which two texts are compared; what is looked up by a code or a name goes through this. */
export function normalText(form: TextForm, text: string): string {
  // Most are: every decision about a project looks one up.
  if (PLAIN.test(text)) return text;
  const normal = text.normalize(form === "code" ? "NFKC" : "NFC");
  if (form === "prose") return normal.replace(/\r\n?/g, "\n").trim();
  return normal.trim().replace(/\p{Zs}+/gu, " ");
}

/** Whether two names are the same, however their letters are put together. */
export function sameName(a: unknown, b: string): boolean {
  return a === b || (typeof a === "string" && normalText("name", a) === normalText("name", b));
}

const PROBLEMS: Readonly<Record<TextProblem["code"], (...values: readonly string[]) => Bilingual>> = {
  EMPTY: () => ({ en: "It must not be empty.", fr: "Ce texte ne doit pas être vide." }),
  TOO_LONG: (most, has) => ({
    en: `It has ${most} characters at most, and this has ${has}.`,
    fr: `Au plus ${most} caractères ; il y en a ${has}.`,
  }),
  NOT_ONE_LINE: () => ({ en: "It is one line of plain text.", fr: "Il faut une seule ligne de texte simple." }),
  INVISIBLE: (character) => ({
    en: `It holds an invisible character (${character}): type it anew, or paste it as plain text.`,
    fr: `Il contient un caractère invisible (${character}) : retapez-le, ou collez-le comme texte simple.`,
  }),
};

/** The problem in words. */
export function textProblem({ code, values }: TextProblem): Bilingual {
  return PROBLEMS[code](...values);
}

/** The text in its normal form. Throws Refusal BAD_INPUT at the field, in words. */
export function textFrom(form: TextForm, text: string, max: number, field: readonly string[]): string {
  const { value, problem } = readText(form, text, max);
  if (problem === null) return value;
  throw new BilingualRefusal("BAD_INPUT", textProblem(problem), field);
}

/** The same where it may be left out: null where nothing is said. */
export function optionalText(
  form: TextForm,
  text: string | null | undefined,
  max: number,
  field: readonly string[],
): string | null {
  return text == null || text.trim() === "" ? null : textFrom(form, text, max, field);
}

function wrong(code: TextProblem["code"], ...values: readonly string[]): ReadText {
  return { value: null, problem: { code, values } };
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * The text as it looks at a glance: one form of each letter, no blanks, nothing invisible, no difference of case. Two names that
 * share it are taken for one another by people.
 */
export function lookalike(text: string): string {
  return withoutUnseen(text).toLowerCase();
}

/** One form of each letter, no blanks, nothing invisible. */
export function withoutUnseen(text: string): string {
  return text.normalize("NFKC").replace(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Z}\s]/gu, "");
}

/**
 * A document's number whatever its spelling: letters and digits alone, in one case, look-alikes taken for each other, no zeros
 * in front.
 */
export function plainNumber(number: string): string {
  return lookalike(number)
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

/** The text among values of which nothing is known, as in another system's JSON; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
