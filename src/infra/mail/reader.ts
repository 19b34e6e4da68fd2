import { In, type EntityManager } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { Database } from "../db/database";
import { loaderFor, type GraphQLContext } from "../graphql/context";
import { addressOf } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import type { Locale } from "../../kernel/locale";
import { MailReaderEntity } from "./mail-reader.entity";

/** The language and the IANA zone that somebody reads in. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: string;
}

type Place = Pick<CompanyEntity, "locale" | "timezone" | "country">;

/** How each of the addresses is written to about the company: as its person wishes, else as the company does. One SELECT. */
export async function readersOf(
  manager: EntityManager,
  company: Place,
  emails: readonly string[],
): Promise<(email: string) => Reader> {
  const readerOf = await readersAnywhere(manager, emails);
  return (email) => readerOf(email, company);
}

/** The same about whatever company. One SELECT. */
export async function readersAnywhere(
  manager: EntityManager,
  emails: readonly string[],
): Promise<(email: string, company: Place) => Reader> {
  const wanted = [...new Set(emails.map(personKey))];
  const found = await manager.findBy(MailReaderEntity, { email: In(wanted) });
  const byEmail = new Map(found.map((row) => [row.email, row]));
  return (email, company) => {
    const own = byEmail.get(personKey(email));
    return { locale: own?.locale ?? company.locale, zone: own?.timezone ?? zoneOf(company) };
  };
}

/** The zone that the asker has set for themselves; null: none, or no person. One SELECT a request. */
export async function zoneOfAsker(context: GraphQLContext, database: Database): Promise<string | null> {
  const { caller } = context;
  const email = caller.kind === "person" ? addressOf(caller) : null;
  if (email === null) return null;
  const loader = loaderFor(context, MailReaderEntity, async (emails: readonly string[]) => {
    const found = await database.read().findBy(MailReaderEntity, { email: In([...emails]) });
    return emails.map((email) => found.find((row) => row.email === email)?.timezone ?? null);
  });
  return loader.load(email);
}
