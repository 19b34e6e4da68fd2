import type { AuditEntryEntity, AuditState } from "../../tenant/audit/audit-entry.entity";
import { RIGHTS_ACCEPTED, type RightsSeal, type SealKind } from "../../tenant/companies/rights-seal";

/** A seal and the entry that it stands in. */
export interface Sealed extends RightsSeal {
  readonly sequence: number;
}

/** What somebody signed in a review, as the trail keeps it. */
export interface SignedEvent {
  readonly sequence: number;
  readonly review: string;
  readonly digest: string;
  readonly verdict: string;
  readonly signedBy: string;
  readonly comment: string | null;
}

/** Where the decision log's chain ended at an entry. */
export interface LogEnd {
  readonly sequence: number;
  /** Of its newest decision. */
  readonly at: string;
  readonly hash: string;
}

export interface ClosedEvent {
  readonly sequence: number;
  readonly signature: string | null;
}

/** What a trail says of present rights, gathered entry by entry: the last word on each row, and every version. */
export class TrailMemory {
  /** By kind and id, the last seal. */
  private readonly last = new Map<string, Sealed>();
  /** By row, in the order of the trail. */
  readonly versions = new Map<string, Sealed>();
  /** What entries say of a target in words, one change over the other. */
  private readonly states = new Map<string, AuditState>();
  /** By review. */
  readonly opened = new Map<string, number>();
  readonly closed = new Map<string, ClosedEvent>();
  /** Ends of the decision log's chain that entries saw. */
  readonly logEnds: LogEnd[] = [];
  /** By item. */
  readonly signed = new Map<string, SignedEvent>();

  read(entry: AuditEntryEntity): void {
    const { sequence, targetKind, targetId, after } = entry;
    if (entry.action === RIGHTS_ACCEPTED) {
      this.last.clear();
      this.versions.clear();
    }
    for (const seal of entry.seals ?? []) this.seal({ ...seal, sequence });
    const key = `${targetKind} ${targetId}`;
    if (after) this.states.set(key, { ...this.states.get(key), ...after });
    if (entry.action === "access_review.opened") this.opened.set(targetId, sequence);
    if (entry.action === "access_review.closed")
      this.closed.set(targetId, { sequence, signature: textOf(after?.["signature"]) });
    if (targetKind === "review_item" && after) this.signed.set(targetId, signedEvent(entry, after));
  }

  /** The last seal of the row. */
  sealOf(kind: SealKind, id: string): Sealed | null {
    return this.last.get(`${kind} ${id}`) ?? null;
  }

  /** The last seals of all rows of the kind. */
  ofKind(kind: SealKind): Sealed[] {
    return [...this.last.values()].filter((seal) => seal.kind === kind);
  }

  /** What the trail last said of the target in words. */
  stateOf(target: string): AuditState | null {
    return this.states.get(target) ?? null;
  }

  /** The version that holds now, of a company or member. */
  versionOf(kind: "company_version" | "member_version", owner: string): Sealed | null {
    return this.last.get(`${kind} of ${owner}`) ?? null;
  }

  private seal(seal: Sealed): void {
    if (seal.kind === "decision_log") {
      const end = { sequence: seal.sequence, at: seal.at ?? "", hash: seal.digest ?? "" };
      if (this.logEnds.at(-1)?.hash !== end.hash) this.logEnds.push(end);
      return;
    }
    if (seal.of === undefined) {
      this.last.set(`${seal.kind} ${seal.id}`, seal);
      return;
    }
    this.versions.set(seal.id, seal);
    this.last.set(`${seal.kind} of ${seal.of}`, seal);
  }
}

function signedEvent({ sequence, actorId, why }: AuditEntryEntity, after: AuditState): SignedEvent {
  const { review, digest, verdict } = after;
  return {
    ...{ sequence, review: textOf(review) ?? "", digest: textOf(digest) ?? "", verdict: textOf(verdict) ?? "" },
    ...{ signedBy: actorId, comment: why },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
