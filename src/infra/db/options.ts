import type { DataSourceOptions, Logger } from "typeorm";
import { FOLD, foldText } from "./query/folding";
import type { MigrationClass } from "./schema/first-migration";
import { ReadableNames } from "./schema/naming";
import { SqliteConnection } from "./sqlite/sqlite-connection";

export type EntityClass = new () => object;

/** The tables of a product, and what makes them. */
export interface Tables {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

/** Which database, and what is in it. */
export type DatabaseOptions = (
  | {
      readonly kind: "sqlite";
      readonly file: string;
      /** False is for tests: nothing waits for the disk, and a power cut may lose commits, or the file. */
      readonly durable?: boolean;
    }
  /** `poolSize` is the number of connections in all; three at least are used. */
  | {
      readonly kind: "postgres";
      readonly url: string;
      readonly poolSize: number;
      /** Where to listen for notices, if not at `url`: a pooler that hands out transactions swallows LISTEN. */
      readonly listenUrl?: string;
    }
) &
  Tables & {
    /** PostgreSQL: how long after a lost notice something outdated may still be used at most, in milliseconds. */
    readonly staleMilliseconds?: number;
    /** Told of trouble that has no caller to be thrown to: a failed after-commit hook, a lost idle connection. */
    readonly warn?: (message: string) => void;
  };

/** How long a statement may wait for a lock. The wait blocks the whole process, so it is short; writes wait without. */
const SQLITE_LOCK_MS = 250;
/** Prepared statements that a connection keeps; the product has some hundreds. */
const MAX_STATEMENTS = 500;
/** Of each connection, in KiB: the pages that decisions read again and again stay in memory. */
const CACHE_KIB = 16_000;
const CONNECT_MS = 10_000;

/** The connection that writes. The TypeORM command line uses it too. */
export function writerOptions(options: DatabaseOptions, logger?: Logger): DataSourceOptions {
  if (options.kind === "postgres")
    return postgres(options.url, options, Math.max(2, options.poolSize - readers(options.poolSize)), logger);
  const synchronous = options.durable === false ? "OFF" : "FULL";
  return {
    ...shared(options, logger),
    type: "better-sqlite3",
    driver: SqliteConnection,
    database: options.file,
    timeout: SQLITE_LOCK_MS,
    enableWAL: true,
    statementCacheSize: MAX_STATEMENTS,
    // FULL: a right that was revoked, or a record that was sent, must not come back after a power cut. NORMAL would
    // keep the file whole in WAL mode but lose the last commits. One fsync a commit is the price; reads pay nothing.
    prepareDatabase: (connection: SqliteConnection) => {
      connection.pragma(`synchronous = ${synchronous}`);
      prepareConnection(connection);
    },
  };
}

/** The connection that reads committed rows, and that the database itself keeps from writing. */
export function readerOptions(options: DatabaseOptions, logger?: Logger): DataSourceOptions {
  if (options.kind === "postgres")
    return postgres(readOnlyUrl(options.url), options, readers(options.poolSize), logger);
  return {
    ...shared(options, logger),
    type: "better-sqlite3",
    driver: SqliteConnection,
    database: options.file,
    timeout: SQLITE_LOCK_MS,
    readonly: true,
    enableWAL: false,
    statementCacheSize: MAX_STATEMENTS,
    prepareDatabase: prepareConnection,
  };
}

function prepareConnection(connection: SqliteConnection): void {
  connection.pragma(`cache_size = ${-CACHE_KIB}`);
  // Sorting and searching as people expect it, which PostgreSQL has from the first migration.
  connection.function(FOLD, { deterministic: true }, (text) => (typeof text === "string" ? foldText(text) : null));
}

function shared(options: DatabaseOptions, logger?: Logger) {
  return {
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: "migration",
    namingStrategy: new ReadableNames(),
    synchronize: false,
    ...(logger && { logger }),
  };
}

function postgres(url: string, options: DatabaseOptions, poolSize: number, logger?: Logger): DataSourceOptions {
  return {
    ...shared(options, logger),
    type: "postgres",
    url,
    poolSize,
    applicationName: "ledgergate",
    connectTimeoutMS: CONNECT_MS,
    // Ids are made by the application: no extension, so no superuser.
    installExtensions: false,
  };
}

function readers(poolSize: number): number {
  return Math.max(1, Math.floor(poolSize / 2));
}

/** The same address, whose sessions refuse to write. In the URL, since what it says wins over the driver's options. */
function readOnlyUrl(url: string): string {
  const address = new URL(url);
  const given = address.searchParams.get("options");
  address.searchParams.set("options", [given, "-c default_transaction_read_only=on"].filter(Boolean).join(" "));
  return address.href;
}
