import type { ChangeScope } from "../../tenant/companies/company-change";
import type { FeatureNames } from "../../directory/access-list/access-list-bounds";
import { isAdministrator } from "../../directory/members/last-administrator";
import { MemberEntity } from "../../directory/members/member.entity";
import { enqueueMail } from "../../infra/mail/mail-outbox";
import { readersOf } from "../../infra/mail/reader";
import type { Locale } from "../../kernel/locale";
import { lossTexts } from "./mirror-words";
import type { MirrorPlan } from "./mirror-run";

interface Words {
  readonly subject: (company: string) => string;
  readonly text: (name: string, company: string, people: string, more: number) => string;
  readonly nothing: string;
  readonly heldSubject: (company: string) => string;
  readonly held: (name: string, company: string, count: number) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (company) => `${company}: people have left the construction platform's directory`,
    text: (name, company, people, more) =>
      `Hello ${name},\n\nthese people are no longer active in the construction platform's directory of ${company}, and have lost everything that they held in Ledgergate:\n\n` +
      `${people}\n${more > 0 ? `\nand ${more} more; the audit trail names them all.\n` : ""}`,
    nothing: "nothing",
    heldSubject: (company) => `${company}: the construction platform's directory waits for you`,
    held: (name, company, count) =>
      `Hello ${name},\n\n${count} people of ${company} would lose everything at once, because they are no longer active in the construction platform's directory. ` +
      "That is more than is credible, so nothing was changed. Look at what the mirror would change, and carry it out if it is so.\n",
  },
  fr: {
    subject: (company) => `${company} : des personnes ont quitté le répertoire de la plateforme de construction`,
    text: (name, company, people, more) =>
      `Bonjour ${name},\n\nces personnes ne sont plus actives dans le répertoire de la plateforme de construction de ${company}, et ont perdu tout ce qu’elles avaient dans Ledgergate :\n\n` +
      `${people}\n${more > 0 ? `\net ${more} autres ; la piste d’audit les nomme toutes.\n` : ""}`,
    nothing: "rien",
    heldSubject: (company) => `${company} : le répertoire de la plateforme de construction vous attend`,
    held: (name, company, count) =>
      `Bonjour ${name},\n\n${count} personnes de ${company} perdraient tout d’un coup, parce qu’elles ne sont plus actives dans le répertoire de la plateforme de construction. ` +
      "C’est plus qu’il n’est crédible : rien n’a été modifié. Regardez ce que la copie changerait, et exécutez-la si c’est exact.\n",
  },
};

/** People that one letter names. */
const MAX_NAMED = 50;

/** Letters to those who can give rights. */
export class MirrorLetters {
  constructor(private readonly features: FeatureNames) {}

  /** What people held who have left. */
  async left(scope: ChangeScope, { people, grants }: MirrorPlan): Promise<void> {
    const leavers = people.filter(({ kind }) => kind === "goes");
    if (leavers.length === 0) return;
    const lines = (locale: Locale) =>
      leavers.slice(0, MAX_NAMED).map((plan) => {
        const lost = lossTexts(plan, grants, this.features, locale).join("; ");
        return `- ${plan.next.name} <${plan.next.email}>: ${lost || WORDS[locale].nothing}`;
      });
    await this.write(scope, "platform_leavers", (locale, name) => {
      const { subject, text } = WORDS[locale];
      const more = Math.max(0, leavers.length - MAX_NAMED);
      return {
        subject: subject(scope.company.name),
        text: text(name, scope.company.name, lines(locale).join("\n"), more),
      };
    });
  }

  /** That more would leave than is credible. */
  async held(scope: ChangeScope, count: number): Promise<void> {
    await this.write(scope, "platform_directory_held", (locale, name) => {
      const { heldSubject, held } = WORDS[locale];
      return { subject: heldSubject(scope.company.name), text: held(name, scope.company.name, count) };
    });
  }

  private async write(
    { manager, company, by, at }: ChangeScope,
    kind: string,
    wordsFor: (locale: Locale, name: string) => { readonly subject: string; readonly text: string },
  ): Promise<void> {
    const where = { companyId: company.id, active: true, directoryLevel: "admin" as const, canPushToAccounting: true };
    const readers = (await manager.findBy(MemberEntity, where)).filter(isAdministrator);
    const readerOf = await readersOf(
      manager,
      company,
      readers.map(({ email }) => email),
    );
    const letters = readers.map(({ id, email, name }) => {
      const key = `${kind}|${company.id}|${at}|${id}`;
      const { locale } = readerOf(email);
      return { companyId: company.id, key, kind, to: { email, name }, locale, ifRoom: true, ...wordsFor(locale, name) };
    });
    await enqueueMail(manager, letters, { at, by });
  }
}
