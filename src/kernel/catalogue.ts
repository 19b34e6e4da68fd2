import { LOCALES, type Bilingual, type Locale } from "./locale";

/** What a sentence mentions: the same in each language, or in the reader's. */
export type Mention = string | number | Bilingual;

/** The parameters that a pattern names: `{slug}`, and the count of `{count, plural, one {# day} other {# days}}`. */
type NameOf<Piece extends string> = Piece extends `${infer Head}}${string}`
  ? Head extends `${infer Name}, plural,${string}`
    ? Name
    : Head extends `${string} ${string}` | `${string}#${string}`
      ? never
      : Head
  : never;
type NamesIn<Pattern extends string> = Pattern extends `${string}{${infer Rest}` ? NameOf<Rest> | NamesIn<Rest> : never;

/** Each language mentions the same. */
type Same<Texts extends Readonly<Record<string, Bilingual>>> = {
  readonly [Key in keyof Texts]: [NamesIn<Texts[Key]["en"]>, NamesIn<Texts[Key]["fr"]>] extends [
    NamesIn<Texts[Key]["fr"]>,
    NamesIn<Texts[Key]["en"]>,
  ]
    ? unknown
    : `fr mentions other parameters than en`;
};

/**
 * Sentences of a module in each language, in ICU's message format: `{name}`, and a plural where a count is in the
 * sentence, whose branches have a `#` or a space in them. test/house/catalogues.test.ts holds the rest of the law.
 */
export function catalogue<const Texts extends Readonly<Record<string, Bilingual>>>(texts: Texts & Same<Texts>): Texts {
  return texts;
}

/** The sentence in each language, with what it mentions. */
export function fill<Text extends Bilingual>(
  text: Text,
  mentions: Readonly<Record<NamesIn<Text["en"]>, Mention>>,
): Bilingual {
  const named: Readonly<Record<string, Mention>> = mentions;
  const [en, fr] = LOCALES.map((locale) => filled(text[locale], named, locale)) as [string, string];
  return { en, fr };
}

const ARGUMENT = /\{(\w+)(?:, plural,((?: (?:=\d+|[a-z]+) \{[^{}]*\})+))?\}/g;
const BRANCH = /(=\d+|[a-z]+) \{([^{}]*)\}/g;
const PLURALS: Readonly<Record<Locale, Intl.PluralRules>> = {
  en: new Intl.PluralRules("en"),
  fr: new Intl.PluralRules("fr"),
};

function filled(pattern: string, mentions: Readonly<Record<string, Mention>>, locale: Locale): string {
  return pattern.replace(ARGUMENT, (_whole, name: string, branches: string | undefined) => {
    const mention = mentions[name] ?? "";
    if (branches !== undefined) return counted(branches, Number(mention), locale);
    return typeof mention === "object" ? mention[locale] : String(mention);
  });
}

function counted(branches: string, count: number, locale: Locale): string {
  const texts = new Map([...branches.matchAll(BRANCH)].map(([, key, text]) => [key, text]));
  const text = texts.get(`=${count}`) ?? texts.get(PLURALS[locale].select(count)) ?? texts.get("other") ?? "";
  return text.replaceAll("#", String(count));
}
