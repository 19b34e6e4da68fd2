import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import etag from "@fastify/etag";
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import { Readable } from "node:stream";
import type { GraphQLSchema } from "graphql";
import type { Config } from "../../config/config";
import { ANONYMOUS, type Caller } from "../../infra/graphql/caller";
import type { GraphQLContext } from "../../infra/graphql/context";
import { addressOf } from "../../kernel/actor";
import { namedLocale, type Locale } from "../../kernel/locale";
import { formatError } from "./graphql-errors";
import type { RequestBudget } from "../budget/request-budget";
import { AskedOperations, type AskedOperation } from "../limits/asked-operation";
import { DocumentStore } from "../limits/document-store";
import { isTooLargeForNobody, tooLarge } from "../limits/body-limits";
import { costLimit, limitRules } from "../limits/graphql-limits";
import { TrustedDocuments } from "../limits/trusted-documents";
import { GRAPHQL_PATH, sendProblem } from "../../infra/http/http-problem";
import { inTime } from "../../infra/http/in-time";
import { type RequestScope, requestScope } from "../../infra/http/request-scope";

export interface RequestFacts {
  readonly locale: Locale;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

export interface GraphqlParts {
  readonly config: Pick<Config, "production" | "introspection" | "limits" | "trustedDocuments">;
  readonly schema: GraphQLSchema;
  contextFor(caller: Caller, request: RequestFacts): GraphQLContext;
  /** What those who ask may spend; left out: anything. */
  readonly budget?: Pick<RequestBudget, "begin">;
  /** The language that a person asked to be written to in; left out: nobody is known to have asked. */
  readonly languageOf?: (email: string) => Promise<Locale | null>;
}

/** Puts /graphql on the app; its requests must have a caller by then. Stops with the app, after its last request. */
export async function addGraphqlEndpoint(app: FastifyInstance, parts: GraphqlParts): Promise<void> {
  const { limits, trustedDocuments } = parts.config;
  const trusted = TrustedDocuments.read(trustedDocuments.files, parts.schema);
  const apollo = createApollo(app, parts, trusted);
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  const operations = new AskedOperations(trusted, trustedDocuments.only, limits);
  const route = (method: HTTPMethods) => ({
    method,
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    // After the scope has said who it is, and before the body is read.
    onRequest: (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) =>
      isTooLargeForNobody(request) ? done(tooLarge()) : done(),
    handler: (request: FastifyRequest, reply: FastifyReply) => {
      // Before the engine makes anything of the text: neither is it parsed, nor is anything kept.
      const asked = operations.of(request);
      if ("status" in asked) return sendProblem(request, reply, asked);
      return answerInTime(apollo, parts, asked, request, reply);
    },
  });
  app.route(route("POST"));
  // What is asked by GET may be asked again: who has the answer already is told so in a line.
  await app.register(async (scope) => {
    await scope.register(etag, { weak: true });
    scope.addHook("onSend", async (_request, reply) => void reply.headers(AGAIN));
    scope.route(route("GET"));
  });
}

/** The answer is one person's, in their language, and is to be asked for anew each time. */
const AGAIN = {
  "cache-control": "private, no-cache",
  vary: "authorization, cookie, accept, accept-language, accept-encoding",
};

function createApollo(
  app: FastifyInstance,
  { config, schema }: GraphqlParts,
  trusted: TrustedDocuments,
): ApolloServer<GraphQLContext> {
  return new ApolloServer<GraphQLContext>({
    schema,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: config.production,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // A store that any caller may fill buys little here: operations are short, and parsed ones are kept anyway.
    persistedQueries: false,
    documentStore: new DocumentStore(undefined, trusted),
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: config.limits.tokens },
    maxRecursiveSelections: true,
    validationRules: limitRules(config.limits),
    formatError,
    logger: app.log,
    plugins: [
      // The implicit cache-control plugin wraps every field, and doubles the cost of a list.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      costLimit(schema, config.limits.cost, trusted),
      statusOfJson,
    ],
  });
}

/** Codes of well-formed requests whose operation cannot be run. */
const REQUEST_ERRORS = new Set<unknown>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "LIMIT_EXCEEDED",
]);

/** GraphQL over HTTP: a client that does not ask for application/graphql-response+json SHOULD get 200 for these. */
const statusOfJson: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      if (request.http?.headers.get("accept")?.includes("application/graphql-response+json")) return;
      if (response.body.kind !== "single") return;
      const { errors } = response.body.singleResult;
      if (errors?.length && errors.every(({ extensions }) => REQUEST_ERRORS.has(extensions?.code)))
        response.http.status = 200;
    },
  }),
};

async function answerInTime(
  apollo: ApolloServer<GraphQLContext>,
  parts: GraphqlParts,
  asked: AskedOperation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { operationSeconds } = parts.config.limits;
  const answer = await inTime(reply, operationSeconds, (signal) => execute(apollo, parts, asked, request, signal));
  for (const [name, value] of answer.headers) void reply.header(name, value);
  if (answer.unavailable) void reply.header("retry-after", "5");
  void reply.code(answer.unavailable ? 503 : (answer.status ?? 200));
  const { body } = answer;
  return reply.send(body.kind === "complete" ? body.string : Readable.from(body.asyncIterator));
}

async function execute(
  apollo: ApolloServer<GraphQLContext>,
  parts: GraphqlParts,
  asked: AskedOperation,
  request: FastifyRequest,
  signal: AbortSignal,
) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  const caller = request.caller ?? ANONYMOUS;
  const locale = namedLocale(request.headers["accept-language"]) ?? (await ownLanguage(caller, parts)) ?? "en";
  let unavailable = false;
  const scope: RequestScope = {
    requestId: request.id,
    locale,
    log: request.log,
    begin: (cost) => parts.budget?.begin(request, cost) ?? (() => undefined),
    noteUnavailable: () => {
      unavailable = true;
    },
    noteOperation: (name, cost) => {
      request.operation = { name, cost };
    },
  };
  const answer = await requestScope.run(scope, () =>
    apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method, headers, ...asked },
      context: async () => parts.contextFor(caller, { locale, requestId: request.id, signal }),
    }),
  );
  return { ...answer, unavailable };
}

/** Anything but a browser mostly names no language, or any: `*`. */
async function ownLanguage(caller: Caller, { languageOf }: GraphqlParts): Promise<Locale | null> {
  const email = caller.kind === "person" ? addressOf(caller) : null;
  return email === null ? null : ((await languageOf?.(email)) ?? null);
}
