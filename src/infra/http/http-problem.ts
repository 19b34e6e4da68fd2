import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { isUnavailable, isUnkeepableText } from "../db/constraint";
import { OperationTimedOut } from "../../kernel/deadline";
import { type ErrorCode, Refusal } from "../../kernel/errors";
import { type Locale, pickLocale } from "../../kernel/locale";
import type { Refused } from "./request-scope";
import { AuthenticationFailure, AuthenticationUnavailable } from "./authentication-failure";

export const GRAPHQL_PATH = "/graphql";

/** Codes of answers that the HTTP layer gives by itself. Codes are API, texts are not. */
const TEXTS = {
  BAD_REQUEST: {
    en: "The request cannot be read. Is its body valid JSON, without `__proto__` and `constructor` as names?",
    fr: "La requête est illisible. Son corps est-il du JSON valable, sans les noms `__proto__` et `constructor` ?",
  },
  UNKEEPABLE_TEXT: {
    en: "A text has a NUL (U+0000) in it, which is kept nowhere. Send it without.",
    fr: "Un texte contient un caractère nul (U+0000), qui n’est conservé nulle part. Envoyez-le sans.",
  },
  CROSS_SITE_REQUEST: {
    en: "A page of another site sent this request. What you are signed in for is changed from this site's own pages only.",
    fr: "Une page d’un autre site a envoyé cette requête. Ce pour quoi vous êtes connecté ne se modifie que depuis les pages de ce site.",
  },
  NOT_FOUND: { en: "There is nothing at this address.", fr: "Il n’y a rien à cette adresse." },
  DOCUMENT_NOT_FOUND: {
    en: "No trusted document has this id. Was the front end built after the server was started?",
    fr: "Aucun document de confiance n’a cet identifiant. L’interface a-t-elle été construite après le démarrage du serveur ?",
  },
  DOCUMENT_NOT_TRUSTED: {
    en: "This server answers the operations of its own front ends only, asked by `documentId`.",
    fr: "Ce serveur ne répond qu’aux opérations de ses propres interfaces, désignées par `documentId`.",
  },
  METHOD_NOT_ALLOWED: {
    en: "This address does not take this method.",
    fr: "Cette adresse n’accepte pas cette méthode.",
  },
  PAYLOAD_TOO_LARGE: { en: "The request is too large.", fr: "La requête est trop grande." },
  UNSUPPORTED_MEDIA_TYPE: {
    en: "Send the body as application/json, in UTF-8 and not compressed.",
    fr: "Envoyez le corps au format application/json, en UTF-8 et non compressé.",
  },
  RATE_LIMITED: {
    en: "Too many requests. Try again after the time in Retry-After.",
    fr: "Trop de requêtes. Réessayez après le délai indiqué par Retry-After.",
  },
  EVENT_STREAM_NEEDED: {
    en: "A subscription is answered as a stream: send it by POST with `Accept: text/event-stream` (GraphQL over SSE).",
    fr: "Un abonnement reçoit un flux en réponse : envoyez-le par POST avec `Accept: text/event-stream` (GraphQL over SSE).",
  },
  TOO_MANY_STREAMS: {
    en: "You have too many streams open. Close one, or ask from time to time instead.",
    fr: "Vous avez trop de flux ouverts. Fermez-en un, ou interrogez de temps en temps.",
  },
  SLOW_READER: {
    en: "The events were not taken in time. Ask again, with `after`.",
    fr: "Les événements n’ont pas été lus à temps. Reprenez avec `after`.",
  },
  UNAUTHENTICATED: {
    en: "What you showed is good no more. Sign in again, or send a new token, and go on with `after`.",
    fr: "Votre authentification n’est plus valable. Reconnectez-vous, ou envoyez un nouveau jeton, et reprenez avec `after`.",
  },
  OPERATION_TIMED_OUT: {
    en: "The operation took too long and was given up. If it was to change something, look before you repeat it.",
    fr: "L’opération a duré trop longtemps et a été abandonnée. Si elle devait modifier quelque chose, vérifiez avant de la répéter.",
  },
  UNAVAILABLE: {
    en: "The server cannot answer just now. Try again shortly.",
    fr: "Le serveur ne peut pas répondre pour l’instant. Réessayez bientôt.",
  },
  INTERNAL_SERVER_ERROR: {
    en: "Something went wrong on the server. Quote the trace id when you report it.",
    fr: "Une erreur s’est produite sur le serveur. Citez l’identifiant de trace pour la signaler.",
  },
} as const satisfies Record<string, Record<Locale, string>>;
export type HttpCode = keyof typeof TEXTS;

export function httpText(code: HttpCode, locale: Locale): string {
  return TEXTS[code][locale];
}

/** An answer that is not what was asked for. */
export interface Problem {
  readonly status: number;
  readonly code: HttpCode | ErrorCode;
  readonly message?: string;
  readonly extensions?: Record<string, unknown>;
}

export function localeOf(request: FastifyRequest): Locale {
  return pickLocale(request.headers["accept-language"]);
}

/** Answers with the problem: as a GraphQL response at the GraphQL address, as `{error}` elsewhere. Never a stack. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, code, extensions } = problem;
  const message = problem.message ?? httpText(code as HttpCode, localeOf(request));
  const details = { code, ...extensions, traceId: request.id };
  const graphql = request.routeOptions.url === GRAPHQL_PATH;
  const preferred = graphql && request.headers.accept?.includes("application/graphql-response+json");
  return reply
    .code(status)
    .type(`application/${preferred ? "graphql-response+json" : "json"}; charset=utf-8`)
    .send(
      JSON.stringify(graphql ? { errors: [{ message, extensions: details }] } : { error: { message, ...details } }),
    );
}

/** Says that a request may not begin now, and when it may. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply {
  const { status, code, message, retryAfter, quota } = refused;
  void reply.header("retry-after", retryAfter);
  return sendProblem(request, reply, { status, code, message, extensions: quota ? { quota } : {} });
}

/** The last resort of every route: what a person can act on is told, anything else is logged and masked. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (reply.sent) return reply;
  const problem = problemOf(error, localeOf(request));
  if (problem.status >= 500) request.log.error({ err: error }, "request failed");
  if (error instanceof AuthenticationFailure) void reply.header("www-authenticate", error.challenge);
  if (problem.code === "UNAVAILABLE") void reply.header("retry-after", "5");
  return sendProblem(request, reply, problem);
}

/** What is not in it is a conflict with how things stand, 409. */
const REFUSAL_STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  NO_SUCH_LOCAL_TIME: 400,
  OUTSIDE_WORKING_HOURS: 400,
  LIMIT_EXCEEDED: 413,
  CONFIGURATION: 500,
};

const STATUS_CODE: Record<number, HttpCode> = {
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  413: "PAYLOAD_TOO_LARGE",
  414: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  429: "RATE_LIMITED",
  431: "PAYLOAD_TOO_LARGE",
};

function problemOf(error: FastifyError, locale: Locale): Problem {
  if (error instanceof AuthenticationFailure) {
    const extensions = { reason: error.reason };
    return { status: 401, code: error.code, message: error.textIn(locale), extensions };
  }
  if (error instanceof Refusal && error.code !== "CONFIGURATION") {
    const extensions = error.field ? { field: error.field } : {};
    const { message } = error.in(locale);
    return { status: REFUSAL_STATUS[error.code] ?? 409, code: error.code, message, extensions };
  }
  if (isUnkeepableText(error)) return { status: 400, code: "BAD_INPUT", message: httpText("UNKEEPABLE_TEXT", locale) };
  if (error instanceof OperationTimedOut) return { status: 503, code: "OPERATION_TIMED_OUT" };
  if (error instanceof AuthenticationUnavailable || isUnavailable(error)) return { status: 503, code: "UNAVAILABLE" };
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return { status, code: STATUS_CODE[status] ?? "BAD_REQUEST" };
  return { status: 500, code: "INTERNAL_SERVER_ERROR" };
}
