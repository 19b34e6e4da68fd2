import { rmSync } from "node:fs";
import { runFolder } from "./run-folder";

/** Ends the PostgreSQL that global-setup.ts started, and removes what the workers shared. */
export = async function globalTeardown(): Promise<void> {
  await globalThis.postgresOfThisRun?.stop();
  globalThis.postgresOfThisRun = undefined;
  rmSync(runFolder(), { recursive: true, force: true, maxRetries: 5 });
};
