import type { EntityManager } from "typeorm";
import { Refusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";

/** Whether a consent to the organisation of the connection is in force. */
export type ConsentLook = (manager: EntityManager, connectionId: string) => Promise<boolean>;

const MESSAGES: Readonly<Record<Locale, string>> = {
  en:
    "Nobody can declare a connection authorised: begin the consent (authorizeConnection), and have whoever administers " +
    "the organisation in Xero open the address that it gives. The connection is authorised by itself then.",
  fr:
    "Une connexion ne peut pas être déclarée autorisée : commencez le consentement (authorizeConnection) et faites ouvrir " +
    "l’adresse obtenue par qui administre l’organisation dans Xero. La connexion sera alors autorisée d’elle-même.",
};

/** What a connection is refused with that is said to be authorised and rests on no consent. */
export function consentNeeded(locale: Locale): Refusal {
  return new Refusal("CONSENT_NEEDED", MESSAGES[locale], ["input", "status"]);
}
