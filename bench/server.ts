import "reflect-metadata";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { TABLES } from "../src/app";
import { createApp } from "../src/application";
import { loadConfig, type Config } from "../src/config/config";
import { Database } from "../src/infra/db/database";
import { COMPANIES, MEMBERS_PER_COMPANY, populate } from "./population";
import { store } from "./stored";

/*
 * The server of `npm start` over SQLite with a stored population, with routes behind the same authentication that parse and
 * answer a decision that is always the same. Run as a child with the number of companies, what is kept of decisions
 * ("complete": as it ships; "off": DECISION_LOG=off; "metrics": that, with metrics) and the members of a company; says its
 * address and an API key, and what processor time it has used whenever it is asked.
 */

const METRICS_TOKEN = "bench-metrics-token-0001";
const ANSWERS = { single: {}, batch: {} } as Record<"single" | "batch", object>;

async function run(companies: number, decisionLog: string, membersEach: number): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), "ledgergate-bench-"));
  const env = { DATA_DIR: directory, LOG_LEVEL: "warn", RATE_LIMIT_PER_MINUTE: "0", POLICY_CACHE_POLICIES: "20000" };
  const observed = decisionLog === "metrics" ? { DECISION_LOG: "off", METRICS_TOKEN } : { DECISION_LOG: decisionLog };
  const config = loadConfig({ ...env, GRAPHQL_MAX_COST: "1000000", ...observed });
  const key = await prepare(config, companies, membersEach);
  const app = await createApp(config);
  const http = await app.buildServer((scope) => {
    // Told once what to answer, so that the same JSON goes out.
    scope.put<{ Body: typeof ANSWERS }>("/bench/answers", async ({ body }) => Object.assign(ANSWERS, body));
    scope.post("/bench/single", async () => ({ ...ANSWERS.single }));
    scope.post("/bench/batch", async () => ({ ...ANSWERS.batch }));
  });
  const url = await http.listen({ host: "127.0.0.1", port: 0 });
  app.startDuties();
  process.send?.({ url, key, directory });
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.once("disconnect", () => process.exit(0));
}

async function prepare({ database }: Config, companies: number, membersEach: number): Promise<string> {
  if (database.kind !== "sqlite") throw new Error("The bench is about SQLite.");
  const empty = await Database.open({ ...database, ...TABLES });
  await empty.migrate().finally(() => empty.close());
  return store(database.file, populate(companies, membersEach));
}

const [companies, decisionLog, membersEach] = process.argv.slice(2);
void run(Number(companies ?? COMPANIES), decisionLog ?? "off", Number(membersEach ?? MEMBERS_PER_COMPANY));
