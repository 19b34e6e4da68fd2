import { copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { toInstant } from "../../../kernel/clock";
import { OperatorRefusal } from "../../../kernel/errors";
import { makePrivateFile } from "../../../kernel/private-files";
import type { Tables } from "../options";
import { migrationNames, refuseOtherVersions } from "../schema-age";
import { SqliteConnection } from "../sqlite/sqlite-connection";
import { onDisk, requireFile, writtenWhole, type Backup } from "./backup-file";

const LOCK_MS = 5_000;

/**
 * Copies the database as it is committed now, its write-ahead log included, while servers go on (SQLite's online backup).
 * Throws Refusal CONFIGURATION where there is no database, or something in the backup's place.
 */
export async function backupSqlite(file: string, to: string, tables: Tables): Promise<Backup> {
  if (!existsSync(file))
    throw new OperatorRefusal("CONFIGURATION", `There is no database at ${file}: is DATA_DIR the server's own?`);
  return writtenWhole(to, async (part) => {
    const source = new SqliteConnection(file, { readonly: true, timeout: LOCK_MS });
    await source.backup(part).finally(() => source.close());
    foldLog(part);
    requireWhole(part, tables);
  });
}

export interface Restored {
  /** Where the database that was there is now; null: there was none. */
  readonly setAside: string | null;
}

/**
 * Puts a backup in the database's place. The server must not run.
 * @param replace the database that is there is put aside; otherwise there must be none.
 * Throws Refusal CONFIGURATION: no backup of Ledgergate's, damaged, of a newer one; a database that is there, or in use.
 */
export function restoreSqlite(
  from: string,
  file: string,
  { replace, now, tables }: { replace: boolean; now: Date; tables: Tables },
): Restored {
  requireFile(from);
  requireWhole(from, tables);
  const there = existsSync(file) && statSync(file).size > 0;
  if (there && !replace)
    throw new OperatorRefusal("CONFIGURATION", `There is a database at ${file} already: --replace puts it aside.`);
  const part = `${file}.restoring`;
  rmSync(part, { force: true });
  makePrivateFile(part);
  copyFileSync(from, part);
  onDisk(part);
  const setAside = there ? `${file}.before-${toInstant(now).replace(/[:.]/g, "-")}` : null;
  if (setAside !== null) {
    foldUnused(file);
    renameSync(file, setAside);
  }
  renameSync(part, file);
  onDisk(path.dirname(file));
  return { setAside };
}

/** Everything into the one file: what SQLite would keep beside it is missed when it is carried elsewhere. */
function foldLog(file: string): void {
  const database = new SqliteConnection(file, { timeout: 0 });
  try {
    database.pragma("journal_mode = DELETE");
  } finally {
    database.close();
  }
}

/** Nobody else may have it open, or what they write next would be lost. */
function foldUnused(file: string): void {
  try {
    foldLog(file);
  } catch (error) {
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    throw new OperatorRefusal("CONFIGURATION", `${file} is in use: stop the server first.`);
  }
}

function requireWhole(file: string, tables: Tables): void {
  const names = migrationsIn(file);
  if (names === null)
    throw new OperatorRefusal("CONFIGURATION", `${file} is no whole SQLite database of Ledgergate's.`);
  refuseOtherVersions(names, migrationNames(tables), file);
}

/** Null: it is no SQLite file, a damaged one, or has nothing of ours. */
function migrationsIn(file: string): string[] | null {
  const database = new SqliteConnection(file, { readonly: true, timeout: LOCK_MS });
  try {
    if (database.pragma("integrity_check", { simple: true }) !== "ok") return null;
    const rows = database.prepare("SELECT name FROM migration ORDER BY id").all() as { name: string }[];
    return rows.length > 0 ? rows.map(({ name }) => name) : null;
  } catch (error) {
    const { code = "" } = error as { code?: string };
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code)) return null;
    throw error;
  } finally {
    database.close();
  }
}
