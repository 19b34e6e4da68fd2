import type { CompanyEntity } from "../../../tenant/companies/company.entity";
import type { Locale } from "../../../kernel/locale";
import type { Reader } from "../../../infra/mail/reader";
import { CALL_NAMES, type CallKind } from "../call/call-kind";
import type { CallLetterKind } from "./call-mail";
import { timeInWords } from "../../days/wall-time";

/** What a letter tells of. */
export interface LetterFacts {
  readonly kind: CallLetterKind;
  readonly call: CallKind;
  readonly company: Pick<CompanyEntity, "name">;
  /** Whose language it is in, and on whose clocks the times are. */
  readonly reader: Reader;
  /** Who did it, by name. */
  readonly by: string;
  readonly minutes: number;
  /** Starts of the slots it is about, ISO-8601. */
  readonly starts: readonly string[];
  readonly why: string | null;
}

export interface LetterWords {
  readonly subject: string;
  readonly text: string;
}

/** The letter in the reader's language, with its times as the reader's clocks show them. */
export function letterWords(facts: LetterFacts): LetterWords {
  const { company, reader, starts, minutes, why } = facts;
  const words = WORDS[reader.locale];
  const call = words.calls[facts.call];
  const [subject, opening, closing] = words[facts.kind](call, facts.by, company.name);
  const times = starts.map((start) => `  - ${timeInWords(start, reader.zone, reader.locale)}`);
  const parts = [opening, times.join("\n"), ...(why ? [words.why(why)] : []), words.length(minutes), closing];
  return { subject, text: `${parts.filter((part) => part !== "").join("\n\n")}\n` };
}

/** Name of the call as a calendar shows it. */
export function callTitle(kind: CallKind, { locale, name }: Pick<CompanyEntity, "locale" | "name">): string {
  return WORDS[locale].title(WORDS[locale].calls[kind], name);
}

type Letter = (
  call: string,
  by: string,
  company: string,
) => readonly [subject: string, opening: string, closing: string];
type Words = Readonly<Record<CallLetterKind, Letter>> & {
  readonly calls: Readonly<Record<CallKind, string>>;
  title(call: string, company: string): string;
  why(reason: string): string;
  length(minutes: number): string;
};

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    calls: CALL_NAMES.en,
    title: (call, company) => `Xero integration of ${company}: ${call}`,
    why: (reason) => `Reason: ${reason}`,
    length: (minutes) => `The call takes about ${minutes} minutes.`,
    slots_proposed: (call, by, company) => [
      `Times for the ${call} of ${company}`,
      `${by} offers these times for the ${call}:`,
      "Please confirm one that suits everybody who is needed, or suggest others.",
    ],
    slots_suggested: (call, by, company) => [
      `Other times for the ${call} of ${company}`,
      `${by} suggests these times for the ${call}:`,
      "Please accept one, or offer others.",
    ],
    confirmed: (call, by, company) => [
      `The ${call} of ${company} has a time`,
      `${by} agreed to this time for the ${call}:`,
      "The invitation is attached; open it to put the call into your calendar.",
    ],
    rescheduled: (call, by, company) => [
      `The ${call} of ${company} moves`,
      `${by} had to move the ${call}; the agreed time holds no more. New times are up:`,
      "Please confirm one that suits, or suggest others. Your calendar is brought up to date with the next invitation.",
    ],
    withdrawn: (call, by, company) => [
      `A time for the ${call} of ${company} is withdrawn`,
      `${by} takes this time for the ${call} back:`,
      "You need not keep it free any longer.",
    ],
    handed_over: (call, by, company) => [
      `The ${call} of ${company} has another specialist`,
      `${by} leads the ${call} from now on.`,
      "What was agreed stays as it is. Where it has a time, the attached invitation brings your calendar up to date.",
    ],
    cancelled: (call, by, company) => [
      `The ${call} of ${company} is cancelled`,
      `${by} cancelled the ${call}.`,
      "Times for another one will be offered.",
    ],
  },
  fr: {
    calls: CALL_NAMES.fr,
    title: (call, company) => `Intégration Xero de ${company} : ${call}`,
    why: (reason) => `Raison : ${reason}`,
    length: (minutes) => `L’appel dure environ ${minutes} minutes.`,
    slots_proposed: (call, by, company) => [
      `Des horaires pour l’${call} de ${company}`,
      `${by} propose ces horaires pour l’${call} :`,
      "Merci d’en confirmer un qui convienne à toutes les personnes nécessaires, ou d’en suggérer d’autres.",
    ],
    slots_suggested: (call, by, company) => [
      `D’autres horaires pour l’${call} de ${company}`,
      `${by} suggère ces horaires pour l’${call} :`,
      "Merci d’en accepter un, ou d’en proposer d’autres.",
    ],
    confirmed: (call, by, company) => [
      `L’${call} de ${company} a une date`,
      `${by} a accepté cet horaire pour l’${call} :`,
      "L’invitation est jointe ; ouvrez-la pour inscrire l’appel dans votre agenda.",
    ],
    rescheduled: (call, by, company) => [
      `L’${call} de ${company} est déplacé`,
      `${by} a dû déplacer l’${call} ; l’horaire convenu ne tient plus. De nouveaux horaires sont proposés :`,
      "Merci d’en confirmer un qui convienne, ou d’en suggérer d’autres. La prochaine invitation mettra votre agenda à jour.",
    ],
    withdrawn: (call, by, company) => [
      `Un horaire pour l’${call} de ${company} est retiré`,
      `${by} retire cet horaire pour l’${call} :`,
      "Vous n’avez plus à le garder libre.",
    ],
    handed_over: (call, by, company) => [
      `L’${call} de ${company} change de spécialiste`,
      `${by} mène désormais l’${call}.`,
      "Ce qui a été convenu ne change pas. S’il a une date, l’invitation jointe met votre agenda à jour.",
    ],
    cancelled: (call, by, company) => [
      `L’${call} de ${company} est annulé`,
      `${by} a annulé l’${call}.`,
      "Des horaires seront proposés pour un autre appel.",
    ],
  },
};
