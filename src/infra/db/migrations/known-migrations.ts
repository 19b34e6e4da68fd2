import type { DataSource } from "typeorm";
import { Refusal } from "../../../kernel/errors";

/**
 * Throws Refusal CONFIGURATION where the database was made or changed by a newer program: this one knows nothing of what
 * that one keeps, and would write over its rules.
 */
export async function requireKnown(writer: DataSource): Promise<void> {
  const runner = writer.createQueryRunner();
  try {
    if (!(await runner.hasTable("migration"))) return;
    const done = (await runner.query(`SELECT "name" FROM "migration" ORDER BY "id"`)) as { name: string }[];
    const known = new Set(writer.migrations.map(({ name }) => name));
    const unknown = done.map(({ name }) => name).filter((name) => !known.has(name));
    if (unknown.length === 0) return;
    const which = `${unknown.length > 1 ? `${unknown.length} migrations, the last` : "the migration"} ${unknown.at(-1)}`;
    throw new Refusal(
      "CONFIGURATION",
      `The database is of a newer Ledgergate: this one does not know ${which}. Start that version, or restore a backup of this one's.`,
    );
  } finally {
    await runner.release();
  }
}
