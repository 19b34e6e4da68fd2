import { DataSource } from "typeorm";
import { OperatorRefusal } from "../../kernel/errors";
import { makePrivateFile } from "../../kernel/private-files";
import { type DatabaseOptions, readerOptions, writerOptions } from "./options";
import type { StatementCancel } from "./statement-cancel";
import type { StatementCounter } from "./statement-counter";
import { watchPostgresReads, watchSqliteReads } from "./watched-reads";

export interface Sources {
  readonly writer: DataSource;
  readonly reader: DataSource;
}

/**
 * Opens both connections; makes the folder of an SQLite file that is missing.
 * Throws a `Refusal` CONFIGURATION that names the database, never its password, and says what is wrong.
 */
export async function openSources(
  options: DatabaseOptions,
  counter: StatementCounter,
  cancel: StatementCancel,
): Promise<Sources> {
  const opened: DataSource[] = [];
  try {
    if (options.kind === "sqlite") makePrivateFile(options.file);
    // The writer first: it makes the file and its WAL, which a read-only connection cannot.
    const writer = await open(new DataSource(writerOptions(options, counter)), opened);
    if (options.kind === "sqlite") await requireWal(writer);
    const source = new DataSource(readerOptions(options, counter));
    if (options.kind === "sqlite") watchSqliteReads(source, counter);
    else watchPostgresReads(source, cancel);
    const reader = await open(source, opened);
    return { writer, reader };
  } catch (error) {
    await closeSources(opened.reverse());
    throw new OperatorRefusal("CONFIGURATION", `Cannot open ${described(options)}: ${reason(error)}`);
  }
}

/** Closes in the order given. SQLite: the writer last, since only it can fold the WAL into the file. */
export async function closeSources(sources: readonly DataSource[]): Promise<void> {
  for (const source of sources) if (source.isInitialized) await source.destroy();
}

async function open(source: DataSource, opened: DataSource[]): Promise<DataSource> {
  opened.push(source);
  return source.initialize();
}

/** SQLite keeps the old mode in silence where the file system cannot share memory, and readers would block writers. */
async function requireWal(writer: DataSource): Promise<void> {
  const [row] = await writer.query<{ journal_mode: string }[]>("PRAGMA journal_mode");
  if (row?.journal_mode !== "wal") throw new Error("its file system does not support write-ahead logging");
}

function described(options: DatabaseOptions): string {
  if (options.kind === "sqlite") return `the SQLite database ${options.file}`;
  const { hostname, port, pathname } = new URL(options.url);
  return `the PostgreSQL database ${pathname.slice(1)} at ${hostname}:${port || "5432"}`;
}

/** What went wrong, in the words of whoever threw. */
export function reason(error: unknown): string {
  const { errors, message } = error as { errors?: unknown; message?: unknown };
  // A host with several addresses fails with one error for each, and no message of its own.
  if (Array.isArray(errors)) return errors.map(reason).join("; ");
  return typeof message === "string" && message !== "" ? message : String(error);
}
