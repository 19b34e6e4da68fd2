/** Languages that texts for people come in. */
export const LOCALES = ["en", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

/** The same, said in each language. */
export type Bilingual = Readonly<Record<Locale, string>>;

const LISTS: Readonly<Record<Locale, Intl.ListFormat>> = {
  en: new Intl.ListFormat("en", { type: "disjunction" }),
  fr: new Intl.ListFormat("fr", { type: "disjunction" }),
};

/** One of several: "started, cancelled, or closed". */
export function oneOf(words: readonly string[], locale: Locale): string {
  return LISTS[locale].format(words);
}

/** One of several in each language, by their words in it. */
export function oneOfEach<K extends string>(
  keys: readonly K[],
  words: Readonly<Record<Locale, Readonly<Record<K, string>>>>,
): Bilingual {
  const list = (locale: Locale) => LISTS[locale].format(keys.map((key) => words[locale][key]));
  return { en: list("en"), fr: list("fr") };
}

/** The first supported language of an Accept-Language header, or the fallback. */
export function pickLocale(header: string | undefined, fallback: Locale = "en"): Locale {
  return namedLocale(header) ?? fallback;
}

/** The first supported language of an Accept-Language header; null: it names none. */
export function namedLocale(header: string | undefined): Locale | null {
  if (header === undefined) return null;
  const ranked = header
    .split(",")
    .map((part, index) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const quality = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality), index };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { language } of ranked) {
    const found = LOCALES.find((locale) => locale === language);
    if (found) return found;
  }
  return null;
}
