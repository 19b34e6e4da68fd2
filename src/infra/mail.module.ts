import path from "node:path";
import type { Base, InfraServices } from "./infra.module";
import type { Module } from "./module/module";
import { countedTransport } from "./outbox/delivery-tries";
import { deleteOldLetters, FileTransport } from "./mail/file-transport";
import type { MailTransport } from "./mail/mail";
import { LetterLinkEntity } from "./mail/links/letter-link.entity";
import { LetterSessionEntity } from "./mail/links/letter-session.entity";
import { MailMessageEntity } from "./mail/mail-message.entity";
import { MailOptOutEntity } from "./mail/mail-opt-out.entity";
import { MailReaderEntity } from "./mail/mail-reader.entity";
import { MailRetention } from "./mail/mail-retention";
import { MAIL_WAITS, PostOffice } from "./mail/post-office";
import { SmtpTransport } from "./mail/smtp-transport";
import { HOUR_MS } from "../kernel/clock";

type Needs = Base & InfraServices;

/** SMTP where it is configured; else a folder that can be read. */
function postOffice({ database, clock, config, tries }: Needs): PostOffice {
  const { mail, dataDir, publicUrl } = config;
  const transport: MailTransport = mail.smtpUrl
    ? new SmtpTransport(mail.smtpUrl, mail.from, clock)
    : new FileTransport(path.join(dataDir, "mail"), mail.from, clock);
  return new PostOffice(database, countedTransport(transport, tries), clock, publicUrl);
}

/** Letters. The last module: what the jobs of others write leaves in the same round. */
export const mailModule: Module<Needs> = {
  name: "mail",
  entities: [MailMessageEntity, MailOptOutEntity, MailReaderEntity, LetterLinkEntity, LetterSessionEntity],
  waits: MAIL_WAITS,
  jobs: (services) => {
    const office = postOffice(services);
    const { database, clock, config } = services;
    const retention = new MailRetention(database, clock, config.mail.retentionDays);
    const folder = path.join(config.dataDir, "mail");
    return [
      { name: "mail", everyMs: 2_000, work: () => office.run() },
      {
        name: "old letters",
        everyMs: HOUR_MS,
        work: async () => {
          await retention.run();
          await deleteOldLetters(folder, clock, config.mail.retentionDays);
        },
      },
    ];
  },
};
