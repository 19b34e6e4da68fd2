import type Mail from "nodemailer/lib/mailer";
import type { Letter } from "./mail";

/** The letter as nodemailer takes it. */
export function messageOf(letter: Letter, from: string, date: Date): Mail.Options {
  const { to, subject, text, html, attachments, id } = letter;
  return {
    from,
    to: { name: to.name, address: to.email },
    subject,
    text,
    ...(html === null ? {} : { html }),
    date,
    messageId: `<${id}@ledgergate>`,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
  };
}
