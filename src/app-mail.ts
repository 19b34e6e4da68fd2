import path from "node:path";
import { countedTransport, type DeliveryTries } from "./app-tries";
import type { Config } from "./config";
import type { Database } from "./db/database";
import { toInstant, type Clock } from "./kernel/clock";
import { FileTransport } from "./mail/file-transport";
import type { MailTransport } from "./mail/mail";
import { enqueueMail } from "./mail/mail-outbox";
import { PostOffice } from "./mail/post-office";
import { SmtpTransport } from "./mail/smtp-transport";
import { MemberEntity } from "./member/member.entity";
import type { RecordMail } from "./record/record-mail";
import { rejectionLetter } from "./record/rejection-letter";

/** Tells whoever is to hear of a rejection (docs/records.md says who). */
export function recordMail(clock: Clock): RecordMail {
  return {
    async rejected(manager, rejection) {
      const { record, to } = rejection;
      const member = await manager.findOneBy(MemberEntity, { companyId: record.companyId, id: to });
      if (!member?.active) return;
      const at = toInstant(clock.now());
      const letter = await rejectionLetter(manager, rejection, member);
      const key = `rejection|${record.id}|${record.version}`;
      await enqueueMail(manager, [{ companyId: record.companyId, key, kind: "rejection", to: member, ...letter }], at);
    },
  };
}

/** SMTP where it is configured; else a folder that can be read. */
export function createPostOffice(
  database: Database,
  { mail, dataDir, publicUrl }: Config,
  clock: Clock,
  tries: DeliveryTries,
): PostOffice {
  const transport: MailTransport = mail.smtpUrl
    ? new SmtpTransport(mail.smtpUrl, mail.from, clock)
    : new FileTransport(path.join(dataDir, "mail"), mail.from, clock);
  return new PostOffice(database, countedTransport(transport, tries), clock, publicUrl);
}
