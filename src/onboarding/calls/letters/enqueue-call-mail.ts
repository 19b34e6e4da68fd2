import type { CallLetterKind, CallMail } from "./call-mail";
import { enqueueMail } from "../../../infra/mail/mail-outbox";

/** Letters after which there is nothing to answer. */
const LAST_WORDS: readonly CallLetterKind[] = ["cancelled", "withdrawn"];

/** Letters about calls wait in the mail outbox from the transaction of the change on: one for each receiver. */
export const callMail: CallMail = {
  async enqueue(manager, { key, kind, companyId, callId, to, locale, subject, text, invitation, replyTo }, writing) {
    const letter = { companyId, kind: `call_${kind}`, locale, subject, text, calendar: invitation, replyTo };
    const call = LAST_WORDS.includes(kind) ? null : ({ purpose: "call", aboutId: callId } as const);
    const letters = to.map((person) => ({
      ...letter,
      to: person,
      key: `${key} ${person.email}`,
      // Who leads the call signs in.
      act: person.email === replyTo.email ? null : call,
    }));
    await enqueueMail(manager, letters, writing);
  },
};
