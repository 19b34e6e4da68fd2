import "reflect-metadata";
import type { FastifyRequest } from "fastify";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSchema } from "../src/app-schema";
import { createDecisionLog } from "../src/app-decision-log";
import { createServices } from "../src/app-services";
import { DeliveryTries } from "../src/app-tries";
import { addAuthzen } from "../src/authorization/authzen/transport/routes";
import { loadConfig, type Config } from "../src/config/config";
import { Database } from "../src/infra/db/database";
import { ENTITIES } from "../src/entities";
import { ANONYMOUS } from "../src/infra/graphql/caller";
import { newContext } from "../src/infra/graphql/context";
import { systemClock } from "../src/kernel/clock";
import { createAuthenticate } from "../src/server/authentication/authenticate";
import { buildServer } from "../src/server/http";
import { createLogger } from "../src/server/log";
import { COMPANIES, MEMBERS_PER_COMPANY, populate } from "./population";
import { store } from "./stored";

/*
 * The server as it is in production (its log at "warn"), over SQLite with a stored population, with one more route behind
 * the same authentication that parses and answers a decision that is always the same. Run as a child with the number of
 * companies, the mode of the decision log ("off": nobody hears of decisions; "metrics": only they and the uses of grants) and
 * the members of a company; says its address and an API key, and what processor time it has used whenever it is asked.
 */

const METRICS_TOKEN = "bench-metrics-token-0001";
const ANSWERS = { single: {}, batch: {} } as Record<"single" | "batch", object>;

async function run(companies: number, decisionLog: string, membersEach: number): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), "ledgergate-bench-"));
  const env = { DATA_DIR: directory, LOG_LEVEL: "warn", RATE_LIMIT_PER_MINUTE: "0", POLICY_CACHE_POLICIES: "20000" };
  const told = decisionLog === "metrics" ? { DECISION_LOG: "off", METRICS_TOKEN } : { DECISION_LOG: decisionLog };
  const config = loadConfig({ ...env, GRAPHQL_MAX_COST: "1000000", ...told });
  const key = await prepare(config, companies, membersEach);
  const database = await Database.open({ ...config.database, entities: ENTITIES });
  const services = createServices(database, systemClock, config.memory);
  const log = createLogger(config.log);
  const warn = (err: unknown) => log.warn({ err });
  if (decisionLog !== "off") await createDecisionLog({ ...services, tries: new DeliveryTries() }, config, log);
  const { publicUrl } = config;
  const callerOf = ({ caller }: FastifyRequest) => caller ?? ANONYMOUS;
  const http = await buildServer({
    ...{ config, log, database, schema: createSchema(services), personas: [], operationsDirectory: "" },
    authenticate: createAuthenticate({ issuers: [], apiKeys: services.apiKeys, clock: systemClock, onProblem: warn }),
    era: () => services.apiKeys.era,
    contextFor: (caller, request) => newContext({ caller, ...request }),
    routes: (scope) => {
      addAuthzen(scope, { engine: services.authzen, publicUrl, callerOf, eraOf: ({ era }) => era });
      // Told once what to answer, so that the same JSON goes out.
      scope.put<{ Body: typeof ANSWERS }>("/bench/answers", async ({ body }) => Object.assign(ANSWERS, body));
      scope.post("/bench/single", async () => ({ ...ANSWERS.single }));
      scope.post("/bench/batch", async () => ({ ...ANSWERS.batch }));
    },
  });
  const url = await http.listen({ host: "127.0.0.1", port: 0 });
  process.send?.({ url, key, directory });
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.once("disconnect", () => process.exit(0));
}

async function prepare({ database }: Config, companies: number, membersEach: number): Promise<string> {
  if (database.kind !== "sqlite") throw new Error("The bench is about SQLite.");
  const empty = await Database.open({ ...database, entities: ENTITIES });
  await empty.migrate().finally(() => empty.close());
  return store(database.file, populate(companies, membersEach));
}

const [companies, decisionLog, membersEach] = process.argv.slice(2);
void run(Number(companies ?? COMPANIES), decisionLog ?? "off", Number(membersEach ?? MEMBERS_PER_COMPANY));
