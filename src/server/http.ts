import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import cors from "@fastify/cors";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { Logger } from "pino";
import type { Config } from "../config/config";
import type { Caller } from "../infra/graphql/caller";
import type { Authenticate } from "./authentication/authenticate";
import { addConsole } from "./console/console-page";
import { addGraphiqlPage, type Persona } from "./graphiql/graphiql-page";
import { addGraphqlEndpoint, type GraphqlParts } from "./graphql/graphql-endpoint";
import { boundJsonBodies } from "./limits/body-limits";
import { drainConnections } from "./drain";
import { addHealth, HEALTH_PATHS, type ReadyParts } from "./health";
import { answerError, GRAPHQL_PATH, sendProblem, sendRefusal } from "../infra/http/http-problem";
import { Quotas } from "../infra/quota/quotas";
import { systemClock } from "../kernel/clock";
import { boundBodiesInFlight } from "./budget/bodies-in-flight";
import { warnOfProxies } from "./budget/forgotten-proxy";
import { pointsOf, RequestBudget, tellQuotas } from "./budget/request-budget";
import { addMetrics, type MetricsParts } from "./metrics-route";
import { answeredRequestId, besideRequestId, genReqId } from "../infra/http/request-id";
import { isFromOwnPage, isReading } from "./session/same-origin";
import type { SessionAuthentication } from "./session/session-authentication";
import { securityHeaders } from "./security-headers";
import { answerUnknown } from "./unknown-address";

export interface ServerParts extends GraphqlParts {
  readonly config: Config;
  readonly log: Logger;
  readonly database: ReadyParts;
  readonly authenticate: Authenticate;
  /** What those who ask may spend; left out: what the configuration says, in this process. */
  readonly budget?: RequestBudget;
  /** Who a cookie stands for; left out: nobody. */
  readonly session?: Pick<SessionAuthentication, "caller">;
  /** Demo people for the GraphiQL page; used only together with `issueToken`. */
  readonly personas: readonly Persona[];
  /** A token for a demo person; present in development only. */
  readonly issueToken?: (email: string) => Promise<string>;
  /** Directory of the named operations that become GraphiQL's tabs. */
  readonly operationsDirectory: string;
  /** Null or left out: there is no /metrics. */
  readonly metrics?: MetricsParts | null;
  /** Routes that know their callers by themselves: what they carry is no token of ours. */
  readonly openRoutes?: (app: FastifyInstance) => void;
  /** Further routes; in each, `request.caller` is set, and bad credentials have been refused. */
  readonly routes?: (app: FastifyInstance) => void | Promise<void>;
}

const UNRECOGNISED_HEADER = "x-ledgergate-unrecognised";

/** The HTTP server, ready but not listening. `close()` waits for running requests. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config } = parts;
  const app = createApp(parts);
  app.decorateRequest("caller", null);
  app.decorateRequest("session", null);
  app.decorateRequest("operation", null);
  const everywhere = securityHeaders(config);
  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(everywhere).header("x-request-id", answeredRequestId(request));
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => done(null, besideRequestId(reply, payload)));
  logRequests(app, parts.log);
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  const budget = parts.budget ?? new RequestBudget({ config, quotas: new Quotas(systemClock) });
  await addProtection(app, parts, budget);
  answerUnknown(app);
  addHealth(app, parts.database);
  if (parts.metrics) addMetrics(app, parts.metrics);
  addConsole(app);
  if (config.graphiql) await addGraphiqlPage(app, parts);
  parts.openRoutes?.(app);
  await app.register(async (scope) => {
    await scope.register(cookie);
    await scope.register(compress, { globalDecompression: false, encodings: ["br", "gzip"] });
    scope.addHook("onRequest", (request, reply) => identify(parts, request, reply));
    boundCallers(scope, budget, config);
    await addGraphqlEndpoint(scope, { ...parts, budget });
    await parts.routes?.(scope);
  });
  drainConnections(app);
  await app.ready();
  return app;
}

/** Finds out who is asking: by the Authorization header, or else by a session's cookie. */
async function identify(parts: ServerParts, request: FastifyRequest, reply: FastifyReply) {
  request.caller = await parts.authenticate(request.headers.authorization);
  if (request.caller.kind === "anonymous") {
    const person = await parts.session?.caller(request, reply);
    if (person && !isReading(request) && !isFromOwnPage(request, parts.config.publicUrl))
      return sendProblem(request, reply, { status: 403, code: "CROSS_SITE_REQUEST" });
    request.caller = person ?? request.caller;
  }
  tellUnrecognised(request.caller, reply);
  return undefined;
}

function createApp({ config, log }: ServerParts): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId,
    // A request is taken as it is, or refused: never coerced or trimmed into validity.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    bodyLimit: config.limits.bodyBytes,
    requestTimeout: config.limits.requestSeconds * 1000,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    frameworkErrors: (_error, request, reply) => {
      void reply.header("x-request-id", answeredRequestId(request));
      void sendProblem(request, reply, { status: 400, code: "BAD_REQUEST" });
    },
  });
  // GraphQL and the policy routes speak JSON; a plain-text body can only be a cross-site form.
  app.removeContentTypeParser("text/plain");
  boundJsonBodies(app as unknown as FastifyInstance);
  return app as unknown as FastifyInstance;
}

function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook("onResponse", (request, reply, done) => {
    done();
    const level = HEALTH_PATHS.has(request.routeOptions.url ?? "") && reply.statusCode < 400 ? "debug" : "info";
    // With a log that leaves them out, lines are not even made.
    if (!log.isLevelEnabled(level)) return;
    request.log[level](
      {
        method: request.method,
        path: request.url.split("?", 1)[0],
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        ...callerOf(request),
        ...(request.operation ? { operation: request.operation.name, cost: request.operation.cost } : {}),
      },
      "request",
    );
  });
}

/** Which kind of caller, and which key, and why nobody knows them; never who a person is. */
function callerOf({ caller }: FastifyRequest): Record<string, unknown> {
  if (!caller) return {};
  if (caller.kind === "service") return { caller: caller.kind, keyId: caller.keyId };
  if (caller.kind === "anonymous" || !caller.unrecognised) return { caller: caller.kind };
  const { reason, claims, present } = caller.unrecognised;
  return { caller: caller.kind, unrecognised: reason, claims, present };
}

/** On every answer, for who wonders why an accepted token gets them nowhere: a code, no content of the token. */
function tellUnrecognised(caller: Caller, reply: FastifyReply): void {
  if (caller.kind === "person" && caller.unrecognised)
    void reply.header(UNRECOGNISED_HEADER, caller.unrecognised.reason);
}

async function addProtection(app: FastifyInstance, { config, log }: ServerParts, budget: RequestBudget): Promise<void> {
  if (config.corsOrigins.length > 0) await allowOrigins(app, config.corsOrigins);
  tellQuotas(app);
  warnOfProxies(app, log);
  // On the whole app, so that it counts before anyone checks a token, and for unknown addresses too.
  app.addHook("onRequest", (request, reply, done) => {
    const isHealth = HEALTH_PATHS.has(request.routeOptions.url ?? "");
    const refused = isHealth ? null : budget.countAddress(request);
    if (refused) void sendRefusal(request, reply, refused);
    else done();
  });
}

/** What each of those who ask may have under way, and may spend; an operation is counted when its cost is known. */
function boundCallers(scope: FastifyInstance, budget: RequestBudget, { limits }: Config): void {
  boundBodiesInFlight(scope, limits.bodyBytes);
  scope.addHook("preHandler", (request, reply, done) => {
    const isOperation = request.routeOptions.url === GRAPHQL_PATH;
    const refused = isOperation ? null : budget.countCaller(request, pointsOf(request));
    if (refused) void sendRefusal(request, reply, refused);
    else done();
  });
}

async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  await app.register(cors, {
    origin: [...origins],
    methods: ["GET", "POST"],
    allowedHeaders: ["authorization", "content-type", "x-request-id", "apollo-require-preflight"],
    exposedHeaders: ["x-request-id", "retry-after", "ratelimit", "ratelimit-policy", UNRECOGNISED_HEADER],
    maxAge: 600,
  });
}
