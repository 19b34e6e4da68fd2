import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { setTimeout as sleep } from "node:timers/promises";
import type { PlatformParts } from "../platform-parts";
import { CallWindows } from "./call-windows";

/** An answer that is refused: status and the platform's own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly errors: unknown,
  ) {
    super(typeof errors === "string" ? errors : "refused");
  }
}

export interface RestRequest {
  /** Named in the header, the query or the body. */
  readonly company: number;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly reply: FastifyReply;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type RestHandler = (request: RestRequest) => unknown;
export type AddRest = (method: Method | readonly Method[], path: string, handler: RestHandler) => void;

/** Before each handler: the token, the windows, the company's app, and what was planned to go wrong. */
export function restGate(http: FastifyInstance, parts: PlatformParts): AddRest {
  const windows = new Map<number, CallWindows>();
  return (method, path, handler) => {
    http.route({
      method: typeof method === "string" ? method : [...method],
      url: path,
      handler: async (request, reply) => {
        const company = companyOf(request);
        const own = windows.get(company) ?? new CallWindows(parts.allowance);
        windows.set(company, own);
        const told = own.count(parts.clock.now().getTime());
        void reply.header("x-rate-limit-limit", told.limit);
        void reply.header("x-rate-limit-remaining", told.remaining);
        void reply.header("x-rate-limit-reset", told.reset);
        if (told.exceeded) {
          const seconds = Math.max(1, told.reset - Math.floor(parts.clock.now().getTime() / 1000));
          void reply.header("retry-after", seconds);
          note(parts, request, company, 429, "beyond the allowance");
          return reply.code(429).send({ errors: "You have surpassed the max number of requests" });
        }
        return work(parts, request, reply, company, handler);
      },
    });
  };
}

async function work(
  parts: PlatformParts,
  request: FastifyRequest,
  reply: FastifyReply,
  company: number,
  handler: RestHandler,
): Promise<FastifyReply> {
  const fault = parts.faults.next(request.method, request.url);
  if (fault?.kind === "status") {
    if (fault.retryAfter !== undefined) void reply.header("retry-after", fault.retryAfter);
    return send(parts, request, reply, company, fault.status, { errors: "The sandbox was told to fail" });
  }
  if (fault?.kind === "drop" && fault.when === "before") return cut(parts, request, reply, company, "dropped");
  if (fault?.kind === "delay" && fault.when === "before") await sleep(fault.milliseconds);
  const { status, body } = answer(parts, request, reply, company, handler);
  if (fault?.kind === "drop") return cut(parts, request, reply, company, "done, then dropped");
  if (fault?.kind === "delay") await sleep(fault.milliseconds);
  return send(parts, request, reply, company, status, body);
}

function answer(
  parts: PlatformParts,
  request: FastifyRequest,
  reply: FastifyReply,
  company: number,
  handler: RestHandler,
): { status: number; body: unknown } {
  try {
    requireAccess(parts, request, company);
    const body = parts.store.atomically(() =>
      handler({
        company,
        params: request.params as Record<string, string>,
        query: request.query as Record<string, string>,
        body: (request.body ?? {}) as Record<string, unknown>,
        reply,
      }),
    );
    parts.events.look();
    return { status: reply.statusCode, body };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { status: error.status, body: { errors: error.errors } };
  }
}

function requireAccess({ store, clock }: PlatformParts, request: FastifyRequest, company: number): void {
  const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
  const row = store.sql("SELECT expires_at FROM token WHERE value = @token").get({ token }) as
    { expires_at: number } | undefined;
  if (!row || row.expires_at <= clock.now().getTime()) throw new Refused(401, "The access token is invalid");
  const found = store.get("company", company);
  if (!found) throw new Refused(404, "Company not found");
  if (found.body["app_connected"] === false) throw new Refused(403, "App is not connected to this company");
}

function companyOf(request: FastifyRequest): number {
  const query = request.query as Record<string, string | undefined>;
  const body = (request.body ?? {}) as Record<string, unknown>;
  const params = request.params as Record<string, string | undefined>;
  const named = params["company"] ?? request.headers["procore-company-id"] ?? query["company_id"] ?? body["company_id"];
  return Number(named);
}

function send(
  parts: PlatformParts,
  request: FastifyRequest,
  reply: FastifyReply,
  company: number,
  status: number,
  body: unknown,
): FastifyReply {
  note(parts, request, company, status, "");
  return reply.code(status).send(body ?? "");
}

function cut(
  parts: PlatformParts,
  request: FastifyRequest,
  reply: FastifyReply,
  company: number,
  text: string,
): FastifyReply {
  note(parts, request, company, 0, text);
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

/** The path without what a query may say. */
function note(
  { store, clock }: PlatformParts,
  { method, url }: FastifyRequest,
  company: number,
  status: number,
  text: string,
) {
  store
    .sql(
      `INSERT INTO arrival (at, company, method, path, status, note)
       VALUES (@at, @company, @method, @path, @status, @text)`,
    )
    .run({
      at: clock.now().getTime(),
      company: Number.isNaN(company) ? null : company,
      method,
      path: url.slice(0, 200),
      status,
      text,
    });
}
