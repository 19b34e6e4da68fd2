import path from "node:path";
import { countedTransport, type DeliveryTries } from "./app-tries";
import type { Config } from "./config/config";
import type { Database } from "./infra/db/database";
import { toInstant, type Clock } from "./kernel/clock";
import { FileTransport } from "./infra/mail/file-transport";
import type { MailTransport } from "./infra/mail/mail";
import { enqueueMail } from "./infra/mail/mail-outbox";
import { PostOffice } from "./infra/mail/post-office";
import { SmtpTransport } from "./infra/mail/smtp-transport";
import { MemberEntity } from "./directory/members/member.entity";
import type { RecordMail } from "./records/record/record-mail";
import { rejectionLetter } from "./records/approval/rejection-letter";

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
