import { oneOf, type Bilingual, type Locale } from "../../kernel/locale";
import { EN } from "../../policy/texts/en";
import { FR } from "../../policy/texts/fr";
import type { Phase } from "../../policy/model/vocabulary";

/** That the phase does not follow, and which do. @param helpUntil until when the specialist's help runs; null: it does not */
export function notNext(from: Phase, to: Phase, allowed: readonly Phase[], helpUntil: string | null): Bilingual {
  const quoted = (names: Readonly<Record<Phase, string>>, locale: Locale) => {
    const quote = (phase: Phase) => (locale === "en" ? `"${names[phase]}"` : `« ${names[phase]} »`);
    return { from: quote(from), to: quote(to), next: oneOf(allowed.map(quote), locale) };
  };
  const en = quoted(EN.phases, "en");
  const fr = quoted(FR.phases, "fr");
  return {
    en:
      `The implementation is in the phase ${en.from}; from there it can go to ${en.next}, not to ${en.to}.` +
      (helpUntil === null ? "" : ` The specialist's help runs until ${helpUntil}; then it is in use by itself.`),
    fr:
      `La mise en œuvre en est à la phase ${fr.from} ; elle peut passer à ${fr.next}, pas à ${fr.to}.` +
      (helpUntil === null
        ? ""
        : ` L’aide du spécialiste court jusqu’à ${helpUntil} ; ensuite l’intégration est en service d’elle-même.`),
  };
}

/** What stands between the company and going live. */
export function notReady(unmet: readonly Bilingual[]): Bilingual {
  const en = unmet.map((one) => one.en).join("; ");
  const fr = unmet.map((one) => one.fr).join(" ; ");
  return {
    en: `Not ready to go live. Unmet: ${en}. Settle them, or waive by name what may be waived.`,
    fr: `Pas prêt à la mise en service. Il manque : ${fr}. Réglez cela, ou renoncez nommément à ce qui le permet.`,
  };
}
