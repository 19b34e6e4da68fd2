/** SQLite's primary result codes, by number (sqlite.org/rescode.html). */
const PRIMARY = [
  ...["OK", "ERROR", "INTERNAL", "PERM", "ABORT", "BUSY", "LOCKED", "NOMEM", "READONLY", "INTERRUPT", "IOERR"],
  ...["CORRUPT", "NOTFOUND", "FULL", "CANTOPEN", "PROTOCOL", "EMPTY", "SCHEMA", "TOOBIG", "CONSTRAINT", "MISMATCH"],
  ...["MISUSE", "NOLFS", "AUTH", "FORMAT", "RANGE", "NOTADB"],
];

/** Which constraint it was: the extended part of SQLITE_CONSTRAINT, by number. */
const CONSTRAINTS = [
  ...["", "CHECK", "COMMITHOOK", "FOREIGNKEY", "FUNCTION", "NOTNULL", "PRIMARYKEY", "TRIGGER", "UNIQUE", "VTAB"],
  ...["ROWID", "PINNED", "DATATYPE"],
];

/** The code of a text with a NUL, which is refused as PostgreSQL refuses it: the driver would cut the text there. */
export const TEXT_WITH_NUL = "SQLITE_TEXT_WITH_NUL";

/** What SQLite refused; `code` is its result code by name, such as SQLITE_BUSY or SQLITE_CONSTRAINT_UNIQUE. */
export class SqliteError extends Error {
  override readonly name = "SqliteError";

  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** The driver's error with SQLite's code by name; errors that are not SQLite's stay as they are. */
export function sqliteError(error: unknown): unknown {
  const { code, errcode, message } = error as { code?: unknown; errcode?: unknown; message: string };
  if (code !== "ERR_SQLITE_ERROR") return error;
  return new SqliteError(message, nameOf(typeof errcode === "number" ? errcode : 1));
}

function nameOf(errcode: number): string {
  const primary = PRIMARY[errcode & 0xff] ?? "ERROR";
  const constraint = primary === "CONSTRAINT" ? CONSTRAINTS[errcode >> 8] : "";
  return constraint ? `SQLITE_CONSTRAINT_${constraint}` : `SQLITE_${primary}`;
}
