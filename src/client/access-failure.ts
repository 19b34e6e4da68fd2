/**
 * Why there is no answer:
 * - network: the server was not reached, or the connection broke;
 * - timeout: it did not answer in time;
 * - busy: it answered 429 or 503, also the last time it was tried;
 * - refused: it answered 4xx: the token, the scope, or the question itself;
 * - server: it answered 5xx, other than 503; 502 and 504 come from what is in between and are tried again as well;
 * - malformed: it answered something that is no answer.
 */
export type FailureKind = "network" | "timeout" | "busy" | "refused" | "server" | "malformed";

/** No answer. It is never to be read as a yes. */
export class AccessFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** HTTP status; null where there was none. */
    readonly status: number | null = null,
    /** X-Request-ID of the call, for the server's log. */
    readonly requestId: string | null = null,
    /** Milliseconds that the server asks to wait; null: it said nothing. */
    readonly retryAfter: number | null = null,
    options: { readonly cause?: unknown } = {},
  ) {
    super(message, options);
    this.name = "AccessFailure";
  }

  /** Whether the same call may succeed when it is made again. */
  get retryable(): boolean {
    if (this.kind === "server") return this.status === 502 || this.status === 504;
    return this.kind === "network" || this.kind === "timeout" || this.kind === "busy";
  }
}
