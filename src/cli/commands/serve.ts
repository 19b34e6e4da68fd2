import { existsSync } from "node:fs";
import path from "node:path";
import { createApp, type App } from "../../application";
import { DeliveryLoop, type DeliveryTimings, type RunningDelivery } from "../../records/delivery/delivery-loop";
import { loadConfig, type Config } from "../../config/config";
import type { Clock } from "../../kernel/clock";
import { becomeOnlyServer } from "../../infra/db/single-server";
import { isOpenToOthers } from "../../kernel/private-files";
import { PlatformLoop, type RunningPlatform } from "../../platform/platform-loop";
import type { Persona } from "../../server/graphiql/graphiql-page";
import { stopOnSignals } from "../../server/stop";

/** The named operations that become GraphiQL's tabs; beside src and dist alike. */
const OPERATIONS = path.join(__dirname, "../../../schema/operations");

/** What a rehearsal of the whole server does otherwise; nothing of the environment leads here. */
export interface Rehearsal {
  readonly clock?: Clock;
  readonly timings?: Partial<DeliveryTimings>;
}

/** `npm start`: opens and migrates the database, seeds the demo on the first run, listens, and says where to go. */
export async function serve(env: NodeJS.ProcessEnv, { clock, timings }: Rehearsal = {}): Promise<void> {
  const config = loadConfig(env);
  const leave = config.database.kind === "sqlite" ? becomeOnlyServer(config.database.file) : () => undefined;
  const development = config.production ? null : await import("../../dev/development.js");
  const personas = development?.DEMO_PEOPLE ?? [];
  const options = { operationsDirectory: OPERATIONS, personas };
  const app = await createApp(config, { ...options, ...(clock ? { clock } : {}) });
  await app.migrate();
  if (app.developmentIssuer)
    await development?.seedDemoOnce(app, () => process.stdout.write("Setting up the demo companies ...\n"));
  const server = await app.buildServer();
  for (const warning of config.warnings) server.log.warn(warning);
  if (existsSync(config.dataDir) && isOpenToOthers(config.dataDir))
    server.log.warn(`DATA_DIR can be looked into by others than its owner; chmod 700 ${config.dataDir}`);
  await server.listen({ host: config.host, port: config.port });
  app.startDuties();
  const warn = (error: unknown) => server.log.warn({ err: error }, "delivery");
  const delivery = await (development?.startSandboxDelivery ?? startDelivery)(app, warn, timings);
  const platform = await (development?.startSandboxPlatform ?? startPlatform)(app, warn, timings);
  const closeRest = async () => {
    await platform.stop();
    await delivery.stop();
    await app.close();
    leave();
  };
  stopOnSignals({ app: server, closeRest, seconds: config.shutdownSeconds });
  await greet(config, app, { ledger: delivery.ledger, platform: platform.address, personas });
}

/** Delivers to the ledgers that somebody consented to, and to nothing else. */
async function startDelivery(
  app: App,
  warn: (error: unknown) => void,
  timings: Partial<DeliveryTimings> = {},
): Promise<RunningDelivery> {
  const { publicUrl } = app.config;
  const loop = new DeliveryLoop({ ...app, publicUrl, standIn: null, warn, timings });
  loop.start();
  return { ledger: null, stop: () => loop.stop() };
}

/** Works together with the construction platform where it really is. */
async function startPlatform(
  app: App,
  warn: (error: unknown) => void,
  { idleMs }: Partial<DeliveryTimings> = {},
): Promise<RunningPlatform> {
  const loop = new PlatformLoop({ ...app, warn, idleMs });
  loop.start();
  return { address: null, stop: () => loop.stop() };
}

interface Greeting {
  readonly platform: string | null;
  readonly ledger: string | null;
  readonly personas: readonly Persona[];
}

async function greet(config: Config, app: App, { ledger, platform, personas }: Greeting): Promise<void> {
  const lines = ["", `Ledgergate is ready at ${config.publicUrl}`, ""];
  lines.push(`  Console   ${config.publicUrl}/`, `  GraphQL   ${config.publicUrl}/graphql`);
  if (config.graphiql) lines.push(`  GraphiQL  ${config.publicUrl}/graphiql`);
  lines.push(`  Health    ${config.publicUrl}/healthz and ${config.publicUrl}/readyz`);
  if (platform !== null) lines.push(`  Platform  ${platform} (a sandbox that stands in for the construction platform)`);
  if (ledger !== null) lines.push(`  Ledger    ${ledger} (a sandbox that stands in for Xero)`);
  lines.push(`  Data      ${config.database.kind === "sqlite" ? config.database.file : "PostgreSQL"}`, "");
  if (app.developmentIssuer) {
    lines.push("Demo people, each with a token for the Authorization header (Bearer ...), good for 12 hours:", "");
    for (const { email, title } of personas) {
      lines.push(`  ${email}: ${title}`, `    ${await app.developmentIssuer.issueToken(email)}`);
    }
    lines.push("");
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
