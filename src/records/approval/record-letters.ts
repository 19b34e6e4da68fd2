import { MemberEntity } from "../../directory/members/member.entity";
import { enqueueMail } from "../../infra/mail/mail-outbox";
import { toInstant, type Clock } from "../../kernel/clock";
import type { RecordMail } from "../record/record-mail";
import { rejectionLetter } from "./rejection-letter";

/** Tells whoever is to hear of a rejection (docs/records.md says who). */
export function recordMail(clock: Clock): RecordMail {
  return {
    async rejected(manager, rejection) {
      const { record, to, by } = rejection;
      const member = await manager.findOneBy(MemberEntity, { companyId: record.companyId, id: to });
      if (!member?.active) return;
      const at = toInstant(clock.now());
      const letter = await rejectionLetter(manager, rejection, member);
      const key = `rejection|${record.id}|${record.version}`;
      // A wrong record is rejected however many were.
      const about = { companyId: record.companyId, key, kind: "rejection", to: member, ifRoom: true };
      await enqueueMail(manager, [{ ...about, ...letter }], { at, by });
    },
  };
}
