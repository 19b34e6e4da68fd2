/** Why a consent came to nothing. Codes are API: the page shows them, and its words. */
export const CONSENT_PROBLEMS = [
  /** The state is not known, was used, or is over. */
  "CONSENT_UNKNOWN",
  /** The person said no in the ledger. */
  "CONSENT_DECLINED",
  /** The ledger did not take the code. */
  "CONSENT_FAILED",
  "LEDGER_NOT_REACHED",
  "NO_ORGANISATION",
  /** Another connection has the organisation. */
  "ORGANISATION_TAKEN",
  /** Whoever began it may not complete it any more. */
  "NOT_ALLOWED",
] as const;
export type ConsentProblem = (typeof CONSENT_PROBLEMS)[number];

export class ConsentRefused extends Error {
  constructor(
    readonly code: ConsentProblem,
    /** What the policy said, for NOT_ALLOWED. */
    readonly detail: string | null = null,
  ) {
    super(`The consent came to nothing: ${code}`);
    this.name = "ConsentRefused";
  }
}
