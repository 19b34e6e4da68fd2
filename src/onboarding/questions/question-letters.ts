import type { Locale } from "../../kernel/locale";

export const QUESTION_LETTERS = ["asked", "answered", "reopened", "handed_over", "passed_on"] as const;
export type QuestionLetterKind = (typeof QUESTION_LETTERS)[number];

/** What a letter about a question tells. */
export interface QuestionLetterFacts {
  readonly kind: QuestionLetterKind;
  readonly locale: Locale;
  /** Names. */
  readonly company: string;
  readonly reader: string;
  readonly by: string;
  readonly question: string;
  /** Title of the action item, or name of the call; null: neither. */
  readonly about: string | null;
  /** The answer, or what is still open; null: nothing new was said. */
  readonly said: string | null;
}

export function questionLetter(facts: QuestionLetterFacts): { readonly subject: string; readonly text: string } {
  const words = WORDS[facts.locale];
  const [subject, opening, closing] = words[facts.kind](facts);
  const said = facts.said === null ? [] : [words.said, quoted(facts.said)];
  const about = facts.about === null ? [] : [words.about(facts.about)];
  const asked = [words.question, quoted(facts.question)];
  const parts = [words.hello(facts.reader), opening, ...about, ...asked, ...said, closing];
  return { subject, text: `${parts.join("\n\n")}\n` };
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

type Letter = (facts: QuestionLetterFacts) => readonly [subject: string, opening: string, closing: string];
type Words = Readonly<Record<QuestionLetterKind, Letter>> & {
  readonly question: string;
  readonly said: string;
  hello(name: string): string;
  about(what: string): string;
};

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    hello: (name) => `Hello ${name},`,
    about: (what) => `It is about: ${what}`,
    question: "The question:",
    said: "What was said last:",
    asked: ({ by, company }) => [
      `A question of ${company}`,
      `${by} of ${company} has a question about the set-up of the Xero integration.`,
      "You are the one to answer it. Please answer in the plan, where everybody concerned finds it.",
    ],
    answered: ({ by, company }) => [
      `Your question about the integration of ${company} is answered`,
      `${by} answered your question.`,
      "If it is settled, close the question in the plan; if not, open it again and say what is missing.",
    ],
    reopened: ({ by, company }) => [
      `A question of ${company} is open again`,
      `${by} of ${company} opened a question about the set-up again.`,
      "You are the one to answer it. Please answer in the plan, where everybody concerned finds it.",
    ],
    handed_over: ({ by, company }) => [
      `A question of ${company} is yours now`,
      `The specialist's help for ${company} has ended. This question of ${by} had no answer by then, and is yours now.`,
      "Please answer in the plan, where everybody concerned finds it.",
    ],
    passed_on: ({ by, company }) => [
      `A question of ${company} waits for you`,
      `Questions of ${company} go to you now. This one of ${by} has no answer yet.`,
      "Please answer in the plan, where everybody concerned finds it.",
    ],
  },
  fr: {
    hello: (name) => `Bonjour ${name},`,
    about: (what) => `Elle concerne : ${what}`,
    question: "La question :",
    said: "Le dernier message :",
    asked: ({ by, company }) => [
      `Une question de ${company}`,
      `${by}, de ${company}, pose une question sur la mise en œuvre de l’intégration Xero.`,
      "C’est à vous d’y répondre. Merci de le faire dans le plan, où toutes les personnes concernées la retrouvent.",
    ],
    answered: ({ by, company }) => [
      `Réponse à votre question sur l’intégration de ${company}`,
      `${by} a répondu à votre question.`,
      "Si tout est réglé, fermez la question dans le plan ; sinon, rouvrez-la en disant ce qui manque.",
    ],
    reopened: ({ by, company }) => [
      `Une question de ${company} est rouverte`,
      `${by}, de ${company}, a rouvert une question sur la mise en œuvre.`,
      "C’est à vous d’y répondre. Merci de le faire dans le plan, où toutes les personnes concernées la retrouvent.",
    ],
    handed_over: ({ by, company }) => [
      `Une question de ${company} vous revient`,
      `L’aide du spécialiste pour ${company} est terminée. Cette question de ${by} n’avait pas encore de réponse : elle vous revient.`,
      "Merci d’y répondre dans le plan, où toutes les personnes concernées la retrouvent.",
    ],
    passed_on: ({ by, company }) => [
      `Une question de ${company} vous attend`,
      `Les questions de ${company} vous reviennent désormais. Celle-ci, de ${by}, n’a pas encore de réponse.`,
      "Merci d’y répondre dans le plan, où toutes les personnes concernées la retrouvent.",
    ],
  },
};
