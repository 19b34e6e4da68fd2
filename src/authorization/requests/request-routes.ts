import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { IdempotencyKeys } from "../../infra/idempotency/idempotency-keys";
import type { Caller } from "../../infra/graphql/caller";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { pickLocale } from "../../kernel/locale";
import { FEATURES } from "../../policy/model/vocabulary";
import { KEYS_PATH, REQUESTS_PATH, type DenialBinding, type Denied } from "../authzen/access-request/denial-binding";
import { sendProblem, type RequestProblem } from "../authzen/access-request/problems";
import { ACCESS_REQUEST_SCHEMA } from "../authzen/access-request/request-schema";
import { directionOf, requesterOf } from "../authzen/access-request/requestable-denials";
import { companyOf } from "../authzen/mapping/authzen-mapping";
import { accessHooks } from "../authzen/transport/routes";
import { AUTHZEN_TEXTS } from "../authzen/transport/authzen-texts";
import type { AccessRequestEntity } from "./access-request.entity";
import type { AccessRequestService } from "./access-request.service";
import type { RequestReading } from "./request-reading";
import { shownState, type ShownRequestState } from "./request-states";

export interface AccessRequestRoutes {
  readonly service: AccessRequestService;
  readonly requests: RequestReading;
  readonly keys: IdempotencyKeys;
  readonly binding: DenialBinding;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly callerOf: (request: FastifyRequest) => Caller;
}

interface Submission extends Denied {
  readonly context?: { readonly business_justification?: string };
  readonly requested_access?: { readonly requested_until?: string };
  readonly denial: { readonly expires_at: string; readonly binding_token?: string };
}

/** As the draft names the states ("Task Status Values"). */
const STATUS: Readonly<Record<ShownRequestState, string>> = {
  pending: "pending",
  agreed: "pending",
  granted: "approved",
  refused: "denied",
  withdrawn: "cancelled",
  lapsed: "expired",
};

/**
 * Draft: the working group's Access Request and Approval Profile 1.0, draft 1. A person asks for the right that they were denied,
 * for themselves; it is the request of GraphQL's `requestAccess`, decided there, and the right counts at the next evaluation.
 */
export function addAccessRequests(app: FastifyInstance, parts: AccessRequestRoutes): void {
  const { onRequest, preValidation } = accessHooks(parts.callerOf);
  app.get(KEYS_PATH, (_request, reply) =>
    reply.header("cache-control", "public, max-age=300").type("application/jwk-set+json").send(parts.binding.keys()),
  );
  app.post<{ Body: Submission }>(
    REQUESTS_PATH,
    { schema: { body: ACCESS_REQUEST_SCHEMA }, onRequest, preValidation },
    (request, reply) => submit(parts, request, reply),
  );
  app.get<{ Params: { id: string } }>(`${REQUESTS_PATH}/:id`, { onRequest }, async (request, reply) => {
    const { id } = request.params;
    const actor = parts.callerOf(request) as Actor;
    const row = isId(id) ? await parts.requests.byId(actor, id) : null;
    if (!row) return sendProblem(reply, "unknown_task", localeOf(request));
    return reply.send(answerOf(parts, row));
  });
}

async function submit(parts: AccessRequestRoutes, request: FastifyRequest<{ Body: Submission }>, reply: FastifyReply) {
  const { body } = request;
  const caller = parts.callerOf(request);
  const [locale, requester] = [localeOf(request), requesterOf({ caller })];
  const direction = directionOf(body.action.name);
  const company = companyOf(body.resource);
  const feature = FEATURES.find((name) => name === body.resource.id);
  if (requester === null || direction === null || company === null || !feature)
    return sendProblem(reply, "not_requestable", locale);
  const { binding_token: token, expires_at: expiresAt } = body.denial;
  const bound = token ? await parts.binding.verify(token, { ...body, expiresAt }, requester) : "invalid";
  if (bound !== "bound")
    return sendProblem(reply, bound === "expired" ? "expired_denial" : "invalid_denial_binding", locale);
  const asked = {
    ...{ feature, direction, reason: body.context?.business_justification ?? "" },
    validUntil: body.requested_access?.requested_until ?? null,
  };
  const work = () => parts.service.ask({ ...(caller as Actor), locale }, company, asked);
  try {
    const row = await once(parts, request, company, requester, work);
    const answer = answerOf(parts, row);
    return await reply.code(202).header("location", answer.task.status_endpoint).send(answer);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return sendProblem(reply, problem, locale);
  }
}

/** The same submission with the same Idempotency-Key is the same request. */
async function once(
  { keys, requests, callerOf }: AccessRequestRoutes,
  request: FastifyRequest<{ Body: Submission }>,
  company: string,
  requester: string,
  work: () => Promise<AccessRequestEntity>,
): Promise<AccessRequestEntity> {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string") return work();
  const call = { caller: ["person", requester], company, mutation: REQUESTS_PATH, key, input: request.body };
  const answer = await keys.once(call, work, ({ id }) => ({ id }));
  if ("made" in answer) return answer.made;
  const row = await requests.byId(callerOf(request) as Actor, (answer.kept as { id: string }).id);
  if (!row) throw new BilingualRefusal("NOT_FOUND", AUTHZEN_TEXTS.unknownTask);
  return row;
}

function problemOf(error: unknown): RequestProblem | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === "IDEMPOTENCY_KEY_REUSED") return "duplicate_request";
  // What is allowed by now, or held, or asked for already, is nothing that can be asked for.
  return error.code === "CONFLICT" || error.code === "ALREADY_EXISTS" || error.code === "FORBIDDEN"
    ? "not_requestable"
    : null;
}

function answerOf({ publicUrl, clock }: AccessRequestRoutes, row: AccessRequestEntity) {
  const state = shownState(row, toInstant(clock.now()));
  const status_endpoint = `${publicUrl}${REQUESTS_PATH}/${row.id}`;
  const task = { id: row.id, status: STATUS[state], status_endpoint };
  if (state !== "granted") return { task: { ...task, expires_at: row.lapsesAt } };
  const { validUntil: approved_until } = row.agreed ?? row.asked;
  const approval = { id: row.grantId, approved_at: row.decidedAt, approved_until };
  return { task, result: { mode: "reevaluate", approval } };
}

function localeOf({ headers }: FastifyRequest) {
  return pickLocale(headers["accept-language"]);
}
