import type { LetterWords } from "../../infra/mail/letter-html";
import type { Locale } from "../../kernel/locale";

/** What a letter about a request for a right tells. */
export interface RequestLetterFacts {
  readonly locale: Locale;
  readonly name: string;
  readonly company: string;
  /** Who asks, or who has decided, by name. */
  readonly by: string;
  /** The right, in words. */
  readonly right: string;
  readonly why: string;
  readonly link: string;
}

/** `asked` and `agreed` go to who can grant it, `refused` to who asked. A right that was granted is told with their rights. */
export type RequestNews = "asked" | "agreed" | "refused";

export function requestLetter(
  news: RequestNews,
  { locale, name, why, link, ...facts }: RequestLetterFacts,
): LetterWords {
  const words = WORDS[locale];
  const parts = [words.hello(name), words[news](facts), words.why(why), words.open(link)];
  return { subject: words.subject[news](facts), text: `${parts.join("\n\n")}\n` };
}

type Told = Pick<RequestLetterFacts, "company" | "by" | "right">;
type Words = Readonly<Record<RequestNews, (told: Told) => string>> & {
  readonly hello: (name: string) => string;
  readonly why: (reason: string) => string;
  readonly open: (link: string) => string;
  readonly subject: Readonly<Record<RequestNews, (told: Told) => string>>;
};

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    hello: (name) => `Hello ${name},`,
    asked: ({ by, company, right }) =>
      `${by} asks for a right at ${company}: ${right}. You can grant it as asked, grant less, or refuse it.`,
    agreed: ({ by, company, right }) =>
      `${by} has agreed that somebody receives a right at ${company}: ${right}. It is above the amount for which two people have to agree: you can be the second.`,
    refused: ({ by, company, right }) => `${by} has refused the right that you asked for at ${company}: ${right}.`,
    why: (reason) => `Reason: ${reason}`,
    open: (link) => `Rights: ${link}`,
    subject: {
      asked: ({ by, company }) => `${company}: ${by} asks for a right`,
      agreed: ({ company }) => `${company}: a right waits for the second who agrees`,
      refused: ({ company }) => `${company}: the right that you asked for was refused`,
    },
  },
  fr: {
    hello: (name) => `Bonjour ${name},`,
    asked: ({ by, company, right }) =>
      `${by} demande un droit chez ${company} : ${right}. Vous pouvez l’accorder tel quel, le réduire ou le refuser.`,
    agreed: ({ by, company, right }) =>
      `${by} a accepté d’accorder un droit chez ${company} : ${right}. Il dépasse le montant pour lequel deux personnes doivent être d’accord : vous pouvez être la seconde.`,
    refused: ({ by, company, right }) => `${by} a refusé le droit que vous aviez demandé chez ${company} : ${right}.`,
    why: (reason) => `Motif : ${reason}`,
    open: (link) => `Droits : ${link}`,
    subject: {
      asked: ({ by, company }) => `${company} : ${by} demande un droit`,
      agreed: ({ company }) => `${company} : un droit attend un second accord`,
      refused: ({ company }) => `${company} : le droit que vous aviez demandé est refusé`,
    },
  },
};
