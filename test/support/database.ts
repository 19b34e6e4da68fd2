import { copyFile, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { Database } from "../../src/db/database";
import type { DatabaseOptions } from "../../src/db/options";
import { ENTITIES } from "../../src/entities";
import { newId } from "../../src/kernel/ids";

/** Set by the global set-up when the suite runs on PostgreSQL. */
const SERVER = process.env.TEST_POSTGRES_URL;

/** The kind of database that this run tests. */
export const DATABASE_KIND = SERVER ? "postgres" : "sqlite";

let template: Promise<string> | undefined;
const closing: (() => Promise<void>)[] = [];

/** Options of a fresh, migrated database of its own, removed after the test file. */
export async function testDatabaseOptions(): Promise<DatabaseOptions> {
  template ??= SERVER ? postgresTemplate(SERVER) : sqliteTemplate();
  return SERVER ? postgresCopy(SERVER, await template) : sqliteCopy(await template);
}

/** A fresh, migrated database, closed and removed after the test file. */
export async function openTestDatabase(): Promise<Database> {
  const database = await Database.open(await testDatabaseOptions());
  closing.push(() => database.close());
  return database;
}

afterAll(async () => {
  for (const close of closing.reverse()) await close();
}, 60_000);

async function sqliteTemplate(): Promise<string> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "ledgergate-test-"));
  closing.push(() => rm(directory, { recursive: true, force: true }));
  const file = path.join(directory, "template.sqlite");
  await migrated({ kind: "sqlite", file, entities: ENTITIES });
  return file;
}

async function sqliteCopy(from: string): Promise<DatabaseOptions> {
  const file = path.join(path.dirname(from), `${newId()}.sqlite`);
  await copyFile(from, file);
  return { kind: "sqlite", file, entities: ENTITIES };
}

async function postgresTemplate(server: string): Promise<string> {
  const name = await createDatabase(server, null);
  await migrated({ kind: "postgres", url: urlOf(server, name), poolSize: 3, entities: ENTITIES });
  return name;
}

async function postgresCopy(server: string, from: string): Promise<DatabaseOptions> {
  const name = await createDatabase(server, from);
  return { kind: "postgres", url: urlOf(server, name), poolSize: 6, entities: ENTITIES };
}

async function createDatabase(server: string, from: string | null): Promise<string> {
  const name = `test_${newId().replaceAll("-", "")}`;
  await ask(server, `CREATE DATABASE ${name}${from ? ` TEMPLATE ${from}` : ""}`);
  closing.push(() => ask(server, `DROP DATABASE ${name} WITH (FORCE)`));
  return name;
}

async function ask(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function migrated(options: DatabaseOptions): Promise<void> {
  const database = await Database.open(options);
  await database.migrate();
  await database.close();
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
