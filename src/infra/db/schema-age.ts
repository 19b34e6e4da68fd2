import { MigrationExecutor, type DataSource } from "typeorm";
import { OperatorRefusal } from "../../kernel/errors";
import type { Tables } from "./options";

/** Of TypeORM: a migration's name ends with the instant it was written at, in milliseconds. */
const INSTANT_DIGITS = 13;

/**
 * A program that is older than its database would not keep what the newer one counts on; and none can use the tables of
 * a preview version, which were made by migrations that are no more.
 * @param carriedOut names of the migrations that the database has had
 * @param known names of those that this program has. Throws a Refusal CONFIGURATION.
 */
export function refuseOtherVersions(
  carriedOut: readonly string[],
  known: readonly string[],
  what = "The database",
): void {
  const unknown = carriedOut.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const newest = Math.max(...known.map(writtenAt));
  const newer = unknown.filter((name) => writtenAt(name) > newest);
  throw new OperatorRefusal(
    "CONFIGURATION",
    newer.length > 0
      ? `${what} was made by a newer Ledgergate: this one does not know ${newer.join(", ")}.\n` +
          "Run that version, or a later one; or restore a backup from before the upgrade (docs/operations.md)."
      : `${what} was made by a preview version of Ledgergate, whose tables were others. Nothing in it was changed.\n` +
          "Put it aside and start with an empty one, or name another DATA_DIR or DATABASE_URL (docs/operations.md).",
  );
}

/** Runs the migrations that are missing. Throws as `refuseOtherVersions` does. */
export async function migrateForward(writer: DataSource): Promise<void> {
  const carriedOut = await new MigrationExecutor(writer).getExecutedMigrations();
  refuseOtherVersions(namesOf(carriedOut), namesOf(writer.migrations));
  await writer.runMigrations({ transaction: "all" });
}

export function migrationNames({ migrations }: Pick<Tables, "migrations">): string[] {
  return namesOf(migrations.map((Migration) => new Migration()));
}

function namesOf(migrations: readonly { readonly name?: string }[]): string[] {
  return migrations.map(({ name }) => name ?? "");
}

function writtenAt(name: string): number {
  return Number(name.slice(-INSTANT_DIGITS));
}
