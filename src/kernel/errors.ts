/** Codes of refusals that are not the policy's own. Codes are API, texts are not. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_INPUT",
  "CONFLICT",
  "STALE_EDIT",
  "ALREADY_EXISTS",
  "CONFIGURATION",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal that a person can act on: safe to show, with a stable code and, where it applies, the input field. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field: readonly string[] | null = null,
  ) {
    super(message);
    this.name = "Refusal";
  }
}
