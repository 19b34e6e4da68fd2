import { rmSync } from "node:fs";
import { closeMaintenance, dropFilledPostgres } from "./postgres-databases";
import { runFolder } from "./run-folder";

/** Ends the PostgreSQL that global-setup.ts started, and removes what the workers shared, also on a server of yours. */
export = async function globalTeardown(): Promise<void> {
  const own = globalThis.postgresOfThisRun;
  globalThis.postgresOfThisRun = undefined;
  if (own) await own.stop();
  else if (process.env["TEST_DATABASE"] === "postgres") await dropFilledPostgres().finally(closeMaintenance);
  rmSync(runFolder(), { recursive: true, force: true, maxRetries: 5 });
};
