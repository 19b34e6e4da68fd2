import { fill } from "../../kernel/catalogue";
import type { CompanyChanges, ChangeScope } from "../../tenant/audit/company-changes";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { GrantBounds } from "./grant-bounds";
import { termsOf, type GrantRequest } from "./grant-terms";
import { sameOpenGrant, storeGrant, storeRevocation, type GrantChange } from "./grant-writer";
import { GrantEntity } from "./grant.entity";
import { findMember, requireGrantee } from "../members/grantee";
import { MemberEntity } from "../members/member.entity";
import { reasonFrom } from "../../kernel/labels";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

/** To whom a right is to be given: id or e-mail, and what. */
export interface GiveRequest extends GrantRequest {
  readonly member: string;
}

/** Gives and takes the rights of members to handle features. */
export class GrantService {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChanges,
    private readonly companies: CompanyDirectory,
    private readonly bounds: GrantBounds,
  ) {}

  /**
   * Gives a member a feature in one direction. Throws PolicyRefusal where the actor may not grant it, Refusal NOT_FOUND
   * (company, member, project), CONFLICT (member deactivated), BAD_INPUT (what does not fit) or ALREADY_EXISTS.
   */
  async give(actor: Actor, company: string, request: GiveRequest): Promise<GrantChange> {
    return this.database.write(async (manager) => {
      const tenant = await this.companies.find(company);
      const found = tenant ? await findMember(manager, tenant.id, request.member) : null;
      // Who may not grant learns nothing of who is a member: the policy is asked first.
      const record = { grantee: found?.id ?? request.member };
      const intent = { actor, company, action: "grant_access", resource: request.feature, record } as const;
      return this.changes.run(intent, (scope) => this.giveIn(scope, found, request));
    });
  }

  /**
   * Ends a grant now; it stays on record. Throws PolicyRefusal, Refusal NOT_FOUND, or CONFLICT where it is revoked
   * already.
   */
  async revoke(actor: Actor, company: string, grantId: string, reason: string): Promise<GrantChange> {
    return this.database.write(async (manager) => {
      const tenant = await this.companies.find(company);
      const key = { id: grantId.trim().toLowerCase(), companyId: tenant?.id ?? "" };
      const grant = tenant ? await manager.findOneBy(GrantEntity, key) : null;
      // Asked about the company, not the feature: a right must be revocable after its feature ceased to be carried.
      const record = { grantee: grant?.memberId ?? grantId };
      const intent = { actor, company, action: "grant_access", record } as const;
      return this.changes.run(intent, (scope) => revokeIn(scope, grant, reason));
    });
  }

  private async giveIn(scope: ChangeScope, found: MemberEntity | null, request: GiveRequest): Promise<GrantChange> {
    // Read again under the company's lock: somebody may have changed it since.
    const member = requireGrantee(
      found && (await findMember(scope.manager, scope.company.id, found.id)),
      request.member,
    );
    const { company: tenant, at } = scope;
    const place = { companyId: tenant.id, zone: zoneOf(tenant), at, path: ["input"] };
    const terms = await termsOf(request, this.bounds, place);
    const same = await sameOpenGrant(scope, member, terms);
    if (!same) return storeGrant(scope, member, terms);
    throw new BilingualRefusal(
      "ALREADY_EXISTS",
      fill(DIRECTORY_TEXTS.heldAlready, { name: member.name, grant: same.id, instant: same.givenAt }),
      ["input", "feature"],
    );
  }
}

async function revokeIn(scope: ChangeScope, found: GrantEntity | null, reason: string): Promise<GrantChange> {
  const field = ["input", "grant"];
  // Read again under the company's lock: somebody may have revoked it since.
  const grant = found && (await scope.manager.findOneBy(GrantEntity, { id: found.id }));
  if (!grant) throw new BilingualRefusal("NOT_FOUND", DIRECTORY_TEXTS.noSuchGrant, field);
  if (grant.revokedAt !== null)
    throw new BilingualRefusal("CONFLICT", fill(DIRECTORY_TEXTS.revokedAlready, { instant: grant.revokedAt }), field);
  const { companyId, memberId } = grant;
  const member = await scope.manager.findOneByOrFail(MemberEntity, { id: memberId, companyId });
  return storeRevocation(scope, member, grant, reasonFrom(reason));
}
