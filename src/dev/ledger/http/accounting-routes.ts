import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { setTimeout as sleep } from "node:timers/promises";
import { AccountingApi } from "../books/accounting-api";
import { appWindow, CallLimits, type LimitAnswer } from "../call-limits";
import { problem, type LedgerAnswer } from "../books/envelope";
import type { FaultKind } from "../faults";
import { cut } from "./identity-routes";
import type { SandboxParts } from "../sandbox-parts";

const ROOT = "/api.xro/2.0/";

/** The accounting API on the network: tokens, organisations, limits and faults come before the books. */
export function addAccountingRoutes(http: FastifyInstance, parts: SandboxParts): void {
  const api = new AccountingApi(parts.store);
  const limits = new Map<string, CallLimits>();
  const app = appWindow(parts.allowance);
  http.route({
    method: ["GET", "PUT", "POST", "DELETE"],
    url: `${ROOT}*`,
    handler: async (request, reply) => {
      const tenant = header(request, "xero-tenant-id") ?? "";
      const stranger = refusal(parts, request, tenant);
      if (stranger) return send(parts, request, reply, tenant, stranger);
      const limit = limits.get(tenant) ?? new CallLimits(parts.allowance, app);
      limits.set(tenant, limit);
      const begun = limit.begin(parts.clock.now().getTime());
      tell(reply, begun);
      if (begun.problem !== null) return send(parts, request, reply, tenant, tooMany(begun));
      try {
        return await work(api, parts, request, reply, tenant);
      } finally {
        limit.end();
      }
    },
  });
}

async function work(
  api: AccountingApi,
  parts: SandboxParts,
  request: FastifyRequest,
  reply: FastifyReply,
  tenant: string,
): Promise<FastifyReply> {
  const fault = parts.faults.next(request.method, request.url);
  if (fault?.kind === "status") return send(parts, request, reply, tenant, failing(fault, reply));
  if (fault?.kind === "drop" && fault.when === "before") return cutAndNote(parts, request, reply, tenant, "dropped");
  if (fault?.kind === "delay" && fault.when === "before") await sleep(fault.milliseconds);
  const answer = answered(api, parts, request, tenant);
  if (fault?.kind === "drop") return cutAndNote(parts, request, reply, tenant, "kept, then dropped");
  if (fault?.kind === "delay") await sleep(fault.milliseconds);
  return send(parts, request, reply, tenant, answer);
}

/** The books' answer; of what it changed it is told by itself, whatever becomes of the answer. */
function answered(api: AccountingApi, parts: SandboxParts, request: FastifyRequest, tenant: string): LedgerAnswer {
  const { answer, changed } = parts.store.changes.during(() =>
    api.answer({
      method: request.method,
      path: decodeURIComponent(request.url.slice(ROOT.length).split("?")[0] ?? ""),
      tenant,
      query: request.query as Record<string, string | undefined>,
      body: request.body,
      modifiedSince: header(request, "if-modified-since"),
      idempotencyKey: header(request, "idempotency-key"),
      now: parts.clock.now().getTime(),
    }),
  );
  // What was refused as a whole was rolled back.
  if (answer.status < 300) parts.webhooks?.tell(changed);
  return answer;
}

function refusal(parts: SandboxParts, request: FastifyRequest, tenant: string): LedgerAnswer | null {
  const token = (header(request, "authorization") ?? "").replace(/^Bearer /, "");
  const admitted = parts.tokens.admits(token, parts.clock.now().getTime());
  if (admitted === "expired") return problem(401, "Unauthorized", "TokenExpired: token expired");
  if (admitted === "unknown") return problem(401, "Unauthorized", "AuthenticationUnsuccessful");
  if (!parts.tenants.some(({ id }) => id === tenant) || parts.store.isEnded(tenant))
    return problem(403, "Forbidden", "AuthorizationUnsuccessful");
  return null;
}

function tell(reply: FastifyReply, limit: LimitAnswer): void {
  void reply.header("x-daylimit-remaining", limit.dayRemaining);
  void reply.header("x-minlimit-remaining", limit.minuteRemaining);
  void reply.header("x-appminlimit-remaining", limit.appRemaining);
  if (limit.problem === null) return;
  void reply.header("x-rate-limit-problem", limit.problem);
  void reply.header("retry-after", limit.retryAfter);
}

function tooMany(limit: LimitAnswer): LedgerAnswer {
  return problem(429, "Too Many Requests", `The ${limit.problem ?? ""} limit has been reached`);
}

function failing({ status, retryAfter }: Extract<FaultKind, { kind: "status" }>, reply: FastifyReply): LedgerAnswer {
  if (retryAfter !== undefined) void reply.header("retry-after", retryAfter);
  if (status === 429) void reply.header("x-rate-limit-problem", "minute");
  return problem(status, "Fault on demand", "The sandbox was told to fail");
}

function send(
  parts: SandboxParts,
  request: FastifyRequest,
  reply: FastifyReply,
  tenant: string,
  { status, body }: LedgerAnswer,
): FastifyReply {
  note(parts, request, tenant, status, "");
  return reply.code(status).send(body);
}

function cutAndNote(
  parts: SandboxParts,
  request: FastifyRequest,
  reply: FastifyReply,
  tenant: string,
  text: string,
): FastifyReply {
  note(parts, request, tenant, 0, text);
  return cut(reply);
}

function note(parts: SandboxParts, { method, url }: FastifyRequest, tenant: string, status: number, text: string) {
  const at = parts.clock.now().getTime();
  parts.store.arrived({ at, tenant, method, path: url.slice(0, 200), status, note: text });
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
