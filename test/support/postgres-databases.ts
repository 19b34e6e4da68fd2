import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { runFolder } from "./run-folder";

/*
 * Making and dropping databases on the PostgreSQL of this run, over one connection for each test file.
 */

/** A copy of files is quick where nothing waits for the disk; on your own server the log is. Its sessions end first. */
const HOW_TO_COPY = process.env["DATABASE_URL"] ? "" : "STRATEGY FILE_COPY";
/** Who holds it makes a template. */
const TEMPLATE_LOCK = 7_340_034;
const MIGRATED = "ledgergate_template_";
const FILLED = "ledgergate_filled_";

let connected: Promise<Client> | null = null;
/** Session locks let the same session in twice, so a test file asks for a template once. */
const templates = new Map<string, Promise<string>>();

/** Address of that database; of the maintenance database without a name. */
export function postgresUrl(name?: string): string {
  const url = process.env["TEST_POSTGRES_URL"];
  if (!url) throw new Error("TEST_DATABASE=postgres needs TEST_POSTGRES_URL, which test/support/global-setup.ts sets.");
  const address = new URL(url);
  if (name) address.pathname = `/${name}`;
  return address.href;
}

/** After the last use in a test file. */
export async function closeMaintenance(): Promise<void> {
  const client = await connected;
  connected = null;
  await client?.end();
}

/** Copies a database; answers the name of the new one. */
export async function createPostgresDatabase(from: string): Promise<string> {
  const name = `ledgergate_test_${randomUUID().replaceAll("-", "")}`;
  await (await maintenance()).query(`CREATE DATABASE ${name} TEMPLATE ${from} ${HOW_TO_COPY}`);
  return name;
}

/** Drops it, and ends the sessions in it. */
export async function dropPostgresDatabase(name: string): Promise<void> {
  await (await maintenance()).query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/**
 * The database that new ones are copied from, migrated once for all workers. It stays on the server, one for each
 * state of the migrations: on a server of the run's own that is nothing, on yours the older ones are dropped.
 */
export function migratedPostgres(migrate: (name: string) => Promise<void>): Promise<string> {
  return template(MIGRATED + digestOfMigrations(), "template0", async (name) => {
    for (const old of await named(`${MIGRATED}%`)) if (old !== name) await dropPostgresDatabase(old);
    await migrate(name);
  });
}

/** A copy of `base` that was filled once for all workers of this run, which drops it at its end. */
export function filledPostgres(what: string, base: string, fill: (name: string) => Promise<void>): Promise<string> {
  return template(`${FILLED}${thisRun()}_${what.replaceAll("-", "_")}`, base, fill);
}

/** What the run filled; its workers have ended. */
export async function dropFilledPostgres(): Promise<void> {
  for (const name of await named(`${FILLED}${thisRun()}%`)) await dropPostgresDatabase(name);
}

function template(name: string, base: string, fill: (name: string) => Promise<void>): Promise<string> {
  const known = templates.get(name) ?? makeTemplate(name, base, fill);
  templates.set(name, known);
  return known;
}

async function makeTemplate(name: string, base: string, fill: (name: string) => Promise<void>): Promise<string> {
  const client = await maintenance();
  await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    if ((await named(name)).length > 0) return name;
    // Under another name until it is whole: a run that was cut short leaves no half of one.
    const unfinished = `${name}_new`;
    await dropPostgresDatabase(unfinished);
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE ${base}`);
    await fill(unfinished);
    await sessionsEnded(client, unfinished);
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    return name;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
}

/** The pool's sessions take a moment to end after it is closed, and a database in use is neither renamed nor copied. */
async function sessionsEnded(client: Client, name: string): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query("SELECT 1 FROM pg_stat_activity WHERE datname = $1", [name]);
    if (!rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function named(pattern: string): Promise<string[]> {
  const like = pattern.replaceAll("_", "\\_");
  const found = await (
    await maintenance()
  ).query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE $1", [like]);
  return found.rows.map(({ datname }) => datname);
}

function maintenance(): Promise<Client> {
  connected ??= (async () => {
    const client = new Client({ connectionString: postgresUrl() });
    await client.connect();
    return client;
  })();
  return connected;
}

function thisRun(): string {
  return createHash("sha256").update(runFolder()).digest("hex").slice(0, 12);
}

function digestOfMigrations(): string {
  const digest = createHash("sha256");
  const folder = path.resolve(__dirname, "../../src");
  const modules = readdirSync(folder).map((module) => path.join(folder, module, "migrations"));
  const files = modules
    .filter((one) => existsSync(one))
    .flatMap((one) => readdirSync(one).map((name) => path.join(one, name)));
  for (const name of ["columns.ts", "first-migration.ts", "naming.ts", "table.ts"])
    files.push(path.join(folder, "infra/db/schema", name));
  for (const file of files.sort()) digest.update(readFileSync(file));
  return digest.digest("hex").slice(0, 16);
}
