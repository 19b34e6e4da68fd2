import type { Locale } from "../../kernel/locale";

type Words = (...values: readonly string[]) => string;

const EN = {
  unlinked: () => "The tie to the accounting software was taken off.",
  retrieved: () => "It was pulled back before anybody had answered. Send it again once it is corrected.",
  stale: () =>
    "The accounting software did not answer. It is being looked up whether it arrived; nothing has to be done meanwhile.",
  forgotten: () => "Nothing came of it, and nothing more will. Send it again if it is still wanted.",
  rejected: (who = "", why = "") => `${who} has rejected it.${why === "" ? "" : ` Reason: ${why}`}`,
} satisfies Record<string, Words>;

const FR: Record<keyof typeof EN, Words> = {
  unlinked: () => "Le lien avec le logiciel comptable a été retiré.",
  retrieved: () => "L’enregistrement a été retiré avant toute réponse. Renvoyez-le une fois corrigé.",
  stale: () =>
    "Le logiciel comptable n’a pas répondu. On vérifie si l’enregistrement est arrivé ; il n’y a rien à faire d’ici là.",
  forgotten: () => "Il n’en est rien advenu, et rien n’en adviendra. Renvoyez l’enregistrement s’il est encore voulu.",
  rejected: (who = "", why = "") => `${who} a refusé l’enregistrement.${why === "" ? "" : ` Motif : ${why}`}`,
};

const WORDS: Readonly<Record<Locale, Record<keyof typeof EN, Words>>> = { en: EN, fr: FR };

/** What the platform's users read at the end of a detail. */
export function endWords(code: keyof typeof EN, locale: Locale, ...values: readonly string[]): string {
  return WORDS[locale][code](...values);
}
