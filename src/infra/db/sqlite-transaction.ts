import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import type { BetterSqlite3Driver } from "typeorm/driver/better-sqlite3/BetterSqlite3Driver";
import { BetterSqlite3QueryRunner } from "typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner";
import { giveWay } from "../../kernel/deadline";
import { sqliteBusy } from "./constraint";
import type { Transaction } from "./unit-of-work";

/** Longest wait for another process that writes to the same file. */
const BUSY_MS = 10_000;
const RETRY_MS = 20;

/** What ends a transaction is said whether or not somebody still waits for it. */
const ENDS: ReadonlySet<string> = new Set(["COMMIT", "ROLLBACK"]);

/** A longer statement is one of many rows: each number of rows is another text, and SQLite keeps what was bound to it. */
const MAX_KEPT_SQL = 8_192;

/** Keeps prepared statements by their text; TypeORM bounds their number. */
class KeptStatements extends Map<string, unknown> {
  override set(sql: string, statement: unknown): this {
    return sql.length > MAX_KEPT_SQL ? this : super.set(sql, statement);
  }
}

const prepared = new WeakMap<object, KeptStatements>();

/** Prepared statements of the connection, for all its transactions: there is one at a time. */
function statementsOf({ driver }: DataSource): KeptStatements {
  const connection = (driver as BetterSqlite3Driver).databaseConnection as object;
  const known = prepared.get(connection) ?? new KeptStatements();
  prepared.set(connection, known);
  return known;
}

/**
 * The runner of one transaction. TypeORM shares one runner per SQLite data source, so a manager kept after its
 * transaction would write into somebody else's; this one refuses.
 */
class OneTransactionRunner extends BetterSqlite3QueryRunner {
  failure: { readonly error: unknown } | null = null;

  constructor(dataSource: DataSource) {
    super(dataSource.driver as BetterSqlite3Driver);
    this.manager = dataSource.createEntityManager(this);
    // TypeORM's runner keeps prepared statements for itself; the next transaction would prepare the same ones again.
    Object.assign(this, { stmtCache: statementsOf(dataSource) });
  }

  override async query(
    statement: string,
    parameters?: unknown[],
    structured?: boolean,
  ): ReturnType<BetterSqlite3QueryRunner["query"]> {
    // Takes the write lock at once: a transaction that reads first and is overtaken could not write any more.
    const sql = statement === "BEGIN TRANSACTION" ? "BEGIN IMMEDIATE TRANSACTION" : statement;
    try {
      if (!ENDS.has(statement)) await giveWay();
      return (await super.query(sql, parameters, structured)) as unknown;
    } catch (error) {
      this.failure ??= { error };
      throw error;
    }
  }

  override async release(): Promise<void> {
    await super.release();
    this.isReleased = true;
  }
}

/**
 * Begins a transaction on SQLite. Waits, without blocking the process, while another process holds the write lock.
 * One at a time per data source: the caller queues.
 */
export async function beginOnSqlite(writer: DataSource): Promise<Transaction> {
  const runner = await started(writer);
  return {
    manager: runner.manager,
    failure: () => runner.failure,
    commit: () => runner.commitTransaction(),
    rollback: () => runner.rollbackTransaction(),
    release: () => runner.release(),
  };
}

async function started(writer: DataSource): Promise<OneTransactionRunner> {
  const patience = Date.now() + BUSY_MS;
  for (;;) {
    const runner = new OneTransactionRunner(writer);
    try {
      await runner.startTransaction();
      return runner;
    } catch (error) {
      await runner.release();
      if (!sqliteBusy(error) || Date.now() > patience) throw error;
      await pause(RETRY_MS);
    }
  }
}
