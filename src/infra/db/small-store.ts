import { makePrivateFile } from "../../kernel/private-files";
import { SqliteConnection } from "./sqlite/sqlite-connection";

export type StoredValue = string | number | null;

/** A prepared statement of a small store; parameters by name, written `@name`. */
export interface SmallStatement {
  run(values?: Record<string, StoredValue>): { readonly changes: number };
  get(values?: Record<string, StoredValue>): unknown;
  all(values?: Record<string, StoredValue>): unknown[];
}

/** An SQLite file of its own, beside the database: for what is not Ledgergate's, such as the sandbox ledger's books. */
export interface SmallStore {
  prepare(sql: string): SmallStatement;
  /** Runs the work in one transaction; it is synchronous, so nothing comes between. */
  atomically<T>(work: () => T): T;
  close(): void;
}

/** Opens the file and makes the tables that are missing. `:memory:` keeps nothing. */
export function openSmallStore(file: string, tables: string): SmallStore {
  if (file !== ":memory:") makePrivateFile(file);
  const driver = new SqliteConnection(file);
  driver.pragma("journal_mode = WAL");
  driver.pragma("synchronous = NORMAL");
  driver.exec(tables);
  return {
    prepare: (sql) => driver.prepare(sql),
    atomically: (work) => driver.atomically(work),
    close: () => driver.close(),
  };
}
