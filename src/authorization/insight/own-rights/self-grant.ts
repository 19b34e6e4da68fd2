import { BilingualRefusal } from "../../../kernel/errors";
import type { Locale } from "../../../kernel/locale";
import { actIn } from "../../../policy/explain";
import type { Gain } from "../../../policy/rights-gained";

/** Acts that are named; more help nobody. */
const MAX_ACTS = 3;

interface Words {
  readonly gain: (acts: string) => string;
  readonly more: (count: number) => string;
  readonly ask: (names: string) => string;
  readonly nobody: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    gain: (acts) => `This would give you rights that you do not have: ${acts}. Nobody raises their own rights.`,
    more: (count) => `and ${count} more`,
    ask: (names) => `Ask somebody else who may do it: ${names}.`,
    nobody: "Nobody else of the company may do it now: have a second administrator named, or ask the vendor.",
  },
  fr: {
    gain: (acts) =>
      `Cela vous donnerait des droits que vous n’avez pas : ${acts}. Personne n’augmente ses propres droits.`,
    more: (count) => `et ${count} de plus`,
    ask: (names) => `Demandez à quelqu’un d’autre qui le peut : ${names}.`,
    nobody:
      "Personne d’autre dans l’entreprise ne le peut actuellement : faites nommer un second administrateur, ou demandez à l’éditeur.",
  },
};

/** Refusal SELF_GRANT: what its author would gain by a change, and who may make it. */
export function selfGrant(gains: readonly Gain[], able: readonly string[]): BilingualRefusal {
  const text = (locale: Locale) => {
    const words = WORDS[locale];
    const acts = gains.map(({ action, resource }) => actIn(locale, action, resource));
    const rest = acts.length - MAX_ACTS;
    const named = [...acts.slice(0, MAX_ACTS), ...(rest > 0 ? [words.more(rest)] : [])].join(", ");
    return `${words.gain(named)} ${able.length > 0 ? words.ask(able.join(", ")) : words.nobody}`;
  };
  return new BilingualRefusal("SELF_GRANT", { en: text("en"), fr: text("fr") });
}
