import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Database } from "../../src/infra/db/database";
import type { DatabaseOptions } from "../../src/infra/db/options";
import { TABLES } from "../../src/app";
import {
  closeMaintenance,
  createPostgresDatabase,
  dropPostgresDatabase,
  filledPostgres,
  migratedPostgres,
  postgresUrl,
} from "./postgres-databases";
import { runFolder } from "./run-folder";

/** Which database this run tests: SQLite, or PostgreSQL with TEST_DATABASE=postgres. */
export const TEST_KIND: "sqlite" | "postgres" = process.env["TEST_DATABASE"] === "postgres" ? "postgres" : "sqlite";

type Fill = (options: DatabaseOptions) => Promise<void>;

const POOL = 10;
const cleanups: (() => Promise<void> | void)[] = [];

// Registered when a test file imports this module: hooks cannot be added from inside a test.
afterAll(async () => {
  for (const clean of cleanups.reverse().splice(0)) await clean();
  await closeMaintenance();
});

/** A fresh, migrated database of this run's kind; closed and removed after the test file. */
export async function openTestDatabase(options: { poolSize?: number } = {}): Promise<Database> {
  return track(await Database.open(await migratedOptions(options.poolSize)));
}

/** Options of a fresh, migrated database, for a test that opens it itself; removed after the test file. */
export async function migratedOptions(poolSize = POOL): Promise<DatabaseOptions> {
  return copyOf(TEST_KIND === "postgres" ? await migratedOnPostgres() : await migratedFile(), poolSize);
}

/**
 * Options of a fresh, migrated database with what `fill` puts into it; removed after the test file. All workers of this
 * run copy what one of them filled under that name, so it must be the same whoever fills it.
 */
export async function filledOptions(name: string, fill: Fill): Promise<DatabaseOptions> {
  if (TEST_KIND === "sqlite") return copyOf(await fileMadeOnce(name, fill, await migratedFile()), POOL);
  const fillNamed = (database: string) => fill(postgresOptions(database, POOL));
  return copyOf(await filledPostgres(name, await migratedOnPostgres(), fillNamed), POOL);
}

/** Options of a fresh database with nothing in it; removed after the test file. */
export async function emptyOptions(): Promise<DatabaseOptions> {
  return TEST_KIND === "postgres" ? copyOf("template0", POOL) : sqliteOptions(newFile());
}

/** A folder of its own, removed after the test file. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ledgergate-test-"));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Does it after the test file, before the databases that were opened until then are closed and removed. */
export function afterTestFile(work: () => Promise<void>): void {
  cleanups.push(work);
}

/** Closes the database after the test file, before its data is removed. */
export function track(database: Database): Database {
  cleanups.push(() => database.close());
  return database;
}

async function copyOf(original: string, poolSize: number): Promise<DatabaseOptions> {
  if (TEST_KIND === "sqlite") {
    const file = newFile();
    copyFileSync(original, file);
    return sqliteOptions(file);
  }
  const name = await createPostgresDatabase(original);
  cleanups.push(() => dropPostgresDatabase(name));
  return postgresOptions(name, poolSize);
}

function newFile(): string {
  return path.join(testFolder(), "ledgergate.sqlite");
}

function sqliteOptions(file: string): DatabaseOptions {
  return { kind: "sqlite", file, durable: false, ...TABLES };
}

function postgresOptions(name: string, poolSize: number): DatabaseOptions {
  // Dropping a database ends sessions that are about to end anyway, which the pool reports.
  return { kind: "postgres", url: postgresUrl(name), poolSize, ...TABLES, warn: () => undefined };
}

async function migrateOnce(options: DatabaseOptions): Promise<void> {
  const database = await Database.open(options);
  await database.migrate().finally(() => database.close());
}

function migratedOnPostgres(): Promise<string> {
  return migratedPostgres((name) => migrateOnce(postgresOptions(name, 3)));
}

function migratedFile(): Promise<string> {
  return fileMadeOnce("migrated", migrateOnce);
}

/** The file that new ones are copied from, made once for all workers; of two that begin at once the last one stays. */
async function fileMadeOnce(name: string, make: Fill, base?: string): Promise<string> {
  const file = path.join(runFolder(), `${name}.sqlite`);
  if (existsSync(file)) return file;
  const fresh = path.join(mkdtempSync(path.join(runFolder(), "making-")), "made.sqlite");
  if (base) copyFileSync(base, fresh);
  await make(sqliteOptions(fresh));
  renameSync(fresh, file);
  return file;
}
