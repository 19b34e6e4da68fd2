import type { LetterWords } from "../../infra/mail/letter-html";
import type { Locale } from "../../kernel/locale";

/** What a letter about rights that end tells one reader: as their holder, as somebody who can give them anew, or both. */
export interface EndingFacts {
  readonly locale: Locale;
  readonly name: string;
  readonly company: string;
  /** The last day, or the moment, in words. */
  readonly until: string;
  readonly own: readonly string[];
  readonly others: readonly string[];
  readonly link: string;
}

export function endingLetter({ locale, name, company, until, own, others, link }: EndingFacts): LetterWords {
  const words = WORDS[locale];
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");
  const parts = [
    words.hello(name),
    ...(own.length === 0 ? [] : [words.own(company, until), list(own), ...(others.length === 0 ? [words.ask] : [])]),
    ...(others.length === 0 ? [] : [words.others(company, until), list(others), words.give(link)]),
  ];
  return { subject: words.subject(company, until), text: `${parts.join("\n\n")}\n` };
}

interface Words {
  readonly subject: (company: string, until: string) => string;
  readonly hello: (name: string) => string;
  readonly own: (company: string, until: string) => string;
  readonly ask: string;
  readonly others: (company: string, until: string) => string;
  readonly give: (link: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (company, until) => `${company}: rights end with ${until}`,
    hello: (name) => `Hello ${name},`,
    own: (company, until) => `these rights of yours at ${company} are good until ${until}, and not after it:`,
    ask: "If you need them longer, ask a directory administrator of the company to give them anew.",
    others: (company, until) => `these rights that you could give anew at ${company} are good until ${until}:`,
    give: (link) => `Whoever needs them longer has to be given them anew: ${link}`,
  },
  fr: {
    subject: (company, until) => `${company} : des droits prennent fin le ${until}`,
    hello: (name) => `Bonjour ${name},`,
    own: (company, until) => `ces droits que vous avez chez ${company} valent jusqu’au ${until}, et plus ensuite :`,
    ask: "Si vous en avez besoin plus longtemps, demandez à un administrateur de l’annuaire de les accorder à nouveau.",
    others: (company, until) =>
      `ces droits que vous pourriez accorder à nouveau chez ${company} valent jusqu’au ${until} :`,
    give: (link) => `À qui en a besoin plus longtemps, il faut les accorder à nouveau : ${link}`,
  },
};
