import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import { isUnavailable, isUnkeepableText } from "../../infra/db/constraint";
import { OperationTimedOut } from "../../kernel/deadline";
import { ERROR_CODES, Refusal } from "../../kernel/errors";
import { PolicyRefusal, type AnsweredDecision } from "../../policy/ports";
import { DECISION_CODES } from "../../policy/model/vocabulary";
import { type HttpCode, httpText } from "../../infra/http/http-problem";
import { inLanguageOfRequest, requestScope } from "../../infra/http/request-scope";

/** Codes whose errors were written to be read by the caller. Everything else is masked. */
const TELLING = new Set<unknown>([
  ...ERROR_CODES,
  ...DECISION_CODES,
  "RATE_LIMITED",
  "UNAVAILABLE",
  "EVENT_STREAM_NEEDED",
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.BAD_REQUEST,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
]);

/**
 * What of an error goes out. A `Refusal` and any GraphQLError with a known code keep message and code (the latter all
 * its extensions, so that a refused decision can ride along); the rest becomes INTERNAL_SERVER_ERROR with the
 * request's id as `extensions.traceId`, and is logged with its stack.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = inLanguageOfRequest(unwrapResolverError(error));
  if (original instanceof Refusal && original.code !== "CONFIGURATION") {
    const field = original.field ? { field: original.field } : {};
    return { ...formatted, message: original.message, extensions: { code: original.code, ...field } };
  }
  if (original instanceof PolicyRefusal)
    return { ...formatted, message: original.message, extensions: refused(original.decision) };
  if (isUnkeepableText(original)) return told(formatted, "UNKEEPABLE_TEXT", "BAD_INPUT");
  if (original instanceof OperationTimedOut) return told(formatted, "OPERATION_TIMED_OUT", "OPERATION_TIMED_OUT");
  if (isUnavailable(original)) return unavailable(formatted, original);
  const { stacktrace: _never, ...extensions } = formatted.extensions ?? {};
  if (extensions.limit !== undefined) return { ...formatted, extensions: { ...extensions, code: "LIMIT_EXCEEDED" } };
  if (TELLING.has(extensions.code)) return { ...formatted, extensions };
  return masked(formatted, original);
}

/** Of a decision what a person needs; conditions stay inside. */
function refused({ code, gates, policyRevision, evaluatedAt }: AnsweredDecision): Record<string, unknown> {
  const shown = gates.map(({ condition: _inside, ...gate }) => gate);
  return { code, decision: { allowed: false, code, gates: shown, policyRevision, evaluatedAt } };
}

function told({ locations, path }: GraphQLFormattedError, text: HttpCode, code: string): GraphQLFormattedError {
  return {
    message: httpText(text, requestScope.getStore()?.locale ?? "en"),
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code },
  };
}

function unavailable(formatted: GraphQLFormattedError, original: unknown): GraphQLFormattedError {
  const scope = requestScope.getStore();
  scope?.log.error({ err: original, path: formatted.path }, "database unavailable");
  scope?.noteUnavailable();
  return told(formatted, "UNAVAILABLE", "UNAVAILABLE");
}

function masked(formatted: GraphQLFormattedError, original: unknown): GraphQLFormattedError {
  const scope = requestScope.getStore();
  scope?.log.error({ err: original, path: formatted.path }, "operation failed");
  const { locations, path } = formatted;
  return {
    message: httpText("INTERNAL_SERVER_ERROR", scope?.locale ?? "en"),
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code: "INTERNAL_SERVER_ERROR", traceId: scope?.requestId },
  };
}
