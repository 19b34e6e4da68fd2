import type { LetterWords } from "../../infra/mail/letter-html";
import { endInWords } from "../../kernel/days";
import type { Locale } from "../../kernel/locale";
import type { StaffRole } from "../../policy/model/vocabulary";

export type PhaseNews = "live" | "suspended" | "resumed";

export interface StaffNews {
  readonly kind: "assigned" | "ended";
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Exclusive; null: open. */
  readonly until: string | null;
  readonly why: string | null;
}

interface Addressed {
  readonly locale: Locale;
  readonly name: string;
  readonly company: string;
  /** Who did it, by name. */
  readonly by: string;
}

export interface PhaseFacts extends Addressed {
  readonly news: PhaseNews;
  readonly why: string | null;
  readonly link: string;
}

export interface StaffFacts extends Addressed {
  /** The company's: a day is its day. */
  readonly zone: string;
  readonly news: StaffNews;
}

export function phaseLetter({ locale, name, company, by, news, why, link }: PhaseFacts): LetterWords {
  const words = WORDS[locale];
  const { subject, text } = words[news](company, by);
  const parts = [words.hello(name), text, ...(why ? [words.why(why)] : []), words.open(link)];
  return { subject, text: `${parts.join("\n\n")}\n` };
}

export function staffLetter({ locale, name, company, by, news, zone }: StaffFacts): LetterWords {
  const words = WORDS[locale];
  const role = words.roles[news.role];
  const person = `${news.name} (${news.email})`;
  const until = news.until === null ? null : endInWords(zone, news.until, locale);
  const text =
    news.kind === "assigned"
      ? words.assigned(by, person, role, company, until)
      : words.ended(by, person, role, company);
  const parts = [words.hello(name), text, ...(news.why ? [words.why(news.why)] : []), words.object];
  return { subject: words.staff(company, news.name), text: `${parts.join("\n\n")}\n` };
}

type Phased = (company: string, by: string) => LetterWords;
type Words = Readonly<Record<PhaseNews, Phased>> & {
  readonly hello: (name: string) => string;
  readonly why: (reason: string) => string;
  readonly open: (link: string) => string;
  readonly staff: (company: string, name: string) => string;
  readonly assigned: (by: string, person: string, role: string, company: string, until: string | null) => string;
  readonly ended: (by: string, person: string, role: string, company: string) => string;
  readonly object: string;
  readonly roles: Readonly<Record<StaffRole, string>>;
};

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    hello: (name) => `Hello ${name},`,
    live: (company, by) => ({
      subject: `The Xero integration of ${company} is live`,
      text: `${by} has taken the Xero integration of ${company} live. From now on records that approvers send go to Xero.`,
    }),
    suspended: (company, by) => ({
      subject: `The Xero integration of ${company} is suspended`,
      text: `${by} has suspended the Xero integration of ${company}. Until it is resumed, nothing is sent to Xero or read from it.`,
    }),
    resumed: (company, by) => ({
      subject: `The Xero integration of ${company} goes on`,
      text: `${by} has resumed the Xero integration of ${company}. Records that approvers send go to Xero again.`,
    }),
    why: (reason) => `Reason: ${reason}`,
    open: (link) => `The integration: ${link}`,
    staff: (company, name) => `${company}: vendor staff, ${name}`,
    assigned: (by, person, role, company, until) =>
      `${by} has assigned ${person} to ${company} as ${role}${until ? `, until ${until}` : ""}.`,
    ended: (by, person, role, company) => `${by} has ended the assignment of ${person} to ${company} as ${role}.`,
    object: "If you did not expect this, ask the vendor, or have the assignment ended (endVendorAssignment).",
    roles: { specialist: "implementation specialist", point_of_contact: "point of contact" },
  },
  fr: {
    hello: (name) => `Bonjour ${name},`,
    live: (company, by) => ({
      subject: `L’intégration Xero de ${company} est en service`,
      text: `${by} a mis en service l’intégration Xero de ${company}. Les enregistrements que les approbateurs envoient partent désormais vers Xero.`,
    }),
    suspended: (company, by) => ({
      subject: `L’intégration Xero de ${company} est suspendue`,
      text: `${by} a suspendu l’intégration Xero de ${company}. Jusqu’à sa reprise, rien n’est envoyé à Xero ni lu dans Xero.`,
    }),
    resumed: (company, by) => ({
      subject: `L’intégration Xero de ${company} reprend`,
      text: `${by} a repris l’intégration Xero de ${company}. Les enregistrements que les approbateurs envoient partent de nouveau vers Xero.`,
    }),
    why: (reason) => `Motif : ${reason}`,
    open: (link) => `L’intégration : ${link}`,
    staff: (company, name) => `${company} : personnel de l’éditeur, ${name}`,
    assigned: (by, person, role, company, until) =>
      `${by} a affecté ${person} à ${company} en tant que ${role}${until ? `, jusqu’au ${until}` : ""}.`,
    ended: (by, person, role, company) =>
      `${by} a mis fin à l’affectation de ${person} chez ${company} en tant que ${role}.`,
    object:
      "Si vous ne vous y attendiez pas, demandez à l’éditeur, ou faites mettre fin à l’affectation (endVendorAssignment).",
    roles: { specialist: "spécialiste de la mise en œuvre", point_of_contact: "interlocuteur" },
  },
};
