import type Mail from "nodemailer/lib/mailer";
import type { Letter } from "./mail";

/** The letter as nodemailer takes it. */
export function messageOf(letter: Letter, from: string, date: Date): Mail.Options {
  const { to, replyTo, subject, text, html, attachments, calendar, id, unsubscribeUrl } = letter;
  return {
    from,
    to: { name: to.name, address: to.email },
    ...(replyTo === null ? {} : { replyTo: { name: replyTo.name, address: replyTo.email } }),
    subject,
    text,
    ...(html === null ? {} : { html }),
    date,
    messageId: `<${id}@ledgergate>`,
    headers: { "Auto-Submitted": "auto-generated", ...(unsubscribeUrl === null ? {} : oneClick(unsubscribeUrl)) },
    ...(calendar === null ? {} : { icalEvent: calendar }),
    attachments: attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
  };
}

/** A mail program's own button, which posts to the address without showing it (RFC 8058). Some read one line only. */
function oneClick(url: string) {
  const value = { prepared: true, foldLines: false, value: `<${url}>` };
  return { "List-Unsubscribe": value, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
