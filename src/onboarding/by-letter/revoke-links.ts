import { In, IsNull } from "typeorm";
import { MemberEntity } from "../../directory/members/member.entity";
import { stakeholdersOf } from "../../directory/stakeholders/stakeholder-list";
import { LetterLinkEntity } from "../../infra/mail/links/letter-link.entity";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";

/** What changes who takes part. */
const CONCERNED = ["member", "company"];

/**
 * Whoever has no part any more, has left, or is there under another address loses the links that were sent to the old one for
 * good: coming back gives nothing back. In the transaction of the change.
 */
export async function revokeLinks({ manager, company, at }: ChangeScope, changes: readonly Change[]): Promise<void> {
  if (!changes.some(({ targetKind }) => CONCERNED.includes(targetKind))) return;
  const where = { companyId: company.id, revokedAt: IsNull() };
  const links = await manager.find(LetterLinkEntity, { where, select: { id: true, email: true } });
  if (links.length === 0) return;
  const parts = new Set((await stakeholdersOf(manager, company.id)).map(({ email }) => email));
  const gone = await manager.findBy(MemberEntity, { companyId: company.id, email: In([...parts]), active: false });
  for (const { email } of gone) parts.delete(email);
  const lost = links.filter(({ email }) => !parts.has(email)).map(({ id }) => id);
  if (lost.length > 0) await manager.update(LetterLinkEntity, { id: In(lost) }, { revokedAt: at });
}
