import { MigrationExecutor, type DataSource } from "typeorm";
import { OperatorRefusal } from "../../kernel/errors";
import { MIGRATIONS } from "./migrations/migrations";

/**
 * A program that is older than its database would not keep what the newer one counts on.
 * @param carriedOut names of the migrations that the database has had. Throws a Refusal CONFIGURATION.
 */
export function refuseNewer(carriedOut: readonly string[], what = "The database"): void {
  const known = new Set(MIGRATIONS.map((Migration): string => new Migration().name));
  const unknown = carriedOut.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new OperatorRefusal(
    "CONFIGURATION",
    `${what} was made by a newer Ledgergate: this one does not know ${unknown.join(", ")}.\n` +
      "Run the version that made it, or a later one; or restore a backup from before the upgrade (docs/operations.md).",
  );
}

/** Runs the migrations that are missing. Throws as `refuseNewer` does. */
export async function migrateForward(writer: DataSource): Promise<void> {
  const carriedOut = await new MigrationExecutor(writer).getExecutedMigrations();
  refuseNewer(carriedOut.map(({ name }) => name));
  await writer.runMigrations({ transaction: "all" });
}
