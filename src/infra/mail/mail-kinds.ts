import type { Locale } from "../../kernel/locale";

/**
 * The kinds of letters that people can decline, with what they are; all others are part of what people do, and cannot be
 * declined. A new kind is a line here.
 */
export const OPTIONAL_LETTERS = {
  item_reminder: { en: "reminders of what is late", fr: "rappels de ce qui est en retard" },
  call_reminder: { en: "reminders of tomorrow's calls", fr: "rappels des appels du lendemain" },
  rights_ending: { en: "reminders of rights that end", fr: "rappels des droits qui prennent fin" },
  integration_news: {
    en: "news of the integration: going live, suspension, vendor staff",
    fr: "nouvelles de l’intégration : mise en service, suspension, personnel de l’éditeur",
  },
  digest: { en: "the daily digest", fr: "résumé quotidien" },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;

export type OptionalKind = keyof typeof OPTIONAL_LETTERS;
export const OPTIONAL_KINDS = Object.keys(OPTIONAL_LETTERS) as readonly OptionalKind[];

export function isOptional(kind: string): kind is OptionalKind {
  return (OPTIONAL_KINDS as readonly string[]).includes(kind);
}
