import type { OutboxAttemptEntity } from "../../infra/outbox/outbox-attempt.entity";
import type { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import type { MessageState } from "../../infra/outbox/message-state";
import type { Feature } from "../../policy/model/vocabulary";
import type { RecordEvent } from "../record/record-event";
import type { RecordRevisionEntity } from "../record/record-revision.entity";
import type { RecordEntity } from "../record/record.entity";
import { stated } from "../record/item-digest";

/** Something that somebody did to a record, and on what right. */
export interface Act {
  /** ISO-8601 instant. */
  readonly at: string;
  /** member, staff, service or system. */
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string;
  /** The grant it rested on; null: it needed none. */
  readonly grantId: string | null;
  /** Revision of the policy at which it was allowed. */
  readonly policyRevision: number;
}

/** One try to deliver: a call to the ERP, a look-up of what an earlier call came to, or a last look that withheld it. */
export interface Attempt {
  readonly number: number;
  readonly kind: "call" | "look_up" | "last_look";
  /** The Idempotency-Key that the call carried. */
  readonly idempotencyKey: string | null;
  readonly startedAt: string;
  /** Null: it was lost, and settled by a later one. */
  readonly endedAt: string | null;
  readonly outcome: string | null;
  readonly detail: string | null;
  /** What the last look at the rights before the call rested on. */
  readonly grantId: string | null;
  readonly policyRevision: number | null;
}

/** One sending of one record, from its submission to the ERP's answer. */
export interface Evidence {
  readonly recordId: string;
  readonly feature: Feature;
  readonly number: string;
  /** What was sent is the record as of this revision. */
  readonly revision: number;
  readonly item: Readonly<Record<string, unknown>>;
  /** SHA-256 of the item, fixed in the transaction that sent it; null: it was sent before digests were kept. */
  readonly itemDigest: string | null;
  readonly submitted: Act | null;
  readonly firstApproval: Act | null;
  readonly sent: Act | null;
  /** What the sending rested on: grant, directory_administrator, direct_export; null: not known, or the system's. */
  readonly basis: string | null;
  /** Id of the connection that it went over, whatever became of the record since. */
  readonly connectionId: string;
  readonly deliveryKey: string;
  readonly state: MessageState;
  readonly attempts: readonly Attempt[];
  readonly answer: {
    /** When it was settled; null: not yet. */
    readonly at: string | null;
    readonly externalId: string | null;
    readonly code: string | null;
    readonly text: string | null;
  };
}

/** Everything that is kept about one message of the outbox. */
export interface EvidenceSource {
  readonly message: OutboxMessageEntity;
  readonly attempts: readonly OutboxAttemptEntity[];
  readonly record: RecordEntity;
  /** Of the record, in the order of versions. */
  readonly history: readonly RecordRevisionEntity[];
}

export function evidenceOf({ message, attempts, record, history }: EvidenceSource): Evidence {
  const { revision, itemDigest, basis } = message.payload;
  const sentRevision = typeof revision === "number" ? revision : record.revision;
  const ofRevision = history.filter((one) => one.revision === sentRevision);
  const lastOf = (...events: RecordEvent[]) => lastAmong(ofRevision, events);
  // What is sent straight from a draft was submitted as an earlier revision.
  const before = history.filter((one) => one.revision <= sentRevision);
  return {
    recordId: record.id,
    feature: record.feature,
    number: record.number,
    revision: sentRevision,
    item: itemAt(history, sentRevision),
    itemDigest: typeof itemDigest === "string" ? itemDigest : null,
    submitted: actOf(lastAmong(before, ["submit", "resubmit"])),
    firstApproval: actOf(standing(lastOf("approve_first", ...ENDS_APPROVAL))),
    sent: actOf(lastOf("send")),
    basis: typeof basis === "string" ? basis : null,
    connectionId: message.lane,
    deliveryKey: message.key,
    state: message.state,
    attempts: attempts.map(attemptOf),
    answer: {
      at: message.finishedAt,
      externalId: message.externalId,
      code: message.lastCode,
      text: message.lastText,
    },
  };
}

/** What leaves a record without its first approval while it is the same revision. */
const ENDS_APPROVAL: readonly RecordEvent[] = ["approval_lapsed", "rebind"];

function standing(row: RecordRevisionEntity | undefined): RecordRevisionEntity | undefined {
  return row?.event === "approve_first" ? row : undefined;
}

function lastAmong(rows: readonly RecordRevisionEntity[], events: readonly RecordEvent[]) {
  return rows.findLast(({ event }) => (events as readonly string[]).includes(event));
}

/** The item as of the revision, from the record's history: the first entry holds it whole, later ones what changed. */
export function itemAt(history: readonly RecordRevisionEntity[], revision: number): Record<string, unknown> {
  const parts = history
    .filter((one) => one.revision <= revision)
    .map(({ after }) => after?.["payload"])
    .filter((part): part is Record<string, unknown> => typeof part === "object" && part !== null);
  return stated(Object.assign({}, ...parts) as Record<string, unknown>);
}

function actOf(row: RecordRevisionEntity | undefined): Act | null {
  if (!row) return null;
  const { at, actorKind, actorId, actorName, grantId, policyRevision } = row;
  return { at, actorKind, actorId, actorName, grantId, policyRevision };
}

function attemptOf(row: OutboxAttemptEntity): Attempt {
  const { number, callKey, startedAt, endedAt, outcome, detail, grantId, policyRevision } = row;
  const kind = callKey !== null ? "call" : outcome === "withheld" ? "last_look" : "look_up";
  return { number, kind, idempotencyKey: callKey, startedAt, endedAt, outcome, detail, grantId, policyRevision };
}
