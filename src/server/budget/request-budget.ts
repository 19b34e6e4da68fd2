import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../../config/config";
import type { Caller, PersonCaller } from "../../infra/graphql/caller";
import { httpText, localeOf } from "../../infra/http/http-problem";
import type { Refused } from "../../infra/http/request-scope";
import { InFlight } from "../../infra/quota/in-flight";
import { type Quota, type Quotas, type QuotaState, WINDOW_SECONDS } from "../../infra/quota/quotas";
import { clientOf } from "./client-address";

declare module "fastify" {
  interface FastifyRequest {
    /** How the quotas of who asks stand, the nearest of each policy that was looked at; goes into the headers of the answer. */
    quotas: readonly QuotaState[] | null;
  }
}

/** Cost of all operations that are answered at once, and of those of one caller. */
export const MAX_COST_IN_FLIGHT = 1_000_000;
export const MAX_COST_IN_FLIGHT_OF_CALLER = 250_000;

/** What a request costs that is no operation, in points; a file of exports as much as a large list. */
const POINTS_OF_EXPORT = 1_000;
const POINTS_OF_SEARCH = 50;

export interface RequestBudgetParts {
  readonly config: Pick<Config, "rateLimitPerMinute" | "budgets">;
  readonly quotas: Quotas;
  /** Called after something was spent. */
  readonly onSpent?: () => void;
  /** Ids of the companies that a person is counted for; those of services are in their keys. */
  readonly companiesOf?: (person: PersonCaller) => readonly string[];
}

/** What requests may cost: each address in requests, each caller and each company in points. */
export class RequestBudget {
  private readonly running = new InFlight(MAX_COST_IN_FLIGHT, MAX_COST_IN_FLIGHT_OF_CALLER);

  constructor(private readonly parts: RequestBudgetParts) {}

  /** Counts the request for the address that it comes from. Null: it may go on. */
  countAddress(request: FastifyRequest): Refused | null {
    const { rateLimitPerMinute: limit } = this.parts.config;
    return this.spend(request, [{ policy: "address", spender: clientOf(request.ip), limit }], 1);
  }

  /** Counts the points for whoever asks, and for their companies. Null: it may go on. */
  countCaller(request: FastifyRequest, points: number): Refused | null {
    return this.spend(request, this.quotasOf(request.caller), points);
  }

  /** Begins an operation of that cost: what ends it, or why it may not begin now. */
  begin(request: FastifyRequest, cost: number): (() => void) | Refused {
    const refused = this.countCaller(request, Math.max(1, cost));
    if (refused) return refused;
    const entered = this.running.enter(ownerOf(request), cost);
    if (typeof entered === "function") return entered;
    const locale = localeOf(request);
    if (entered === "everybody")
      return { status: 503, code: "UNAVAILABLE", message: httpText("UNAVAILABLE", locale), retryAfter: 1 };
    return { status: 429, code: "RATE_LIMITED", message: httpText("RATE_LIMITED", locale), retryAfter: 1 };
  }

  private spend(request: FastifyRequest, quotas: readonly Quota[], points: number): Refused | null {
    if (quotas.every(({ limit }) => limit === 0)) return null;
    const { allowed, states } = this.parts.quotas.spend(quotas, points);
    // No more than is told: a stream spends on one request for hours.
    noteQuotas(request, states);
    this.parts.onSpent?.();
    if (allowed) return null;
    const used = states.find(({ remaining }) => remaining === 0);
    const message = httpText("RATE_LIMITED", localeOf(request));
    const { reset = WINDOW_SECONDS, policy = "address" } = used ?? {};
    return { status: 429, code: "RATE_LIMITED", message, retryAfter: reset, quota: policy };
  }

  private quotasOf(caller: Caller | null): Quota[] {
    const { caller: limit, company: companyLimit } = this.parts.config.budgets;
    if (!caller || caller.kind === "anonymous" || (limit === 0 && companyLimit === 0)) return [];
    const own: Quota =
      caller.kind === "service"
        ? { policy: "key", spender: caller.keyId, limit }
        : { policy: "person", spender: caller.subject, limit };
    const companies = caller.kind === "service" ? caller.companyIds : (this.parts.companiesOf?.(caller) ?? []);
    return [own, ...companies.map((spender): Quota => ({ policy: "company", spender, limit: companyLimit }))];
  }
}

/** Who is behind a request, for what they have under way at once. */
export function ownerOf({ caller, ip }: FastifyRequest): string {
  if (caller?.kind === "person") return `person:${caller.subject}`;
  return caller?.kind === "service" ? `key:${caller.keyId}` : `address:${clientOf(ip)}`;
}

/** What a request to another address than GraphQL's costs. */
export function pointsOf({ routeOptions, body }: FastifyRequest): number {
  const url = routeOptions.url ?? "";
  if (url.startsWith("/exports/")) return POINTS_OF_EXPORT;
  if (url.startsWith("/access/v1/search/")) return POINTS_OF_SEARCH;
  const { evaluations } = (body ?? {}) as { evaluations?: unknown };
  return Array.isArray(evaluations) ? Math.max(1, evaluations.length) : 1;
}

/** Says on every answer how the quotas stand that were looked at (draft-ietf-httpapi-ratelimit-headers). */
export function tellQuotas(app: FastifyInstance): void {
  app.decorateRequest("quotas", null);
  app.addHook("onSend", (request, reply, payload, done) => {
    if (request.quotas && request.quotas.length > 0) writeHeaders(reply, request.quotas);
    done(null, payload);
  });
}

/** What the headers of the answer will say. */
export function noteQuotas(request: FastifyRequest, states: readonly QuotaState[]): void {
  request.quotas = nearest([...(request.quotas ?? []), ...states]);
}

/** Of several companies the one that has least left: a client cares for what stops it. */
function nearest(states: readonly QuotaState[]): QuotaState[] {
  const found = new Map<string, QuotaState>();
  for (const state of states) {
    const before = found.get(state.policy);
    if (!before || state.remaining < before.remaining) found.set(state.policy, state);
  }
  return [...found.values()];
}

function writeHeaders(reply: FastifyReply, states: readonly QuotaState[]): void {
  const policies = states.map(({ policy, limit, window }) => `"${policy}";q=${limit};w=${window}`);
  const left = states.map(({ policy, remaining, reset }) => `"${policy}";r=${remaining};t=${reset}`);
  void reply.header("ratelimit-policy", policies.join(", ")).header("ratelimit", left.join(", "));
}
