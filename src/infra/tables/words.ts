import { distance } from "fastest-levenshtein";
import type { Locale } from "../../kernel/locale";

const EMPTY_WORDS = new Set(["a", "d", "de", "du", "des", "l", "la", "le", "les", "the", "of", "et", "and"]);

/** What is compared of a heading or name: its words without case, accents, punctuation, articles or plural s. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !EMPTY_WORDS.has(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
}

/** What a heading or name is compared by. */
export function wordKey(text: string): string {
  return wordsOf(text).join("");
}

/** Something that could have been meant: how it is shown, and all that it is called. */
export interface Meaning {
  readonly shown: string;
  readonly names: readonly string[];
}

const MAX_SUGGESTIONS = 3;

/** What somebody may have meant: names that hold all the words, else names that are a slip of the pen away. */
export function nearest(text: string, meanings: readonly Meaning[]): string[] {
  const words = wordsOf(text);
  const key = words.join("");
  if (key === "") return [];
  const holding = meanings.filter(({ names }) => names.some((name) => holds(wordsOf(name), words)));
  const slip = (name: string) => distance(key, wordKey(name)) <= Math.max(1, Math.floor(key.length / 4));
  const meant = holding.length > 0 ? holding : meanings.filter(({ names }) => names.some(slip));
  return [...new Set(meant.map(({ shown }) => shown))].slice(0, MAX_SUGGESTIONS);
}

function holds(name: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => name.includes(word));
}

const OR: Readonly<Record<Locale, Intl.ListFormat>> = {
  en: new Intl.ListFormat("en", { type: "disjunction" }),
  fr: new Intl.ListFormat("fr", { type: "disjunction" }),
};

/** "Did you mean X or Y?"; where nothing is near, all that there is. */
export function suggestion(text: string, meanings: readonly Meaning[], locale: Locale): string {
  const near = nearest(text, meanings);
  const known = () => meanings.map(({ shown }) => shown).join(", ");
  if (locale === "fr") return near.length > 0 ? `Vouliez-vous dire ${OR.fr.format(near)} ?` : `Il y a : ${known()}.`;
  return near.length > 0 ? `Did you mean ${OR.en.format(near)}?` : `Known: ${known()}.`;
}
