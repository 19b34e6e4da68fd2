import { backup, DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { sqliteError } from "./sqlite-error";
import { hasSecondStatement } from "./sqlite-parameters";
import { SqliteStatement } from "./sqlite-statement";

export interface SqliteSettings {
  readonly readonly?: boolean;
  /** How long a statement waits for a lock, in milliseconds; the whole process waits with it. */
  readonly timeout?: number;
}

/** How many pages a step of a backup copies: all. Between steps another process may write, and it would begin again. */
const ALL_PAGES = 0x7fffffff;

/**
 * A connection to an SQLite file, or `:memory:`. It has the methods that TypeORM's `better-sqlite3` driver calls, over a driver
 * that has its binaries in the package: an installation neither compiles nor downloads one. Throws SqliteError.
 */
export class SqliteConnection {
  private readonly database: DatabaseSyncInstance;

  constructor(file: string, { readonly = false, timeout = 5_000 }: SqliteSettings = {}) {
    this.database = translated(() => new DatabaseSync(file, { readOnly: readonly, timeout }));
  }

  /** Of one statement: a second one would be left out in silence, so it is refused. */
  prepare(sql: string): SqliteStatement {
    const statement = translated(() => this.database.prepare(sql));
    if (hasSecondStatement(sql, statement)) throw new RangeError("The SQL holds more than one statement");
    return new SqliteStatement(statement, sql);
  }

  /** Runs one or several statements whose rows nobody wants. */
  exec(sql: string): void {
    translated(() => this.database.exec(sql));
  }

  /** The pragma's rows; `simple`: the value of the first. */
  pragma(text: string, { simple = false }: { readonly simple?: boolean } = {}): unknown {
    const rows = this.prepare(`PRAGMA ${text}`).all() as Record<string, unknown>[];
    return simple ? Object.values(rows[0] ?? {})[0] : rows;
  }

  /** Teaches SQLite a function of one argument. */
  function(name: string, options: { readonly deterministic: boolean }, work: (value: unknown) => unknown): void {
    translated(() => this.database.function(name, options, work));
  }

  /** Runs the work in one transaction; inside of one, so that it alone is undone. It is synchronous: nothing comes between. */
  atomically<T>(work: () => T): T {
    const [begin, end, undo] = this.database.isTransaction
      ? ["SAVEPOINT inner_work", "RELEASE inner_work", "ROLLBACK TO inner_work; RELEASE inner_work"]
      : ["BEGIN", "COMMIT", "ROLLBACK"];
    this.exec(begin);
    try {
      const result = work();
      this.exec(end);
      return result;
    } catch (error) {
      // SQLite ends the transaction by itself when, say, the disk is full.
      if (this.database.isTransaction) this.exec(undo);
      throw error;
    }
  }

  /** Copies what is committed now to a new file, while others go on reading and writing. */
  async backup(to: string): Promise<void> {
    try {
      await backup(this.database, to, { rate: ALL_PAGES });
    } catch (error) {
      throw sqliteError(error);
    }
  }

  /** May be called twice. */
  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw sqliteError(error);
  }
}
