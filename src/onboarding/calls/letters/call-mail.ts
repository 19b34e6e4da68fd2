import type { EntityManager } from "typeorm";
import type { CalendarPart } from "../../../infra/mail/mail";
import type { Writing } from "../../../infra/mail/letter-quota";
import type { Locale } from "../../../kernel/locale";
import type { Person } from "./call-people";

export const CALL_LETTERS = [
  "slots_proposed",
  "slots_suggested",
  "withdrawn",
  "confirmed",
  "rescheduled",
  "cancelled",
  "handed_over",
] as const;
export type CallLetterKind = (typeof CALL_LETTERS)[number];

/** A letter about a call, in words. */
export interface CallLetter {
  /** Of this change of the call: the same letter has the same key. */
  readonly key: string;
  readonly kind: CallLetterKind;
  readonly companyId: string;
  readonly callId: string;
  readonly to: readonly Person[];
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  /** Another form of the letter, which calendars read. */
  readonly invitation: CalendarPart | null;
  /** Whom an answer is for: the specialist who leads the call. */
  readonly replyTo: Person;
}

/** The port through which letters about calls leave; they are sent once the change that they tell of is committed. */
export interface CallMail {
  enqueue(manager: EntityManager, letter: CallLetter, writing: Writing): Promise<void>;
}
