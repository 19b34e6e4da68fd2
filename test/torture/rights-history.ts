import type { AuditEntryEntity } from "../../src/tenant/audit/audit-entry.entity";
import type { MemberEntity } from "../../src/directory/members/member.entity";

interface Held {
  readonly from: number;
  until: number;
}

/**
 * Who held which right at which policy revision, read from the audit trail alone: no code that decides has a part in it.
 */
export class RightsHistory {
  private readonly privileges = new Map<string, Held[]>();
  private readonly grants = new Map<string, Held & { readonly memberId: string; readonly feature: string }>();

  constructor(audit: readonly AuditEntryEntity[], members: readonly MemberEntity[]) {
    for (const { id } of members) this.privileges.set(id, []);
    for (const entry of audit) this.follow(entry);
  }

  /** What the member did not have; null: they had both the privilege and a grant of the feature. */
  missing(memberId: string, feature: string, revision: number): string | null {
    const within = ({ from, until }: Held) => from <= revision && revision < until;
    if (!this.privileges.get(memberId)?.some(within)) return "the privilege";
    const grants = [...this.grants.values()].filter((one) => one.memberId === memberId && one.feature === feature);
    return grants.some(within) ? null : "a grant";
  }

  private follow({ targetKind, targetId, after, policyRevision, action }: AuditEntryEntity): void {
    if (targetKind === "member") this.privilege(targetId, after?.["canPushToAccounting"], policyRevision);
    if (action === "grant.given") {
      const { memberId, feature } = after as { memberId: string; feature: string };
      this.grants.set(targetId, { memberId, feature, from: policyRevision, until: Infinity });
    }
    const grant = this.grants.get(targetId);
    if (action === "grant.revoked" && grant) grant.until = policyRevision;
  }

  private privilege(memberId: string, held: unknown, revision: number): void {
    const spans = this.privileges.get(memberId) ?? [];
    this.privileges.set(memberId, spans);
    const open = spans.at(-1);
    if (held === true && open?.until !== Infinity) spans.push({ from: revision, until: Infinity });
    if (held === false && open?.until === Infinity) open.until = revision;
  }
}
