import { In, IsNull, MoreThan } from "typeorm";
import { LetterLinkEntity } from "../../infra/mail/links/letter-link.entity";
import type { Actor } from "../../kernel/actor";
import { emailFrom } from "../../kernel/email";
import type { CompanyChangePort } from "../../tenant/companies/company-change";

/** The links of letters, for who administers the company. */
export class LetterLinkService {
  constructor(private readonly changes: CompanyChangePort) {}

  /** Ends all links in force that were sent to the address. Throws PolicyRefusal, Refusal NOT_FOUND (company) or BAD_INPUT. */
  async revoke(actor: Actor, company: string, address: string) {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const email = emailFrom(address, ["input", "email"]);
      const { manager, at } = scope;
      const where = { companyId: scope.company.id, email, revokedAt: IsNull(), expiresAt: MoreThan(at) };
      const links = await manager.find(LetterLinkEntity, { where, select: { id: true } });
      if (links.length === 0) return { revokedLinks: 0, policyRevision: scope.company.policyRevision };
      await manager.update(LetterLinkEntity, { id: In(links.map(({ id }) => id)) }, { revokedAt: at });
      const policyRevision = await scope.record({
        action: "letter_links.revoked",
        targetKind: "company",
        targetId: scope.company.id,
        before: null,
        after: { email, links: links.length },
      });
      return { revokedLinks: links.length, policyRevision };
    });
  }
}
