import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { ANONYMOUS, type Caller } from "../../infra/graphql/caller";
import type { GraphQLContext } from "../../infra/graphql/context";
import { type RequestScope, requestScope } from "../../infra/http/request-scope";
import { addressOf } from "../../kernel/actor";
import { namedLocale, type Locale } from "../../kernel/locale";
import type { AskedOperation } from "../limits/asked-operation";
import { noteQuotas, type RequestBudget } from "../budget/request-budget";

export interface RequestFacts {
  readonly locale: Locale;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** What is known of who asks, and what they may spend. */
export interface AskingParts {
  contextFor(caller: Caller, request: RequestFacts): GraphQLContext;
  /** What those who ask may spend; left out: anything. */
  readonly budget?: Pick<RequestBudget, "begin">;
  /** The language that a person asked to be written to in; left out: nobody is known to have asked. */
  readonly languageOf?: (email: string) => Promise<Locale | null>;
}

/** A request as the engine meets it. */
export interface Asking {
  readonly scope: RequestScope;
  /** Of one operation, or of one event of it. */
  contextFor(signal: AbortSignal): GraphQLContext;
  /** Whether what was asked for cannot be had just now. */
  unavailable: boolean;
}

export async function askingOf(parts: AskingParts, request: FastifyRequest): Promise<Asking> {
  const caller = request.caller ?? ANONYMOUS;
  const locale = namedLocale(request.headers["accept-language"]) ?? (await ownLanguage(caller, parts)) ?? "en";
  const asking: Asking = {
    unavailable: false,
    contextFor: (signal) => parts.contextFor(request.caller ?? ANONYMOUS, { locale, requestId: request.id, signal }),
    scope: {
      requestId: request.id,
      locale,
      log: request.log,
      begin: (cost) => parts.budget?.begin(request, cost) ?? (() => undefined),
      noteUnavailable: () => {
        asking.unavailable = true;
      },
      noteQuotas: (states) => noteQuotas(request, states),
      noteOperation: (name, cost) => {
        request.operation = { name, cost };
      },
    },
  };
  return asking;
}

/** @param accept what the answer is to be; left out: what the request says */
export function execute(
  apollo: ApolloServer<GraphQLContext>,
  { scope }: Asking,
  asked: AskedOperation,
  request: FastifyRequest,
  contextValue: GraphQLContext,
  accept?: string,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  if (accept !== undefined) headers.set("accept", accept);
  const httpGraphQLRequest = { method: request.method, headers, ...asked };
  return requestScope.run(scope, () =>
    apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => contextValue }),
  );
}

export function sendAnswer(reply: FastifyReply, { unavailable }: Asking, answer: HTTPGraphQLResponse): FastifyReply {
  for (const [name, value] of answer.headers) void reply.header(name, value);
  if (unavailable) void reply.header("retry-after", "5");
  void reply.code(unavailable ? 503 : (answer.status ?? 200));
  const { body } = answer;
  return reply.send(body.kind === "complete" ? body.string : Readable.from(body.asyncIterator));
}

/** Anything but a browser mostly names no language, or any: `*`. */
async function ownLanguage(caller: Caller, { languageOf }: AskingParts): Promise<Locale | null> {
  const email = caller.kind === "person" ? addressOf(caller) : null;
  return email === null ? null : ((await languageOf?.(email)) ?? null);
}
