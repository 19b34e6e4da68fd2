import type { EntityManager } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Locale } from "../../kernel/locale";
import { readersOf } from "../../infra/mail/reader";
import { EN } from "../../policy/texts/en";
import { FR } from "../../policy/texts/fr";
import type { Rejection } from "../record/record-mail";

interface Words {
  readonly subject: (number: string, company: string) => string;
  readonly text: (name: string, by: string, number: string, title: string, reason: string | null) => string;
  readonly features: typeof EN.resources;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (number, company) => `${company}: ${number} was rejected`,
    text: (name, by, number, title, reason) =>
      `Hello ${name},\n\n${by} has rejected ${number} (${title}).\n\n` +
      `${reason ? `Reason: ${reason}\n\n` : ""}It can be edited again. Correct it and resubmit it.\n`,
    features: EN.resources,
  },
  fr: {
    subject: (number, company) => `${company} : ${number} a été refusé`,
    text: (name, by, number, title, reason) =>
      `Bonjour ${name},\n\n${by} a refusé ${number} (${title}).\n\n` +
      `${reason ? `Motif : ${reason}\n\n` : ""}L’enregistrement peut de nouveau être modifié. Corrigez-le et soumettez-le à nouveau.\n`,
    features: FR.resources,
  },
};

/** What a rejection says, in the reader's language. */
export async function rejectionLetter(
  manager: EntityManager,
  { record, by, reason }: Rejection,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<{ readonly locale: Locale; readonly subject: string; readonly text: string }> {
  const company = await manager.findOneByOrFail(CompanyEntity, { id: record.companyId });
  const { locale } = (await readersOf(manager, company, [email]))(email);
  const words = WORDS[locale];
  const number = record.number === "" ? words.features[record.feature] : record.number;
  return {
    locale,
    subject: words.subject(number, company.name),
    text: words.text(name, by.name, number, record.title, reason),
  };
}
