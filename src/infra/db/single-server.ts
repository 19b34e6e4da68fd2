import { OperatorRefusal } from "../../kernel/errors";
import { makePrivateFile } from "../../kernel/private-files";
import { SqliteConnection } from "./sqlite/sqlite-connection";

/** How long a server that is stopping may still have the file. */
const STOPPING_MS = 5_000;

/**
 * Makes this process the one server of an SQLite file; answers what lets others have it. The lock is the operating system's
 * on a file beside it, so it goes with the process, however that ends. Throws Refusal CONFIGURATION where another one has it:
 * two would give every duty and every letter to two, and each would answer from rights that it does not know are over.
 */
export function becomeOnlyServer(file: string, waitMs = STOPPING_MS): () => void {
  makePrivateFile(`${file}.lock`);
  const lock = new SqliteConnection(`${file}.lock`, { timeout: waitMs });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!/^SQLITE_BUSY/.test(String((error as { code?: unknown }).code))) throw error;
    throw new OperatorRefusal(
      "CONFIGURATION",
      `Another server works on ${file}. Stop it first, or set DATABASE_URL to a PostgreSQL, which takes several.`,
    );
  }
  return () => lock.close();
}
