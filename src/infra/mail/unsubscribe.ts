import { In, type EntityManager } from "typeorm";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Locale } from "../../kernel/locale";
import { hintHtml } from "./letter-html";
import { isOptional, OPTIONAL_LETTERS, type OptionalKind } from "./mail-kinds";
import type { MailMessageEntity } from "./mail-message.entity";
import { readerRows } from "./preferences";

/** The page that a letter's link leads to, under the server's address. */
export const UNSUBSCRIBE_PATH = "/mail/unsubscribe";

/** How the reader of a letter can stop letters of its kind. */
export interface Unsubscribe {
  readonly url: string;
  readonly kind: OptionalKind;
  readonly locale: Locale;
}

/** Of those letters that can be declined, by the letter's id. Inside `Database.write`: an address's token is made here. */
export async function unsubscribesFor(
  manager: EntityManager,
  letters: readonly MailMessageEntity[],
  publicUrl: string,
  at: string,
): Promise<ReadonlyMap<string, Unsubscribe>> {
  const optional = letters.filter(({ kind }) => isOptional(kind));
  if (optional.length === 0) return new Map();
  const emails = optional.map(({ toEmail }) => toEmail);
  const readers = await readerRows(manager, emails, at);
  const companies = await manager.findBy(CompanyEntity, { id: In(optional.map(({ companyId }) => companyId)) });
  const entries = optional.flatMap(({ id, kind, toEmail, companyId }) => {
    const reader = readers.get(toEmail);
    const company = companies.find((one) => one.id === companyId);
    if (!reader || !isOptional(kind)) return [];
    const url = `${publicUrl}${UNSUBSCRIBE_PATH}?token=${reader.token}&kind=${kind}`;
    return [[id, { url, kind, locale: reader.locale ?? company?.locale ?? "en" }] as const];
  });
  return new Map(entries);
}

/** The letter with a last line that says how to stop its kind. */
export function withHint(
  { text, html }: Pick<MailMessageEntity, "text" | "html">,
  { url, kind, locale }: Unsubscribe,
): Pick<MailMessageEntity, "text" | "html"> {
  const [line, colon] = HINTS[locale](OPTIONAL_LETTERS[kind][locale]);
  const hint = html === null ? null : `${html}\n${hintHtml(line, url)}`;
  return { text: `${text}\n-- \n${line}${colon} ${url}\n`, html: hint };
}

const HINTS: Readonly<Record<Locale, (title: string) => readonly [line: string, colon: string]>> = {
  en: (title) => [`Stop these letters (${title})`, ":"],
  fr: (title) => [`Ne plus recevoir ces messages (${title})`, " :"],
};
