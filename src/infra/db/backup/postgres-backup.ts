import { Client } from "pg";
import { OperatorRefusal } from "../../../kernel/errors";
import type { Tables } from "../options";
import { migrationNames, refuseOtherVersions } from "../schema-age";
import { requireFile, writtenWhole, type Backup } from "./backup-file";
import { runPostgresTool } from "./postgres-tools";

/** Roles and rights are the server's own, and may be others where it is restored. */
const WITHOUT_ROLES = ["--no-owner", "--no-privileges"];

/** Copies the database as it is committed now, while servers go on (pg_dump). Throws Refusal CONFIGURATION. */
export function backupPostgres(url: string, to: string): Promise<Backup> {
  return writtenWhole(to, async (part) => {
    await runPostgresTool("pg_dump", ["--format=custom", ...WITHOUT_ROLES, `--file=${part}`], url);
  });
}

/**
 * Restores a backup into a database that is empty, all or nothing (pg_restore). Throws Refusal CONFIGURATION: no backup of
 * Ledgergate's, one of a newer Ledgergate, a database that is not empty.
 */
export async function restorePostgres(from: string, url: string, tables: Tables): Promise<void> {
  requireFile(from);
  refuseOtherVersions(await migrationsIn(from), migrationNames(tables), from);
  const there = await tablesOf(url);
  if (there > 0)
    throw new OperatorRefusal(
      "CONFIGURATION",
      `The database has ${there} tables: make an empty one (createdb), name it in DATABASE_URL and restore into that.`,
    );
  const whole = ["--single-transaction", "--exit-on-error"];
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  await runPostgresTool("pg_restore", [...whole, ...WITHOUT_ROLES, `--dbname=${database}`, from], url);
}

async function migrationsIn(file: string): Promise<string[]> {
  const script = await runPostgresTool("pg_restore", ["--data-only", "--table=migration", "--file=-", file], null);
  const [, rows = ""] = /^COPY [^\n]*\bmigration \([^\n]*\) FROM stdin;\n([\s\S]*?)^\\\.$/m.exec(script) ?? [];
  const names = rows.split("\n").flatMap((row) => row.split("\t")[2] ?? []);
  if (names.length > 0) return names;
  throw new OperatorRefusal("CONFIGURATION", `${file} is no backup of a database of Ledgergate's.`);
}

async function tablesOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url, application_name: "ledgergate restore" });
  await client.connect();
  try {
    const text = "SELECT count(*)::int AS tables FROM pg_catalog.pg_tables WHERE schemaname = current_schema()";
    const { rows } = await client.query<{ tables: number }>(text);
    return rows[0]?.tables ?? 0;
  } finally {
    await client.end();
  }
}
