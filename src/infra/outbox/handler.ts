import type { EntityManager } from "typeorm";
import type { Reason } from "./message-state";
import type { OutboxMessageEntity } from "./outbox-message.entity";

/** Something else stands in the recipient's place: what it is there, and in words. */
export interface Clash {
  readonly externalId: string;
  readonly text: string;
}

export interface Arrived {
  readonly kind: "delivered";
  readonly externalId: string;
  /** Id there of what it is part of; null or left out: of nothing that matters. */
  readonly groupId?: string | null;
  readonly found: boolean;
}

/** What became of one message. */
export type DeliveryOutcome =
  | Arrived
  /** With `saysThere` the recipient says that it has such a thing already: that may be this very message. */
  | { readonly kind: "refused"; readonly faults: readonly Reason[]; readonly saysThere?: boolean }
  /** Surely not done; a failure unless the ledger's limits put it off. */
  | { readonly kind: "deferred"; readonly reason: string; readonly retryAfterMs: number | null }
  /** The lane stands still until a person consents anew. */
  | { readonly kind: "unauthorised" }
  /** `answered`: an answer came, which the recipient may keep for the key of the call. */
  | { readonly kind: "unknown"; readonly reason: string; readonly answered?: boolean };

/** A look-up has not found the message, but may be something else in its place. */
export interface NotThere {
  readonly kind: "not_there";
  readonly clash?: Clash | null;
}

/** What is told to whoever owns the message, in the transaction that keeps it. */
export type Settlement =
  | Arrived
  | { readonly kind: "refused"; readonly faults: readonly Reason[]; readonly clash?: Clash | null }
  | { readonly kind: "withheld"; readonly reason: Reason }
  | { readonly kind: "unknown" }
  | { readonly kind: "dead"; readonly reason: Reason };

/** The last look before a call: a reason why the message may not go, or the right that it rests on. */
export type LastLook = { readonly withheld: Reason } | { readonly withheld: null; readonly grantId: string | null };

/** What one call may rely on. */
export interface DeliveryCall {
  /** The same key with the same messages is done once. */
  readonly key: string;
  /** Asked right before anything is written. False: nothing may be, for another relay may look for it by now. */
  readonly inTime: () => boolean;
}

/** The port to what the messages are about; the outbox knows no record. */
export interface OutboxHandler {
  /** How many messages of the topic one call may carry. */
  batchSize(topic: string): number;
  /** How many calls to the ledger one delivery of the topic makes, one after the other; 1 if left out. */
  callsOf?(topic: string): number;
  /**
   * The last look before the call, in the transaction that claims the messages, by their ids: a right may be gone since
   * the message was written. The caller holds the company.
   */
  lastLook(manager: EntityManager, messages: readonly OutboxMessageEntity[]): Promise<ReadonlyMap<string, LastLook>>;
  /** One call; an outcome for each message, in their order. Throws nothing but defects. */
  deliver(messages: readonly OutboxMessageEntity[], call: DeliveryCall): Promise<readonly DeliveryOutcome[]>;
  /** How many messages of the topic one look-up may be about; 1 if left out. */
  lookUpSize?(topic: string): number;
  /** One call that looks for what may have been delivered; for each message, in their order. */
  find(messages: readonly OutboxMessageEntity[]): Promise<readonly (DeliveryOutcome | NotThere)[]>;
  settled(manager: EntityManager, message: OutboxMessageEntity, settlement: Settlement): Promise<void>;
}
