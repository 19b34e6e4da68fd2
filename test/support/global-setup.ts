import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PostgresServer, startPostgres } from "./postgres-server";

declare global {
  var postgresOfThisRun: PostgresServer | undefined;
}

/**
 * TEST_DATABASE=postgres runs the suite on PostgreSQL: the one at DATABASE_URL when that is set, else an embedded one
 * that lives as long as the run. The workers find it at TEST_POSTGRES_URL.
 */
export = async function globalSetup(): Promise<void> {
  process.env["TEST_RUN_FOLDER"] = mkdtempSync(path.join(tmpdir(), "ledgergate-run-"));
  const kind = process.env["TEST_DATABASE"] ?? "sqlite";
  if (kind === "sqlite") return;
  if (kind !== "postgres") throw new Error(`TEST_DATABASE is "${kind}"; it expects "sqlite" or "postgres".`);
  if (process.env["DATABASE_URL"]) {
    process.env["TEST_POSTGRES_URL"] = process.env["DATABASE_URL"];
    return;
  }
  globalThis.postgresOfThisRun = await startPostgres();
  process.env["TEST_POSTGRES_URL"] = globalThis.postgresOfThisRun.url;
};
