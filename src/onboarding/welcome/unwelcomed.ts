import { In } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { personKey } from "../../kernel/email";
import { MailMessageEntity } from "../../infra/mail/mail-message.entity";
import { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import type { CallKind } from "../calls/call/call-kind";
import { ItemEntity } from "../items/item.entity";

/**
 * Addresses of the contacts who learn the times of the kick-off call by the welcome e-mail, so that an offer does not
 * tell them beforehand (set-up guide, preparation). Nobody, where somebody said that it was sent by hand, or not at all.
 */
export async function unwelcomed(scope: ChangeScope, kind: CallKind): Promise<ReadonlySet<string>> {
  if (kind !== "kick_off") return new Set();
  const { manager, company } = scope;
  const companyId = company.id;
  const said = await manager.findOneBy(ItemEntity, { companyId, code: "send_welcome_mail" });
  if (said?.state === "done" || said?.state === "waived") return new Set();
  const contacts = await manager.findBy(StakeholderEntity, { companyId, role: "erp_implementation_contact" as const });
  const emails = contacts.map(({ email }) => personKey(email));
  const welcomed = await welcomedAmong(scope, emails);
  return new Set(emails.filter((email) => !welcomed.has(email)));
}

/** Those of the addresses, in lower case, that a welcome e-mail was written to. */
export async function welcomedAmong(
  { manager, company }: ChangeScope,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  const where = { companyId: company.id, kind: "welcome", toEmail: In([...emails]) };
  const found = await manager.find(MailMessageEntity, { where, select: { id: true, toEmail: true } });
  return new Set(found.map(({ toEmail }) => toEmail));
}
