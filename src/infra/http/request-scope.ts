import { AsyncLocalStorage } from "node:async_hooks";
import type { FastifyBaseLogger } from "fastify";
import type { QuotaState } from "../quota/quotas";
import type { Caller } from "../graphql/caller";
import { localizeError } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";

declare module "fastify" {
  interface FastifyRequest {
    /** Set before any handler of a route that asks who is asking. */
    caller: Caller | null;
    /** What the GraphQL operation was, for the log. */
    operation: { name: string | null; cost: number } | null;
  }
}

/** What the formatting of errors needs to know of the request that it happens in. */
export interface RequestScope {
  readonly requestId: string;
  readonly locale: Locale;
  readonly log: FastifyBaseLogger;
  /** Called once the operation is known. */
  readonly noteOperation: (name: string | null, cost: number) => void;
  /** Called where the operation failed because what it needs is not there just now: its answer is 503. */
  readonly noteUnavailable: () => void;
  /** Called where the work has looked at a limit of its own: the answer's headers tell how it stands. */
  readonly noteQuotas: (states: readonly QuotaState[]) => void;
  /** Begins an operation of that cost: what ends it, or why it may not begin now. */
  readonly begin: (cost: number) => (() => void) | Refused;
}

/** Why a request may not begin now, and for how many seconds at least. */
export interface Refused {
  readonly status: 429 | 503;
  readonly code: "RATE_LIMITED" | "UNAVAILABLE";
  readonly message: string;
  readonly retryAfter: number;
  /** Which quota is used up; left out: too much is under way at once. */
  readonly quota?: string;
}

export const requestScope = new AsyncLocalStorage<RequestScope>();

/** The error in the language of whoever sent the request; as it is where none is under way. */
export function inLanguageOfRequest(error: unknown): unknown {
  const scope = requestScope.getStore();
  return scope ? localizeError(error, scope.locale) : error;
}

/** The language of whoever sent the request; English where none is under way. */
export function localeOfRequest(): Locale {
  return requestScope.getStore()?.locale ?? "en";
}
