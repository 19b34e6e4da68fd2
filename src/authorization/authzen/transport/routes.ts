import { fill } from "../../../kernel/catalogue";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BilingualRefusal, type Refusal } from "../../../kernel/errors";
import { pickLocale, type Bilingual } from "../../../kernel/locale";
import type { Caller } from "../../../infra/graphql/caller";
import { evaluateBatch, faultOf } from "./batch";
import type { Asker, AuthzenEngine } from "./engine";
import { evaluationsText, evaluationText } from "./evaluation-text";
import type { EvaluationRequest, EvaluationsRequest } from "./messages";
import { EVALUATION_SCHEMA, EVALUATIONS_SCHEMA } from "./schemas";
import { schemaFault } from "./schema-faults";
import { addSearches } from "./search-routes";
import { dropNulls } from "./left-out";
import { AUTHZEN_TEXTS } from "./authzen-texts";

const ACCESS_PREFIX = "/access/";
export const EVALUATION_PATH = "/access/v1/evaluation";
export const EVALUATIONS_PATH = "/access/v1/evaluations";
const USUAL_SECONDS = 20;
const JSON_TYPE = "application/json; charset=utf-8";

export interface AuthzenParts {
  readonly engine: AuthzenEngine;
  /** The server's address from configuration; never the Host header, which a caller could forge. */
  readonly publicUrl: string;
  callerOf(request: FastifyRequest): Caller;
  /** How long a search may take; twenty seconds where nothing is said. */
  readonly searchSeconds?: number;
}

/**
 * The HTTP binding of the OpenID Authorization API 1.0: evaluation, evaluations and the three searches. A denial is
 * 200 with `decision: false`; a malformed request 400, an unknown caller 401, one who may not ask 403, an engine
 * failure 500.
 */
export function addAuthzen(app: FastifyInstance, parts: AuthzenParts): void {
  const { engine } = parts;
  app.setSchemaErrorFormatter((errors) => malformed(errors[0]?.instancePath ?? "", schemaFault(errors[0])));
  const { onRequest, preValidation } = accessHooks((request) => parts.callerOf(request));
  app.post<{ Body: EvaluationRequest }>(
    EVALUATION_PATH,
    { schema: { body: EVALUATION_SCHEMA }, onRequest, preValidation },
    (request, reply) => sent(reply, engine.evaluate(askerOf(request, parts), request.body), evaluationText),
  );
  app.post<{ Body: EvaluationsRequest }>(
    EVALUATIONS_PATH,
    { schema: { body: EVALUATIONS_SCHEMA }, onRequest, preValidation },
    (request, reply) => {
      const asker = askerOf(request, parts);
      if ((request.body.evaluations ?? []).length === 0)
        return sent(reply, engine.evaluate(asker, single(request.body)), evaluationText);
      return sent(reply, evaluateBatch(engine, asker, request.body), evaluationsText);
    },
  );
  const seconds = parts.searchSeconds ?? USUAL_SECONDS;
  addSearches(app, { engine, onRequest, preValidation, seconds, askerOf: (request) => askerOf(request, parts) });
  // The sender is told how to say who they are (standard, "Sender Authentication Failure").
  app.addHook("onSend", (request, reply, payload, done) => {
    // A decision is of its moment: no cache between keeps it.
    if ((request.routeOptions.url ?? "").startsWith(ACCESS_PREFIX) && !reply.hasHeader("cache-control"))
      void reply.header("cache-control", "no-store");
    if (reply.statusCode === 401 && !reply.hasHeader("www-authenticate"))
      void reply.header("www-authenticate", "Bearer");
    done(null, payload);
  });
}

/**
 * Before the body is read: what is wrong in it is told to nobody who has not said who they are. After it: null counts as left
 * out, at all doors alike, since a denial is bound to the question as it was read.
 */
export function accessHooks(callerOf: (request: FastifyRequest) => Caller) {
  return {
    onRequest: (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) =>
      done(callerOf(request).kind === "anonymous" ? unauthenticated() : undefined),
    preValidation: (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
      dropNulls(request.body);
      done();
    },
  };
}

/** Sends the answer as JSON: in the same turn where it is there already. */
function sent<T>(reply: FastifyReply, answer: T | Promise<T>, text: (answer: T) => string) {
  const send = (one: T) => reply.type(JSON_TYPE).send(text(one));
  return answer instanceof Promise ? answer.then(send) : send(answer);
}

/** A batch without entries is a single question (standard, "Access Evaluations API"). */
function single(body: EvaluationsRequest): EvaluationRequest {
  const fault = faultOf(body as Readonly<Record<string, unknown>>);
  if (fault) throw malformed("", fault);
  return body as EvaluationRequest;
}

function askerOf(request: FastifyRequest, parts: AuthzenParts): Asker {
  const caller = parts.callerOf(request);
  return { caller, locale: pickLocale(request.headers["accept-language"]), requestId: request.id };
}

function unauthenticated(): Refusal {
  return new BilingualRefusal("UNAUTHENTICATED", AUTHZEN_TEXTS.unauthenticated);
}

function malformed(where: string, what: Bilingual): Refusal {
  const texts = where ? fill(AUTHZEN_TEXTS.malformedAt, { where, what }) : fill(AUTHZEN_TEXTS.malformed, { what });
  return new BilingualRefusal("BAD_INPUT", texts);
}
