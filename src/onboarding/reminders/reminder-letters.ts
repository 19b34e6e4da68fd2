import { DateTime } from "luxon";
import type { Locale } from "../../kernel/locale";
import type { Reader } from "../../infra/mail/reader";
import type { CallKind } from "../calls/call/call-kind";
import { timeInWords } from "../days/wall-time";
import { dayIn } from "../../kernel/days";
import type { ReminderKind } from "./due-reminder";

/** What is late, and since when: "Archive inactive vendors: due on Thursday 26 November 2026". */
export function lateLine(title: string, dueOn: string, locale: Locale): string {
  const language = locale === "en" ? "en-GB" : locale;
  const day = DateTime.fromISO(dueOn, { zone: "utc" }).setLocale(language).toFormat("cccc d LLLL yyyy");
  return WORDS[locale].late(title, day);
}

/** Which call, and when on the reader's clocks. */
export function callLine(kind: CallKind, startsAt: string, { locale, zone }: Reader, now: string): string {
  const today = dayIn(zone, startsAt) === dayIn(zone, now);
  const words = WORDS[locale];
  const day = today ? words.today : words.tomorrow;
  return words.call(words.calls[kind], day, timeInWords(startsAt, zone, locale));
}

/** What a letter is made of: its lines are written already. */
export interface ReminderFacts {
  readonly kind: ReminderKind;
  readonly locale: Locale;
  readonly company: string;
  readonly reader: string;
  readonly lines: readonly string[];
  /** Where the set-up is found. */
  readonly link: string;
}

export function reminderLetter(facts: ReminderFacts): { readonly subject: string; readonly text: string } {
  const words = WORDS[facts.locale];
  const { subject, opening, closing } = words[facts.kind](facts.company);
  const lines = facts.lines.map((line) => `  - ${line}`).join("\n");
  const parts = [words.hello(facts.reader), opening, lines, closing, words.link(facts.link)];
  return { subject, text: `${parts.join("\n\n")}\n` };
}

interface Frame {
  readonly subject: string;
  readonly opening: string;
  readonly closing: string;
}

type Words = Readonly<Record<ReminderKind, (company: string) => Frame>> & {
  readonly calls: Readonly<Record<CallKind, string>>;
  readonly today: string;
  readonly tomorrow: string;
  hello(reader: string): string;
  late(title: string, day: string): string;
  call(call: string, day: string, time: string): string;
  link(address: string): string;
};

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    calls: { kick_off: "Kick-off call", go_live: "Go-live call" },
    today: "today",
    tomorrow: "tomorrow",
    hello: (reader) => `Hello ${reader},`,
    late: (title, day) => `${title}: due on ${day}`,
    call: (call, day, time) => `${call}, ${day}: ${time}`,
    link: (address) => `The set-up: ${address}`,
    item_reminder: (company) => ({
      subject: `Late in the set-up of ${company}`,
      opening: `This is yours to do in the set-up of the Xero integration of ${company}, and its day is past:`,
      closing: "If it is done, say so there; if the day cannot be kept, agree on another. You are told once.",
    }),
    call_reminder: (company) => ({
      subject: `Soon: a call on the Xero integration of ${company}`,
      opening: `You are asked to a call on the Xero integration of ${company}:`,
      closing: "If you cannot attend, tell the specialist or your ERP implementation contact.",
    }),
  },
  fr: {
    calls: { kick_off: "Appel de lancement", go_live: "Appel de mise en service" },
    today: "aujourd’hui",
    tomorrow: "demain",
    hello: (reader) => `Bonjour ${reader},`,
    late: (title, day) => `${title} : à faire pour le ${day}`,
    call: (call, day, time) => `${call}, ${day} : ${time}`,
    link: (address) => `La mise en œuvre : ${address}`,
    item_reminder: (company) => ({
      subject: `En retard dans la mise en œuvre de ${company}`,
      opening: `Ceci vous revient dans la mise en œuvre de l’intégration Xero de ${company}, et la date est passée :`,
      closing:
        "Si c’est fait, dites-le ; si la date ne peut pas être tenue, convenez d’une autre. Vous n’êtes averti qu’une fois.",
    }),
    call_reminder: (company) => ({
      subject: `Bientôt : un appel sur l’intégration Xero de ${company}`,
      opening: `Vous êtes attendu à un appel sur l’intégration Xero de ${company} :`,
      closing: "Si vous ne pouvez pas y assister, dites-le au spécialiste ou à votre contact de mise en œuvre ERP.",
    }),
  },
};
