import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { StoredApiKeys } from "../directory/api-keys/stored-api-keys";
import type { FirstSignIn } from "../directory/identity/first-sign-in";
import { newContext } from "../infra/graphql/context";
import type { Base, InfraServices } from "../infra/infra.module";
import type { Metrics } from "../infra/telemetry/metrics";
import { Quotas } from "../infra/quota/quotas";
import { SharedQuotas } from "../infra/quota/shared-quotas";
import { PersonCompanies } from "./budget/person-companies";
import { RequestBudget } from "./budget/request-budget";
import { createAuthenticate } from "./authentication/authenticate";
import { configuredIssuer } from "./authentication/configured-issuer";
import type { DevelopmentIssuer } from "./authentication/development-issuer";
import type { Persona } from "./graphiql/graphiql-page";
import { buildServer } from "./http";
import { sessionServer } from "./session/session-server";
import type { Sessions } from "./session/sessions";
import { CallerStanding } from "./streams/caller-standing";

export interface ServerOf extends Base, InfraServices {
  readonly apiKeys: StoredApiKeys;
  readonly signIns: FirstSignIn;
  readonly sessions: Sessions;
  readonly schema: GraphQLSchema;
  readonly developmentIssuer: DevelopmentIssuer | null;
  /** Null: there is no /metrics. */
  readonly metrics: Metrics | null;
  readonly personas: readonly Persona[];
  readonly operationsDirectory: string;
  openRoutes(app: FastifyInstance): void;
  routes(scope: FastifyInstance): Promise<void>;
}

/** The server over services that are made: who asks, GraphQL, what the modules answer, and how it is run. */
export async function serverOf(parts: ServerOf): Promise<FastifyInstance> {
  const { config, log, database, clock, apiKeys, signIns, schema, developmentIssuer, metrics, languages } = parts;
  const onProblem = (err: unknown) => log.warn({ err }, "authentication");
  const configured = await Promise.all(config.issuers.map((issuer) => configuredIssuer(issuer, clock, onProblem)));
  const issuers = developmentIssuer ? [developmentIssuer, ...configured] : configured;
  const personas = developmentIssuer ? parts.personas : [];
  const console = sessionServer({ ...parts, issuers, personas });
  const quotas = new Quotas(clock);
  const shared = new SharedQuotas(database, quotas, (err) => log.warn({ err }, "quotas"));
  const companies = new PersonCompanies(database, (err) => log.warn({ err }, "quotas"));
  const companiesOf = companies.of.bind(companies);
  const budget = new RequestBudget({ config, quotas, onSpent: () => shared.note(), companiesOf });
  await database.watch();
  const { metricsToken: token } = config;
  const authenticate = createAuthenticate({ issuers, apiKeys, signIns, clock, onProblem });
  const standing = new CallerStanding({ clock, authenticate, sessions: parts.sessions });
  return buildServer({
    ...{ config, log, database, schema },
    authenticate,
    standing: (request) => standing.of(request),
    contextFor: (caller, request) => newContext({ caller, ...request }),
    languageOf: (email) => languages.of(email),
    session: console.session,
    personas,
    ...(developmentIssuer ? { issueToken: (email: string) => developmentIssuer.issueToken(email) } : {}),
    operationsDirectory: parts.operationsDirectory,
    metrics: metrics && token !== null ? { token, text: () => metrics.text() } : null,
    budget,
    openRoutes: (app) => {
      app.addHook("onClose", () => shared.stop());
      parts.openRoutes(app);
    },
    routes: async (scope) => {
      await console.routes(scope);
      await parts.routes(scope);
    },
  });
}
