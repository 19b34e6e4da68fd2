import type { OptionalKind } from "../../infra/mail/mail-kinds";
import type { Reader } from "../../infra/mail/reader";
import type { Person } from "../calls/letters/call-people";

export type ReminderKind = Extract<OptionalKind, "item_reminder" | "call_reminder">;

/** One thing that one person is to be reminded of now, unless they were already. */
export interface DueReminder {
  readonly companyId: string;
  readonly kind: ReminderKind;
  /** What, with its day or start. */
  readonly about: string;
  readonly to: Person;
  /** Its line in the letter. */
  readonly line: (reader: Reader) => string;
}
