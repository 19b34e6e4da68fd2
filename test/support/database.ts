import { createHash, randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { Database } from "../../src/db/database";
import type { DatabaseOptions } from "../../src/db/options";
import { ENTITIES } from "../../src/entities";
import { runFolder } from "./run-folder";

/** Which database this run tests: SQLite, or PostgreSQL with TEST_DATABASE=postgres. */
export const TEST_KIND: "sqlite" | "postgres" = process.env["TEST_DATABASE"] === "postgres" ? "postgres" : "sqlite";

const cleanups: (() => Promise<void> | void)[] = [];

// Registered when a test file imports this module: hooks cannot be added from inside a test.
afterAll(async () => {
  for (const clean of cleanups.reverse().splice(0)) await clean();
});

/** A fresh, migrated database of this run's kind; closed and removed after the test file. */
export async function openTestDatabase(options: { poolSize?: number } = {}): Promise<Database> {
  return track(await Database.open(await migratedOptions(options.poolSize)));
}

/** Options of a fresh, migrated database, for a test that opens it itself; removed after the test file. */
export async function migratedOptions(poolSize = 10): Promise<DatabaseOptions> {
  if (TEST_KIND === "postgres") return postgresOptions(await createPostgresDatabase(await template()), poolSize);
  const file = path.join(testFolder(), "ledgergate.sqlite");
  copyFileSync(await migratedFile(), file);
  return { kind: "sqlite", file, durable: false, entities: ENTITIES };
}

/** Options of a fresh database with nothing in it; removed after the test file. */
export async function emptyOptions(): Promise<DatabaseOptions> {
  if (TEST_KIND === "postgres") return postgresOptions(await createPostgresDatabase("template0"), 10);
  return { kind: "sqlite", file: path.join(testFolder(), "ledgergate.sqlite"), durable: false, entities: ENTITIES };
}

/** A folder of its own, removed after the test file. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ledgergate-test-"));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Closes the database after the test file, before its data is removed. */
export function track(database: Database): Database {
  cleanups.push(() => database.close());
  return database;
}

function postgresUrl(name?: string): string {
  const url = process.env["TEST_POSTGRES_URL"];
  if (!url) throw new Error("TEST_DATABASE=postgres needs TEST_POSTGRES_URL, which test/support/global-setup.ts sets.");
  const address = new URL(url);
  if (name) address.pathname = `/${name}`;
  return address.href;
}

function postgresOptions(name: string, poolSize: number): DatabaseOptions {
  // Dropping a database ends sessions that are about to end anyway, which the pool reports.
  return { kind: "postgres", url: postgresUrl(name), poolSize, entities: ENTITIES, warn: () => undefined };
}

async function migrateOnce(options: DatabaseOptions): Promise<void> {
  const database = await Database.open(options);
  await database.migrate().finally(() => database.close());
}

/** The file that new ones are copied from, migrated once for all workers; of two that begin at once the last one stays. */
async function migratedFile(): Promise<string> {
  const file = path.join(runFolder(), "migrated.sqlite");
  if (existsSync(file)) return file;
  const fresh = path.join(mkdtempSync(path.join(runFolder(), "making-")), "migrated.sqlite");
  await migrateOnce({ kind: "sqlite", file: fresh, durable: false, entities: ENTITIES });
  renameSync(fresh, file);
  return file;
}

async function maintain<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: postgresUrl() });
  await client.connect();
  return work(client).finally(() => client.end());
}

async function createPostgresDatabase(from: string): Promise<string> {
  const name = `ledgergate_test_${randomUUID().replaceAll("-", "")}`;
  await maintain((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`));
  cleanups.push(() => maintain(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))));
  return name;
}

const TEMPLATE_PREFIX = "ledgergate_template_";
const TEMPLATE_LOCK = 7_340_034;

/**
 * The database that new ones are copied from, migrated once for all workers. It stays on the server, one for each
 * state of the migrations: on a server of the run's own that is nothing, on yours the older ones are dropped.
 */
async function template(): Promise<string> {
  const name = TEMPLATE_PREFIX + digestOfMigrations();
  return maintain(async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE '${TEMPLATE_PREFIX}%'`,
    );
    const found = rows.map(({ datname }) => datname);
    if (found.includes(name)) return name;
    for (const old of found) await client.query(`DROP DATABASE IF EXISTS ${old} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE_PREFIX}new TEMPLATE template0`);
    await migrateOnce(postgresOptions(`${TEMPLATE_PREFIX}new`, 3));
    await endSessions(client, `${TEMPLATE_PREFIX}new`);
    await client.query(`ALTER DATABASE ${TEMPLATE_PREFIX}new RENAME TO ${name}`);
    return name;
  });
}

/** The pool's sessions take a moment to end after it is closed, and a database in use is neither renamed nor copied. */
async function endSessions(client: Client, name: string): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query("SELECT 1 FROM pg_stat_activity WHERE datname = $1", [name]);
    if (!rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function digestOfMigrations(): string {
  const folder = path.resolve(__dirname, "../../src/db");
  const migrations = readdirSync(path.join(folder, "migrations")).map((file) => path.join("migrations", file));
  const digest = createHash("sha256");
  for (const file of [...migrations.sort(), "columns.ts", "migration-columns.ts", "naming.ts"])
    digest.update(readFileSync(path.join(folder, file)));
  return digest.digest("hex").slice(0, 16);
}
