import type { Bilingual, Locale } from "./locale";

/** Codes of refusals that are not the policy's own. Codes are API, texts are not. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_INPUT",
  "CONFLICT",
  "STALE_EDIT",
  "ALREADY_EXISTS",
  // Of idempotency keys: the key came with another input before.
  "IDEMPOTENCY_KEY_REUSED",
  "CONFIGURATION",
  // More is asked for than the limits allow (docs/limits.md); over GraphQL `extensions.limit` says which.
  "LIMIT_EXCEEDED",
  // Of rights: a change would give its author more rights than they have.
  "SELF_GRANT",
  // Of people and projects: they are kept on the construction platform.
  "OWNED_BY_PLATFORM",
  // Of people: somebody would be on the vendor's staff and in a customer's directory.
  "ON_BOTH_SIDES",
  // Of the vendor's access: once the help is over, it is the customer's to give.
  "CUSTOMER_CONSENT_NEEDED",
  // Of the calls of an implementation: what a state does not allow, and why a time or an end is refused.
  "ILLEGAL_MOVE",
  "CALL_ORDER",
  "GO_LIVE_NOT_SCHEDULED",
  "AGENDA_OPEN",
  "FOLLOW_UPS_OPEN",
  "SLOT_TAKEN",
  "SLOT_CLASH",
  "ATTENDEES_NOT_FREE",
  "OUTSIDE_WORKING_HOURS",
  "NO_SUCH_LOCAL_TIME",
  // Of the welcome e-mail: nobody to write to, nothing to choose from.
  "NO_CONTACT",
  "NO_OPEN_SLOTS",
  // Of going live: conditions are not met.
  "NOT_READY",
  // Of records: a field that was sent is held, something that it builds on is missing, the ERP still has it, a deduction
  // would leave less than nothing of its order.
  "LOCKED_FIELD",
  "RECORD_BLOCKED",
  "COUNTERPART_STILL_THERE",
  "ORDER_BELOW_ZERO",
  "ORDER_CURRENCY",
  "NOT_BOOKABLE",
  // Of deliveries: a retry as it is would fail again, there is nothing to retry, the ERP takes no more of a kind.
  "RETRY_CANNOT_HELP",
  "NOTHING_TO_RETRY",
  "ITEM_LIMIT_REACHED",
  // Of reconciliation: the plan is no longer what is.
  "PLAN_STALE",
  // Of connections: nobody consented to it, records or projects hang on it, others need a default, what a project has sent stays where it is.
  "CONSENT_NEEDED",
  "CONNECTION_IN_USE",
  "CONNECTION_IS_DEFAULT",
  "PROJECT_HAS_SENT_RECORDS",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A refusal that a person can act on: safe to show, with a stable code and, where it applies, the input field. Made as a
 * `BilingualRefusal`, or as an `OperatorRefusal` where only whoever runs the server reads it.
 */
export abstract class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field: readonly string[] | null = null,
  ) {
    super(message);
    this.name = "Refusal";
  }

  /** The same in the reader's language, where it is there in several. */
  in(_locale: Locale): Refusal {
    return this;
  }
}

/** A refusal that is said in each language; in English until it is known who reads it. */
export class BilingualRefusal extends Refusal {
  constructor(
    code: ErrorCode,
    private readonly texts: Bilingual,
    field: readonly string[] | null = null,
    locale: Locale = "en",
  ) {
    super(code, texts[locale], field);
  }

  override in(locale: Locale): BilingualRefusal {
    return new BilingualRefusal(this.code, this.texts, this.field, locale);
  }
}

/**
 * A refusal on the command line or at the start of the server, in English as all that operators read: its commands, log
 * and variables are English too. No request is answered with one.
 */
export class OperatorRefusal extends Refusal {}

/** The error in the reader's language, where it is there in several. */
export function localizeError(error: unknown, locale: Locale): unknown {
  return error instanceof Refusal ? error.in(locale) : error;
}
