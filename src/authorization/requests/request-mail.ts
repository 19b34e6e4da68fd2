import type { MemberEntity } from "../../directory/members/member.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import type { LetterLinks } from "../../infra/mail/letter-links";
import { enqueueMail, type NewMail } from "../../infra/mail/mail-outbox";
import { readersOf } from "../../infra/mail/reader";
import type { ChangeScope } from "../../tenant/audit/company-changes";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { PolicySource } from "../policies/policy-source";
import { heldText } from "../review/review-texts";
import type { AccessRequestEntity } from "./access-request.entity";
import { grantersFor } from "./request-granters";
import { requestLetter, type RequestNews } from "./request-letters";

/** Tells who can grant a request, and who has made it, in the transaction of the change. */
export class RequestMail {
  constructor(
    private readonly policies: PolicySource,
    private readonly links: LetterLinks,
  ) {}

  /** Whose granting would really open it. */
  granters({ manager, company, at }: ChangeScope, { feature, memberId }: AccessRequestEntity) {
    return grantersFor(manager, company, { feature, grantee: memberId }, this.policies, at);
  }

  /** @param asker who has asked; names the letter where nobody has decided yet */
  async toGranters(
    scope: ChangeScope,
    news: "asked" | "agreed",
    row: AccessRequestEntity,
    asker: MemberEntity,
    granters: readonly MemberEntity[],
  ): Promise<void> {
    await this.write(scope, news, row, granters, news === "asked" ? asker.name : nameOf(scope), row.reason);
  }

  async toAsker(scope: ChangeScope, row: AccessRequestEntity, asker: MemberEntity): Promise<void> {
    await this.write(scope, "refused", row, [asker], nameOf(scope), row.decisionReason ?? "");
  }

  private async write(
    { manager, company, by, at }: ChangeScope,
    news: RequestNews,
    row: AccessRequestEntity,
    people: readonly MemberEntity[],
    author: string,
    why: string,
  ): Promise<void> {
    const emails = people.map(({ email }) => email);
    const readerOf = await readersOf(manager, company, emails);
    const projects = await manager.findBy(ProjectEntity, { companyId: company.id });
    const names = new Map(projects.map(({ id, code, name }) => [id, `${code} ${name}`]));
    const { feature, direction, agreed, asked } = row;
    const letters = people.map(({ email, name }): NewMail => {
      const { locale } = readerOf(email);
      const reader = { locale, zone: zoneOf(company), projectName: (id: string) => names.get(id) ?? id };
      const right = heldText({ kind: "grant", feature, direction, ...(agreed ?? asked) }, "", reader);
      const link = this.links.page("rights", company.slug);
      const words = requestLetter(news, { locale, name, company: company.name, by: author, right, why, link });
      const key = `access request|${row.id}|${row.version}|${email}`;
      return { companyId: company.id, key, kind: "access_request", to: { email, name }, locale, ...words };
    });
    await enqueueMail(manager, letters, { at, by });
  }
}

function nameOf({ by }: ChangeScope): string {
  return by.kind === "system" ? "Ledgergate" : by.name;
}
