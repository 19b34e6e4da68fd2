import "reflect-metadata";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { addAuthzen, addAuthzenMetadata } from "./authorization/authzen/transport/routes";
import type { DecisionLog } from "./authorization/log/decision-log";
import { DecisionReading } from "./authorization/log/decision-reading";
import { digestDuty } from "./app-digest";
import { createSchedule } from "./app-duties";
import { importDuties } from "./app-imports";
import { createPostOffice } from "./app-mail";
import type { StoredApiKeys } from "./directory/api-keys/stored-api-keys";
import type { Config } from "./config/config";
import { createSchema } from "./app-schema";
import { createDecisionLog } from "./app-decision-log";
import { createServices, type Services } from "./app-services";
import { noticeDuty } from "./app-notices";
import { tenancyDuties, tenancySettings } from "./app-tenancy";
import { DeliveryTries } from "./app-tries";
import { Database } from "./infra/db/database";
import { ENTITIES } from "./entities";
import { ANONYMOUS } from "./infra/graphql/caller";
import { newContext } from "./infra/graphql/context";
import { systemClock, type Clock } from "./kernel/clock";
import { Unsubscribing } from "./infra/mail/unsubscribing";
import { type AuthenticateParts, createAuthenticate } from "./server/authentication/authenticate";
import { configuredIssuer } from "./server/authentication/configured-issuer";
import type { TokenIssuer } from "./server/authentication/token-issuer";
import { openDevelopmentIssuer, type DevelopmentIssuer } from "./server/authentication/development-issuer";
import { addConsentRoutes } from "./erp/oauth/http/consent-routes";
import { EvidenceReading } from "./records/evidence/evidence-reading";
import { addDecisionExport } from "./authorization/log/http/decision-export";
import { addEvidenceExport } from "./records/evidence/http/evidence-export";
import type { GraphqlParts } from "./server/graphql/graphql-endpoint";
import { addLetterPages } from "./server/letters/letter-pages";
import type { Persona } from "./server/graphiql/graphiql-page";
import type { Duty, Schedule } from "./infra/jobs/schedule";
import { buildServer } from "./server/http";
import { createLogger } from "./server/log";
import { addWebhook } from "./erp/oauth/http/webhook-route";

export interface AppOptions {
  readonly clock?: Clock;
  /** Directory of the named operations that become GraphiQL's tabs; none: an empty editor. */
  readonly operationsDirectory?: string;
  /** Demo people that the GraphiQL page offers in development. */
  readonly personas?: readonly Persona[];
}

/** Everything of Ledgergate over one database: its services, and the server that puts them on the network. */
export interface App extends Services {
  readonly config: Config;
  readonly database: Database;
  /** Null in production, and where development tokens are off. */
  readonly developmentIssuer: DevelopmentIssuer | null;
  readonly decisionLog: DecisionLog;
  readonly tries: DeliveryTries;
  /** The server, ready but not listening. */
  buildServer(): Promise<FastifyInstance>;
  /** From now on the server does by itself what recurs: mail, ends of help. */
  startDuties(): void;
  /** Does once what recurs and is due now; for who sets the clock himself. */
  turnDuties(): Promise<void>;
  /** Writes what waits to be written, and closes the database. After the server, where there is one. */
  close(): Promise<void>;
}

/** Makes every object by hand. Opens the database, without migrating it. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const clock = options.clock ?? systemClock;
  const log = createLogger(config.log);
  const database = await openDatabase(config, (message) => log.warn(message));
  const developmentIssuer = config.developmentTokens ? await openDevelopmentIssuer(config, clock) : null;
  const settings = await tenancySettings(config, (err) => log.warn({ err }, "consent"));
  const services = createServices(database, clock, config.memory, config.publicUrl, settings);
  const tries = new DeliveryTries();
  const decisions = await createDecisionLog({ ...services, tries }, config, log);
  const schedule = createDuties({ ...services, tries }, decisions.duty, config, log);
  return {
    ...services,
    decisionLog: decisions.log,
    tries,
    config,
    database,
    developmentIssuer,
    buildServer: async () => {
      const onProblem = (error: unknown) => log.warn({ err: error }, "authentication");
      const issuers = await issuersOf(config, developmentIssuer, clock, onProblem);
      await database.watch();
      return buildServer({
        config,
        log,
        database,
        ...authentication({ issuers, apiKeys: services.apiKeys, clock, onProblem }),
        ...graphql(services),
        personas: options.personas ?? [],
        ...(developmentIssuer ? { issueToken: (email: string) => developmentIssuer.issueToken(email) } : {}),
        operationsDirectory: options.operationsDirectory ?? "",
        metrics: decisions.metrics,
        routes: (scope) => addRoutes(scope, config, services),
      });
    },
    startDuties: () => schedule.start(),
    turnDuties: () => schedule.turn(),
    close: () => closeAll([() => schedule.stop(), () => decisions.close(), () => database.close()]),
  };
}

async function issuersOf(
  { issuers }: Config,
  development: DevelopmentIssuer | null,
  clock: Clock,
  onProblem: (error: unknown) => void,
): Promise<TokenIssuer[]> {
  const configured = await Promise.all(issuers.map((issuer) => configuredIssuer(issuer, clock, onProblem)));
  return development ? [development, ...configured] : configured;
}

function graphql(services: Services): Pick<GraphqlParts, "schema" | "contextFor" | "languageOf"> {
  return {
    schema: createSchema(services),
    contextFor: (caller, request) => newContext({ caller, ...request }),
    languageOf: (email) => services.languages.of(email),
  };
}

function authentication(parts: AuthenticateParts & { readonly apiKeys: Pick<StoredApiKeys, "era"> }) {
  return { authenticate: createAuthenticate(parts), era: () => parts.apiKeys.era };
}

async function closeAll(steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step();
}

function createDuties(
  services: Services & { readonly tries: DeliveryTries },
  retention: Duty,
  config: Config,
  log: Logger,
): Schedule {
  const postOffice = createPostOffice(services.database, config, services.clock, services.tries);
  return createSchedule({
    ...services,
    postOffice,
    more: [
      ...importDuties(services),
      digestDuty(services),
      ...tenancyDuties(services.tenancy),
      noticeDuty(services),
      retention,
    ],
    warn: (err, duty) => log.warn({ err, duty }, "duty failed"),
  });
}

function openDatabase({ database, staleMilliseconds }: Config, warn: (message: string) => void): Promise<Database> {
  return Database.open({ ...database, entities: ENTITIES, staleMilliseconds, warn });
}

async function addRoutes(scope: FastifyInstance, config: Config, services: Services): Promise<void> {
  const { publicUrl } = config;
  const callerOf = ({ caller }: FastifyRequest) => caller ?? ANONYMOUS;
  addAuthzen(scope, { engine: services.authzen, publicUrl, callerOf, eraOf: ({ era }) => era });
  addAuthzenMetadata(scope, publicUrl);
  addConsentRoutes(scope, services.tenancy.consent);
  if (services.tenancy.webhooks) addWebhook(scope, services.tenancy.webhooks);
  await addLetterPages(scope, { config, unsubscribing: new Unsubscribing(services.database, services.clock) });
  addDecisionExport(scope, { authorizer: services.authorizer, reading: new DecisionReading(services.database) });
  addEvidenceExport(scope, { ...services, reading: new EvidenceReading(services.database) });
}
