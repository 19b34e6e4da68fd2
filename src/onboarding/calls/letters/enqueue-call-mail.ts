import type { CallMail } from "./call-mail";
import { enqueueMail } from "../../../infra/mail/mail-outbox";

/** Letters about calls wait in the mail outbox from the transaction of the change on: one for each receiver. */
export const callMail: CallMail = {
  async enqueue(manager, { key, kind, companyId, to, locale, subject, text, invitation, replyTo }, writing) {
    const letter = { companyId, kind: `call_${kind}`, locale, subject, text, calendar: invitation, replyTo };
    const letters = to.map((person) => ({ ...letter, to: person, key: `${key} ${person.email}` }));
    await enqueueMail(manager, letters, writing);
  },
};
