import { setupI18n, type I18n, type Messages } from "@lingui/core";
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type generated from "../generated/words-en.json";
import type access from "../messages/access-en.json";
import type english from "../messages/en.json";
import type setUp from "../messages/set-up-en.json";

export type Language = "en" | "fr";
export type Word = keyof typeof english | keyof typeof generated | keyof typeof access | keyof typeof setUp;
/** What every screen needs, and what the screens of access and of the set-up need besides. */
export type Part = "first" | "access" | "setUp";
type Values = Readonly<Record<string, unknown>>;

type Catalogue = () => Promise<{ default: unknown }>;

/** Compiled from ICU at the build; one language is loaded, the other when it is wanted. */
const CATALOGUES: Readonly<Record<Part, Readonly<Record<Language, readonly Catalogue[]>>>> = {
  first: {
    en: [() => import("../messages/en.json"), () => import("../generated/words-en.json")],
    fr: [() => import("../messages/fr.json"), () => import("../generated/words-fr.json")],
  },
  access: { en: [() => import("../messages/access-en.json")], fr: [() => import("../messages/access-fr.json")] },
  setUp: { en: [() => import("../messages/set-up-en.json")], fr: [() => import("../messages/set-up-fr.json")] },
};
const STORED = "ledgergate.language";

export interface Words {
  readonly language: Language;
  /** The text of that name; `values` fill its places. */
  readonly t: (word: Word, values?: Values) => string;
  /** The text of a family and a code, such as `state.SYNCED`; the code itself where there is none. */
  readonly code: (family: string, code: string) => string;
  readonly money: (amount: { readonly value: string; readonly currency: string }) => string;
  readonly day: (instant: string) => string;
  readonly moment: (instant: string) => string;
  readonly speak: (language: Language) => void;
  /** Which parts of the catalogue are there. */
  readonly parts: readonly Part[];
  /** Loads a further part. */
  readonly want: (part: Part) => void;
}

const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error("There is no WordsProvider.");
  return words;
}

/** What was chosen here before, else what the browser prefers. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(STORED) ?? navigator.language;
  return chosen.startsWith("fr") ? "fr" : "en";
}

/** Whether the part's texts are there; loads them where they are not. */
export function useTexts(part: Part): boolean {
  const { parts, want } = useWords();
  useEffect(() => want(part), [part, want]);
  return parts.includes(part);
}

interface Loaded {
  readonly i18n: I18n;
  readonly parts: readonly Part[];
}

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [parts, setParts] = useState<readonly Part[]>(["first"]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const want = useCallback((part: Part) => setParts((had) => (had.includes(part) ? had : [...had, part])), []);
  useEffect(() => {
    let wanted = true;
    void Promise.all(parts.flatMap((part) => CATALOGUES[part][language].map((load) => load()))).then((catalogues) => {
      if (!wanted) return;
      const messages = Object.assign({}, ...catalogues.map((each) => each.default)) as Messages;
      setLoaded({ i18n: setupI18n({ locale: language, messages: { [language]: messages } }), parts });
      document.documentElement.lang = language;
    });
    return () => {
      wanted = false;
    };
  }, [language, parts]);
  const words = useMemo(() => loaded && wordsOf(loaded, setLanguage, want), [loaded, want]);
  return words && <WordsContext value={words}>{children}</WordsContext>;
}

function wordsOf(
  { i18n, parts }: Loaded,
  setLanguage: (language: Language) => void,
  want: (part: Part) => void,
): Words {
  const { locale } = i18n;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return {
    ...{ language: locale as Language, parts, want },
    t: (word, values) => i18n._(word, values),
    code: (family, code) => (`${family}.${code}` in i18n.messages ? i18n._(`${family}.${code}`) : code),
    money: ({ value, currency }) =>
      new Intl.NumberFormat(locale, { style: "currency", currency }).format(value as unknown as number),
    // A date without a time is the same day everywhere.
    day: (instant) => (instant.length === 10 ? dateOnly(locale, instant) : day.format(new Date(instant))),
    moment: (instant) => moment.format(new Date(instant)),
    speak: (language) => {
      localStorage.setItem(STORED, language);
      setLanguage(language);
    },
  };
}

function dateOnly(locale: string, date: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));
}
