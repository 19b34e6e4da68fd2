import type { EntityManager } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { personKey } from "../../kernel/email";
import type { Locale } from "../../kernel/locale";
import { jobCause } from "../../infra/mail/letter-quota";
import { enqueueMail } from "../../infra/mail/mail-outbox";
import { readersOf } from "../../infra/mail/reader";
import { MemberEntity } from "../../directory/members/member.entity";
import type { LedgerAccessEntity } from "./ledger-access.entity";

export interface Loss {
  readonly access: LedgerAccessEntity;
  readonly company: CompanyEntity;
  readonly code: string;
  readonly at: string;
}

/** The port that tells people of a lost consent, in the transaction that keeps it. */
export interface LossLetters {
  lost(manager: EntityManager, loss: Loss): Promise<void>;
}

interface Words {
  readonly subject: (company: string, organisation: string) => string;
  readonly text: (name: string, company: string, organisation: string, why: string) => string;
  readonly why: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (company, organisation) => `${company}: the connection to ${organisation} needs to be authorised again`,
    text: (name, company, organisation, why) =>
      `Hello ${name},\n\nLedgergate can no longer reach the Xero organisation ${organisation} for ${company}. ${why}\n\n` +
      "Nothing is lost: what was sent waits, and goes on once an administrator of the ERP Integrations tool has " +
      "authorised the connection again.\n",
    why: {
      CONSENT_REFUSED: "Xero does not accept the consent any more: it was withdrawn, or was not used for 60 days.",
      ORGANISATION_DISCONNECTED: "Somebody has disconnected Ledgergate in Xero, under Connected apps.",
    },
  },
  fr: {
    subject: (company, organisation) => `${company} : la connexion à ${organisation} doit être autorisée à nouveau`,
    text: (name, company, organisation, why) =>
      `Bonjour ${name},\n\nLedgergate n’atteint plus l’organisation Xero ${organisation} pour ${company}. ${why}\n\n` +
      "Rien n’est perdu : ce qui a été envoyé attend, et repart dès qu’un administrateur de l’outil Intégrations ERP " +
      "aura de nouveau autorisé la connexion.\n",
    why: {
      CONSENT_REFUSED: "Xero n’accepte plus le consentement : il a été retiré, ou n’a pas servi pendant 60 jours.",
      ORGANISATION_DISCONNECTED: "Quelqu’un a déconnecté Ledgergate dans Xero, sous Applications connectées.",
    },
  },
};

/** To whoever consented, if they are still there, and to the tool's administrators: they can consent anew. */
export const lossLetters: LossLetters = {
  async lost(manager, { access, company, code, at }) {
    const members = await manager.findBy(MemberEntity, { companyId: company.id, active: true });
    const authorisedBy = access.authorisedByEmail === null ? null : personKey(access.authorisedByEmail);
    const owners = members.filter(({ toolLevel, email }) => toolLevel === "admin" || email === authorisedBy);
    const readerOf = await readersOf(
      manager,
      company,
      owners.map(({ email }) => email),
    );
    const letters = owners.map(({ id, email, name }) => {
      const { locale } = readerOf(email);
      const words = WORDS[locale];
      return {
        companyId: company.id,
        key: `consent-lost|${access.id}|${access.authorisedAt}|${id}`,
        kind: "consent_lost",
        to: { email, name },
        locale,
        subject: words.subject(company.name, access.tenantName),
        text: words.text(name, company.name, access.tenantName, words.why[code] ?? code),
      };
    });
    await enqueueMail(manager, letters, { at, by: jobCause("consent loss") });
  },
};

/** Why a consent was lost, in words. */
export function lossText(code: string, locale: Locale): string {
  return WORDS[locale].why[code] ?? code;
}
