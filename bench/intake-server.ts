import "reflect-metadata";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createApp, type App } from "../src/application";
import { loadConfig } from "../src/config/config";
import { seedDemo } from "../src/dev/demo/demo-seed";
import { SANDBOX_CREDENTIALS } from "../src/dev/platform/platform-parts";
import { objectOf, textOf } from "../src/dev/platform/platform-store";
import { SandboxPlatform } from "../src/dev/platform/sandbox-platform";
import { stockPlatform } from "../src/dev/platform/tool/world";
import { DEMO_PLATFORM_COMPANY } from "../src/dev/platform/tool/world-parts";
import { systemActor } from "../src/kernel/actor";

/*
 * The server over a database of its own with the demo's company connected to a sandbox platform, and nobody who carries out
 * what is announced: what is left is the intake of events. Run as a child with the address of a PostgreSQL, or nothing for
 * SQLite. Told a number, it puts so many events and closed requests into the database.
 */

async function run(databaseUrl: string): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), "ledgergate-intake-"));
  const env = { DATA_DIR: directory, LOG_LEVEL: "warn", RATE_LIMIT_PER_MINUTE: "0" };
  const app = await createApp(loadConfig(databaseUrl === "" ? env : { ...env, DATABASE_URL: databaseUrl }));
  await app.migrate();
  await seedDemo(app);
  const authorization = await connect(app);
  const http = await app.buildServer();
  const url = await http.listen({ host: "127.0.0.1", port: 0 });
  process.on("message", (rows: number) => {
    void grow(app, rows).then(() => process.send?.("grown"));
  });
  process.once("disconnect", () => process.exit(0));
  process.send?.({ url, directory, authorization, company: DEMO_PLATFORM_COMPANY });
}

/** Answers the secret that the platform sends with its events. */
async function connect(app: App): Promise<string> {
  const platform = await SandboxPlatform.start({ file: ":memory:", port: 0 });
  stockPlatform(platform.store);
  app.platform.hosts.standIn(platform.address);
  const given = { platformCompanyId: String(DEMO_PLATFORM_COMPANY), ...SANDBOX_CREDENTIALS };
  await app.platform.connecting.connect(systemActor("bench"), "demo", { ...given, deciding: "here" });
  const [hook] = platform.store.list("hook", DEMO_PLATFORM_COMPANY);
  return textOf(objectOf(hook?.body["destination_headers"])["Authorization"]);
}

async function grow({ database }: App, rows: number): Promise<void> {
  const at = "'2026-01-01T00:00:00.000Z'";
  const [numbers, id] =
    database.kind === "postgres"
      ? [`SELECT g AS n FROM generate_series(1, ${rows}) g`, `'00000000-0000-7000-8000-' || lpad(n::text, 12, '0')`]
      : [
          `WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < ${rows}) SELECT n FROM g`,
          `printf('00000000-0000-7000-8000-%012d', n)`,
        ];
  const text = database.kind === "postgres" ? "n::text" : "CAST(n AS TEXT)";
  const own = `${id}, c."companyId", c.id`;
  const from = `FROM (${numbers}) numbers CROSS JOIN platform_connection c`;
  await database.write(async (manager) => {
    await manager.query(
      `INSERT INTO platform_event (id, "companyId", "connectionId", "eventKey", resource, reason, "resourceId", "happenedAt", "createdAt")
       SELECT ${own}, 'old ' || ${text}, 'ERP Requests', 'create', 'old ' || ${text}, ${at}, ${at} ${from}`,
    );
    await manager.query(
      `INSERT INTO platform_request (id, "companyId", "connectionId", "requestId", ordinal, state, failures, "nextAt", "createdAt")
       SELECT ${own}, 'old ' || ${text}, n, 'closed', 0, ${at}, ${at} ${from}`,
    );
  });
}

void run(process.argv[2] ?? "");
