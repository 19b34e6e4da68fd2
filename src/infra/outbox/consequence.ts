import { toInstant } from "../../kernel/clock";
import { backOffMs, MAX_FAILURES } from "./back-off";
import type { Clash, DeliveryOutcome, NotThere, Settlement } from "./handler";
import type { Reason } from "./message-state";
import type { OutboxMessageEntity } from "./outbox-message.entity";
import type { RelaySettings } from "./relay-settings";

/** What ends a try: the handler's outcome, a veto of the policy, or a look-up that found nothing. */
export type TryOutcome = DeliveryOutcome | { readonly kind: "withheld"; readonly reason: Reason } | NotThere;

type Changes = Partial<OutboxMessageEntity>;

export interface Consequence {
  readonly changes: Changes;
  readonly settlement: Settlement | null;
}

/** The ledger's limits and a machine that was too slow to begin are no failures; they only move the next try. */
const NO_FAILURE = new Set(["rate_limited", "late"]);

/** What an outcome makes of the message, and what its owner is told. */
export function consequence(
  message: OutboxMessageEntity,
  outcome: TryOutcome,
  settings: RelaySettings,
  now: number,
): Consequence {
  const at = toInstant(new Date(now));
  switch (outcome.kind) {
    case "delivered":
      return {
        changes: { ...finished("delivered", at, null), externalId: outcome.externalId },
        settlement: outcome,
      };
    case "refused":
      return refused(message, outcome, settings, now);
    case "withheld":
      return { changes: finished("withheld", at, outcome.reason), settlement: outcome };
    case "not_there":
      return message.refusal === null
        ? { changes: again("waiting", now, message.failures, null), settlement: null }
        : ended(message.refusal, outcome.clash ?? null, at);
    case "unauthorised":
      return {
        changes: again(open(message), now, message.failures, { code: "UNAUTHORISED", text: UNAUTHORISED }),
        settlement: null,
      };
    case "deferred":
    case "unknown":
      return failed(message, outcome, settings, now);
  }
}

/** An answer was given to the key of the call, and may be given again: the next write has another one. */
function renewed({ keyGeneration }: OutboxMessageEntity): Pick<Changes, "keyGeneration"> {
  return { keyGeneration: keyGeneration + 1 };
}

/** Where the recipient says that such a thing is there already, it may be this very message: it is looked up first. */
function refused(
  message: OutboxMessageEntity,
  { faults, saysThere }: Extract<DeliveryOutcome, { kind: "refused" }>,
  settings: RelaySettings,
  now: number,
): Consequence {
  const [first] = faults;
  if (!saysThere || !first) {
    const { changes, settlement } = ended(faults, null, toInstant(new Date(now)));
    return { changes: { ...changes, ...renewed(message) }, settlement };
  }
  const looked = again("unknown", now + settings.lookUpAfterMs, message.failures, first);
  return { changes: { ...looked, ...renewed(message), refusal: faults }, settlement: null };
}

function ended(faults: readonly Reason[], clash: Clash | null, at: string): Consequence {
  const first = faults[0] ?? { code: "UNKNOWN_FAULT", text: "The ledger gave no reason" };
  const changes = { ...finished("refused", at, first), refusal: null };
  return { changes, settlement: { kind: "refused", faults, clash } };
}

const UNAUTHORISED = "The ledger does not accept the connection any more; its administrator must authorise it anew";

function failed(
  message: OutboxMessageEntity,
  outcome: Extract<DeliveryOutcome, { kind: "deferred" | "unknown" }>,
  settings: RelaySettings,
  now: number,
): Consequence {
  const failures = NO_FAILURE.has(outcome.reason) ? message.failures : message.failures + 1;
  const reason = {
    code: outcome.kind === "unknown" ? "OUTCOME_UNKNOWN" : outcome.reason.toUpperCase(),
    text: outcome.reason,
  };
  // What may be there is never given up: it is looked up until somebody knows.
  if (failures > MAX_FAILURES && outcome.kind === "deferred" && open(message) === "waiting") {
    return {
      changes: { ...finished("dead", toInstant(new Date(now)), reason), failures },
      settlement: { kind: "dead", reason },
    };
  }
  const backOff = backOffMs(failures, settings.random);
  if (outcome.kind === "unknown") {
    const wait = Math.max(settings.lookUpAfterMs, failures > 1 ? backOff : 0);
    const key = outcome.answered ? renewed(message) : {};
    return { changes: { ...again("unknown", now + wait, failures, reason), ...key }, settlement: { kind: "unknown" } };
  }
  return {
    changes: again(open(message), now + Math.max(outcome.retryAfterMs ?? backOff, 0), failures, reason),
    settlement: null,
  };
}

/** A look-up that came to nothing leaves the outcome as unknown as it was. */
function open({ state }: OutboxMessageEntity): "unknown" | "waiting" {
  return state === "unknown" ? "unknown" : "waiting";
}

/** What a message is once it is settled. */
export function finished(state: OutboxMessageEntity["state"], at: string, reason: Reason | null): Changes {
  return { state, finishedAt: at, leasedUntil: null, lastCode: reason?.code ?? null, lastText: reason?.text ?? null };
}

function again(state: OutboxMessageEntity["state"], at: number, failures: number, reason: Reason | null): Changes {
  const said = reason ? { lastCode: reason.code, lastText: reason.text } : {};
  return { state, nextAt: toInstant(new Date(at)), leasedUntil: null, failures, ...said };
}
