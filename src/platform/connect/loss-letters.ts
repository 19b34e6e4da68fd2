import type { EntityManager } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Locale } from "../../kernel/locale";
import { jobCause } from "../../infra/mail/letter-quota";
import { enqueueMail } from "../../infra/mail/mail-outbox";
import { readersOf } from "../../infra/mail/reader";
import { MemberEntity } from "../../directory/members/member.entity";
import type { PlatformConnectionEntity } from "./platform-connection.entity";
import { PROBLEM_TEXTS } from "./problems";

export interface PlatformLost {
  readonly connection: PlatformConnectionEntity;
  readonly company: CompanyEntity;
  readonly at: string;
}

/** The port that tells people that the platform's side was taken away, in the transaction that keeps it. */
export interface PlatformLossLetters {
  lost(manager: EntityManager, lost: PlatformLost): Promise<void>;
}

interface Words {
  readonly subject: (company: string) => string;
  readonly text: (name: string, company: string, problems: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (company) => `${company}: the construction platform has to be connected again`,
    text: (name, company, problems) =>
      `Hello ${name},\n\nLedgergate no longer works together with the construction platform for ${company}:\n\n${problems}\n\n` +
      "Nothing is lost: what was sent waits, and goes on once this is mended.\n",
  },
  fr: {
    subject: (company) => `${company} : la plateforme de construction doit être connectée à nouveau`,
    text: (name, company, problems) =>
      `Bonjour ${name},\n\nLedgergate ne travaille plus avec la plateforme de construction pour ${company} :\n\n${problems}\n\n` +
      "Rien n’est perdu : ce qui a été envoyé attend, et repart dès que cela est rétabli.\n",
  },
};

/** To whoever connected the platform, if they are still there, and to the tool's administrators. */
export const platformLossLetters: PlatformLossLetters = {
  async lost(manager, { connection, company, at }) {
    const members = await manager.findBy(MemberEntity, { companyId: company.id, active: true });
    const owners = members.filter(
      ({ toolLevel, email }) => toolLevel === "admin" || email === connection.connectedByEmail,
    );
    const readerOf = await readersOf(
      manager,
      company,
      owners.map(({ email }) => email),
    );
    const letters = owners.map(({ id, email, name }) => {
      const { locale } = readerOf(email);
      const problems = connection.problems.map((code) => `- ${PROBLEM_TEXTS[code][locale]}`).join("\n");
      const words = WORDS[locale];
      return {
        companyId: company.id,
        key: `platform-lost|${connection.id}|${at}|${id}`,
        kind: "platform_lost",
        to: { email, name },
        locale,
        subject: words.subject(company.name),
        text: words.text(name, company.name, problems),
      };
    });
    await enqueueMail(manager, letters, { at, by: jobCause("platform loss") });
  },
};
