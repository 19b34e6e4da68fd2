import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { createSchema, createServices, TABLES, PRODUCT, type Services } from "./app";
import type { Config } from "./config/config";
import { tenancySettings } from "./erp/oauth/tenancy";
import { Database } from "./infra/db/database";
import { endInstantsAhead } from "./infra/jobs/instants-ahead";
import { Schedule } from "./infra/jobs/schedule";
import { createLogger } from "./infra/telemetry/log";
import { openMetrics } from "./infra/telemetry/metrics";
import { systemClock, type Clock } from "./kernel/clock";
import { newId } from "./kernel/ids";
import { openDevelopmentIssuer, type DevelopmentIssuer } from "./server/authentication/development-issuer";
import type { Persona } from "./server/graphiql/graphiql-page";
import { serverOf } from "./server/server";

export interface AppOptions {
  readonly clock?: Clock;
  /** Directory of the named operations that become GraphiQL's tabs; none: an empty editor. */
  readonly operationsDirectory?: string;
  /** Demo people that the GraphiQL page offers in development. */
  readonly personas?: readonly Persona[];
}

/** Everything of Ledgergate over one database: its services, and the server that puts them on the network. */
export interface App extends Services {
  /** Null in production, and where development tokens are off. */
  readonly developmentIssuer: DevelopmentIssuer | null;
  /** The server, ready but not listening; with further routes behind the same authentication, where they are given. */
  buildServer(more?: (scope: FastifyInstance) => void): Promise<FastifyInstance>;
  /** Runs the migrations that are missing, and fills in what they left to the application. Before all else. */
  migrate(): Promise<void>;
  /** From now on the server does by itself what recurs: mail, ends of help. */
  startDuties(): void;
  /** Does once what recurs and is due now; for who sets the clock themselves. */
  turnDuties(): Promise<void>;
  /** Writes what waits to be written, and closes the database. After the server, where there is one. */
  close(): Promise<void>;
}

/** Makes every object of every module. Opens the database, without migrating it. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const clock = options.clock ?? systemClock;
  const log = createLogger(config.log);
  const database = await openDatabase(config, log);
  const developmentIssuer = config.developmentTokens ? await openDevelopmentIssuer(config, clock) : null;
  const settings = await tenancySettings(config, (err) => log.warn({ err }, "consent"));
  const services = createServices(database, clock, { config, log, tenancySettings: settings });
  const metrics = config.metricsToken === null ? null : await openMetrics();
  PRODUCT.open(services);
  if (metrics) PRODUCT.metrics(metrics.meter, services);
  const schedule = scheduleOf(services);
  return {
    ...services,
    developmentIssuer,
    buildServer: (more) =>
      serverOf({
        ...services,
        ...{ developmentIssuer, metrics, schema: createSchema(services) },
        ...{ personas: options.personas ?? [], operationsDirectory: options.operationsDirectory ?? "" },
        openRoutes: (app) => PRODUCT.openRoutes(app, services),
        routes: async (scope) => {
          await PRODUCT.routes(scope, services);
          more?.(scope);
        },
      }),
    migrate: async () => {
      await database.migrate();
      await PRODUCT.migrated(services);
    },
    startDuties: () => schedule.start(),
    turnDuties: () => schedule.turn(),
    close: async () => {
      await schedule.stop();
      await PRODUCT.close(services);
      await metrics?.close();
      await database.close();
    },
  };
}

function openDatabase({ database, staleMilliseconds }: Config, log: Logger): Promise<Database> {
  return Database.open({ ...database, ...TABLES, staleMilliseconds, warn: (message) => log.warn(message) });
}

function scheduleOf(services: Services): Schedule {
  const { database, clock, log } = services;
  const warn = (err: unknown, duty: string) => log.warn({ err, duty }, "duty failed");
  const ahead = {
    name: "instants ahead",
    everyMs: 60_000,
    work: () => endInstantsAhead(database, clock, PRODUCT.waits),
  };
  return new Schedule({ database, clock, duties: [ahead, ...PRODUCT.jobs(services)], name: newId(), warn });
}
