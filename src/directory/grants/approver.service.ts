import type { AuditState } from "../../tenant/audit/audit-entry.entity";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import { zoneOf } from "../../tenant/companies/time-zone";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import type { Database } from "../../infra/db/database";
import type { Actor } from "../../kernel/actor";
import { atLeast } from "../../policy/model/vocabulary";
import type { GrantBounds } from "./grant-bounds";
import { termsOf, type GrantRequest } from "./grant-terms";
import { openGrants, sameOpenGrant, storeGrant, storeRevocation } from "./grant-writer";
import type { GrantEntity } from "./grant.entity";
import { findMember, requireGrantee } from "../members/grantee";
import { requireAnotherAdministrator } from "../members/last-administrator";
import { refuseMirroredPerson } from "../ownership/mirrored";
import { MemberEntity } from "../members/member.entity";
import { requireVersion } from "../../kernel/stale-edit";
import { reasonFrom } from "../../kernel/labels";

export interface Designation {
  /** Id or e-mail. */
  readonly member: string;
  /** What the approver may send; a right that is held already is left as it is. */
  readonly features?: readonly GrantRequest[] | null;
  readonly reason: string;
}

export interface Demotion {
  /** Id or e-mail. */
  readonly member: string;
  readonly reason: string;
  /** As it was read; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

/** A member whose rights changed, the grants given or revoked with it, and the policy revision from which it counts. */
export interface RightsChange {
  readonly member: MemberEntity;
  readonly grants: readonly GrantEntity[];
  readonly policyRevision: number;
}

type Rights = Pick<MemberEntity, "toolLevel" | "canPushToAccounting">;

/**
 * Makes accounting approvers, and read-only users of them. An approver meets two conditions, a tool level and a
 * privilege (guide "Grant accounting approver privileges"); what they may send is given feature by feature.
 */
export class ApproverService {
  constructor(
    private readonly database: Database,
    private readonly changes: CompanyChanges,
    private readonly companies: CompanyDirectory,
    private readonly bounds: GrantBounds,
  ) {}

  /**
   * Gives a member both conditions and the features. All or nothing. Throws PolicyRefusal, Refusal NOT_FOUND, CONFLICT
   * (member deactivated), OWNED_BY_PLATFORM (their level is too low over there) or BAD_INPUT.
   */
  async designate(actor: Actor, company: string, designation: Designation): Promise<RightsChange> {
    return this.run(actor, company, designation.member, async (scope, found) => {
      const member = requireGrantee(found, designation.member);
      const why = reasonFrom(designation.reason);
      const toolLevel = atLeast(member.toolLevel, "standard") ? member.toolLevel : "standard";
      if (member.mirrored && toolLevel !== member.toolLevel) refuseMirroredPerson();
      const rights = { toolLevel, canPushToAccounting: true };
      const changed = await storeRights(scope, member, rights, "approver.designated", why);
      const grants = await this.giveMissing(scope, changed, designation.features ?? [], why);
      return { member: changed, grants, policyRevision: scope.company.policyRevision };
    });
  }

  /**
   * Leaves a member the right to look, and revokes all grants. All or nothing. Throws PolicyRefusal, Refusal NOT_FOUND,
   * BAD_INPUT, or CONFLICT for the company's last active directory administrator with the privilege: nobody of the
   * company could then give a right again.
   */
  async makeReadOnly(
    actor: Actor,
    company: string,
    { member: reference, reason, expectedVersion }: Demotion,
  ): Promise<RightsChange> {
    return this.run(actor, company, reference, async (scope, found) => {
      const member = requireGrantee(found, reference);
      requireVersion(member, expectedVersion);
      const why = reasonFrom(reason);
      await requireAnotherAdministrator(scope, member);
      // The level of whoever is mirrored is the platform's; without the privilege it sends nothing.
      const toolLevel = member.mirrored ? member.toolLevel : ("read_only" as const);
      const rights = { toolLevel, canPushToAccounting: false };
      const changed = await storeRights(scope, member, rights, "member.made_read_only", why);
      const grants: GrantEntity[] = [];
      for (const grant of await openGrants(scope.manager, member, scope.at))
        grants.push((await storeRevocation(scope, member, grant, why)).grant);
      return { member: changed, grants, policyRevision: scope.company.policyRevision };
    });
  }

  private async run(
    actor: Actor,
    company: string,
    reference: string,
    work: (scope: ChangeScope, found: MemberEntity | null) => Promise<RightsChange>,
  ): Promise<RightsChange> {
    return this.database.write(async (manager) => {
      const tenant = await this.companies.find(company);
      const found = tenant ? await findMember(manager, tenant.id, reference) : null;
      // Who may not grant learns nothing of who is a member: the policy is asked first.
      const record = { grantee: found?.id ?? reference };
      const intent = { actor, company, action: "grant_access", record } as const;
      return this.changes.run(intent, async (scope) =>
        // Read again under the company's lock: somebody may have changed it since.
        work(scope, found && (await scope.manager.findOneBy(MemberEntity, { id: found.id }))),
      );
    });
  }

  private async giveMissing(
    scope: ChangeScope,
    member: MemberEntity,
    requests: readonly GrantRequest[],
    why: string,
  ): Promise<GrantEntity[]> {
    const given: GrantEntity[] = [];
    for (const [index, request] of requests.entries()) {
      const { company, at } = scope;
      const path = ["input", "features", String(index)];
      const place = { companyId: company.id, zone: zoneOf(company), at, path };
      const terms = await termsOf({ ...request, reason: request.reason ?? why }, this.bounds, place);
      if (await sameOpenGrant(scope, member, terms)) continue;
      given.push((await storeGrant(scope, member, terms)).grant);
    }
    return given;
  }
}

/** Changes the member's rights where they differ, with an audit entry. */
async function storeRights(
  scope: ChangeScope,
  member: MemberEntity,
  rights: Rights,
  action: string,
  why: string,
): Promise<MemberEntity> {
  if (member.toolLevel === rights.toolLevel && member.canPushToAccounting === rights.canPushToAccounting) return member;
  const changed = Object.assign(new MemberEntity(), member, rights, { version: member.version + 1 });
  await scope.manager.update(MemberEntity, { id: member.id }, { ...rights, version: changed.version });
  const target = { targetKind: "member", targetId: member.id };
  await scope.record({ action, ...target, before: stateOf(member), after: stateOf(changed), why });
  return changed;
}

function stateOf({ email, name, toolLevel, directoryLevel, canPushToAccounting }: MemberEntity): AuditState {
  return { email, name, toolLevel, directoryLevel, canPushToAccounting };
}
