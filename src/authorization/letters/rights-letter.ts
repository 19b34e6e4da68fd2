import type { LetterWords } from "../../infra/mail/letter-html";
import type { Locale } from "../../kernel/locale";
import type { Held } from "../../policy/holdings";
import { heldText, type ReviewReader } from "../review/review-texts";
import type { RightsDifference } from "./rights-difference";

/** What a letter about changed rights tells. */
export interface RightsLetterFacts {
  readonly reader: ReviewReader;
  readonly name: string;
  readonly company: string;
  /** Who changed them, by name. */
  readonly by: string;
  readonly why: string | null;
  readonly difference: Pick<RightsDifference, "gained" | "lost" | "changed">;
  readonly link: string;
}

/** Tells somebody what they hold from now on, and what no more. */
export function rightsLetter({ reader, name, company, by, why, difference, link }: RightsLetterFacts): LetterWords {
  const words = WORDS[reader.locale];
  const text = ({ state, reference }: Held) => heldText(state, reference, reader);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, lines.map((line) => `- ${line}`).join("\n")];
  const parts = [
    words.hello(name),
    words.opening(by, company),
    ...list(words.gained, difference.gained.map(text)),
    ...list(
      words.changed,
      difference.changed.map(({ before, after }) => words.instead(text(after), text(before))),
    ),
    ...list(words.lost, difference.lost.map(text)),
    ...(why === null ? [] : [words.why(why)]),
    words.closing(link),
  ];
  return { subject: words.subject(company), text: `${parts.join("\n\n")}\n` };
}

interface Words {
  readonly subject: (company: string) => string;
  readonly hello: (name: string) => string;
  readonly opening: (by: string, company: string) => string;
  readonly gained: string;
  readonly changed: string;
  readonly instead: (after: string, before: string) => string;
  readonly lost: string;
  readonly why: (reason: string) => string;
  readonly closing: (link: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (company) => `Your rights at ${company} have changed`,
    hello: (name) => `Hello ${name},`,
    opening: (by, company) => `${by} has changed what you may do in the Xero integration of ${company}.`,
    gained: "From now on you have:",
    changed: "Otherwise than before:",
    instead: (after, before) => `${after} (before: ${before})`,
    lost: "You no longer have:",
    why: (reason) => `Reason: ${reason}`,
    closing: (link) => `What you may do in all is shown here: ${link}`,
  },
  fr: {
    subject: (company) => `Vos droits chez ${company} ont changé`,
    hello: (name) => `Bonjour ${name},`,
    opening: (by, company) => `${by} a modifié ce que vous pouvez faire dans l’intégration Xero de ${company}.`,
    gained: "Vous avez désormais :",
    changed: "Ce qui change :",
    instead: (after, before) => `${after} (auparavant : ${before})`,
    lost: "Vous n’avez plus :",
    why: (reason) => `Motif : ${reason}`,
    closing: (link) => `L’ensemble de ce que vous pouvez faire se trouve ici : ${link}`,
  },
};
