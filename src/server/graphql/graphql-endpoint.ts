import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import etag from "@fastify/etag";
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import type { Config } from "../../config/config";
import type { GraphQLContext } from "../../infra/graphql/context";
import { askingOf, execute, sendAnswer } from "./asking";
import { formatError } from "./graphql-errors";
import { answerByStream, type StreamingParts } from "./stream-answer";
import { AskedOperations, type AskedOperation } from "../limits/asked-operation";
import { DocumentStore } from "../limits/document-store";
import { isTooLargeForNobody, tooLarge } from "../limits/body-limits";
import { costLimit, limitRules } from "../limits/graphql-limits";
import { takeSubscriptions } from "../streams/asked-subscription";
import { Streams, wantsStream } from "../streams/streams";
import { TrustedDocuments } from "../limits/trusted-documents";
import { GRAPHQL_PATH, sendProblem } from "../../infra/http/http-problem";
import { inTime } from "../../infra/http/in-time";

export interface GraphqlParts extends StreamingParts {
  readonly config: Pick<Config, "production" | "introspection" | "limits" | "trustedDocuments">;
}

/** Puts /graphql on the app; its requests must have a caller by then. Stops with the app, after its last request. */
export async function addGraphqlEndpoint(app: FastifyInstance, parts: GraphqlParts): Promise<void> {
  const { limits, trustedDocuments } = parts.config;
  const trusted = TrustedDocuments.read(trustedDocuments.files, parts.schema);
  const apollo = createApollo(app, parts, trusted);
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  const streams = new Streams();
  app.addHook("preClose", async () => streams.endAll());
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
      if (wantsStream(request)) return answerByStream({ apollo, parts, streams }, asked, request, reply);
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
      takeSubscriptions,
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
  const asking = await askingOf(parts, request);
  const { operationSeconds } = parts.config.limits;
  const answer = await inTime(reply, operationSeconds, (signal) =>
    execute(apollo, asking, asked, request, asking.contextFor(signal)),
  );
  return sendAnswer(reply, asking, answer);
}
