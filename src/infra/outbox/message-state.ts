/**
 * States of an outbox message.
 * - waiting: due at its time;
 * - in_flight: a relay is at it; one whose lease has run out was lost, and becomes unknown;
 * - unknown: it may have been delivered: looked up before anything else (a record shows this as `stale`);
 * - delivered, refused (by the ledger, for a reason), withheld (by the policy, at the last moment), dead (given up).
 */
export const MESSAGE_STATES = ["waiting", "in_flight", "unknown", "delivered", "refused", "withheld", "dead"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** From these nothing goes on by itself. */
export const FINISHED_STATES: readonly MessageState[] = ["delivered", "refused", "withheld", "dead"];

/** Why something was not done, in a stable code and in words. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}
