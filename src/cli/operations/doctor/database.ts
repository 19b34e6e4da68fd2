import { existsSync } from "node:fs";
import type { Config } from "../../../config/config";
import { Database } from "../../../infra/db/database";
import type { Tables } from "../../../infra/db/options";
import { migrationNames, refuseOtherVersions } from "../../../infra/db/schema-age";
import { fail, ok, said, warn, type Finding } from "./finding";

const MAX_SKEW_MS = 60_000;

/** Looks at the database without changing it, and hands it on open where it can be used. */
export async function lookAtDatabase(
  { database: options }: Pick<Config, "database">,
  tables: Tables,
  now: Date,
): Promise<{ readonly findings: Finding[]; readonly database: Database | null }> {
  if (options.kind === "sqlite" && !existsSync(options.file))
    return { findings: [ok("database", `${options.file} is made at the first start`)], database: null };
  let database: Database;
  try {
    database = await Database.open({ ...options, ...tables, warn: () => undefined });
  } catch (error) {
    const advice = "Is it running, and are DATABASE_URL (or DATA_DIR) and its password right? Try the same with psql.";
    return { findings: [fail("database", said(error), advice)], database: null };
  }
  const found = [ok("database", options.kind === "sqlite" ? options.file : "PostgreSQL answers")];
  const usable = await lookAtSchema(database, tables, found);
  if (usable) await lookAtClock(database, now, found);
  if (usable && database.kind === "postgres") await lookAtServer(database, options, found);
  if (usable) return { findings: found, database };
  await database.close();
  return { findings: found, database: null };
}

async function lookAtSchema(database: Database, tables: Tables, found: Finding[]): Promise<boolean> {
  const names = await database
    .read()
    .query<{ name: string }[]>(`SELECT "name" FROM "migration"`)
    .then((rows) => rows.map(({ name }) => name))
    .catch((): string[] => []);
  const known = migrationNames(tables);
  try {
    refuseOtherVersions(names, known);
  } catch (error) {
    const [trouble = "", advice = ""] = said(error).split("\n");
    found.push(fail("database", trouble, advice));
    return false;
  }
  const missing = known.length - names.length;
  if (missing === 0) found.push(ok("database", "its tables are up to date"));
  else
    found.push(warn("database", `${missing} migrations are to be run`, "Make a backup, then start, or run: migrate"));
  return missing === 0;
}

/** A clock that ran ahead leaves entries from the future; PostgreSQL has a clock of its own. */
async function lookAtClock(database: Database, now: Date, found: Finding[]): Promise<void> {
  const manager = database.read();
  const [entry] = await manager.query<{ at: string | null }[]>(`SELECT max("at") AS "at" FROM "audit_entry"`);
  const ahead = entry?.at == null ? 0 : Date.parse(entry.at) - now.getTime();
  if (ahead > MAX_SKEW_MS)
    found.push(
      fail(
        "clock",
        `the newest entry of the audit trails is ${seconds(ahead)} ahead of this machine's clock`,
        "Set the clock by NTP. Where it was ahead before, what recurs waits until it has caught up.",
      ),
    );
  if (database.kind === "sqlite") return;
  const [row] = await manager.query<{ now: number }[]>(
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now",
  );
  const skew = Math.abs(Number(row?.now) - now.getTime());
  if (skew > MAX_SKEW_MS)
    found.push(fail("clock", `PostgreSQL's clock is ${seconds(skew)} away from this one`, "Set both by NTP."));
  else found.push(ok("clock", "agrees with PostgreSQL's"));
}

async function lookAtServer(database: Database, options: Config["database"], found: Finding[]): Promise<void> {
  const [row] = await database
    .read()
    .query<{ standby: boolean; most: number; version: string }[]>(
      `SELECT pg_is_in_recovery() AS standby, current_setting('max_connections')::int AS most, current_setting('server_version') AS version`,
    );
  if (!row) return;
  found.push(ok("database", `PostgreSQL ${row.version}`));
  if (row.standby)
    found.push(
      fail("database", "it is a standby, which nothing can be written to", "Name the primary in DATABASE_URL."),
    );
  const pool = options.kind === "postgres" ? options.poolSize : 0;
  if (pool + 2 > row.most)
    found.push(
      warn(
        "database",
        `DATABASE_POOL_SIZE is ${pool}, and the server takes ${row.most} connections in all`,
        "Lower it so that all processes together, with two more each, stay below.",
      ),
    );
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
