import { QueryFailedError } from "typeorm";
import { TEXT_WITH_NUL } from "./sqlite/sqlite-error";

/** What the drivers put on their errors. */
interface DriverError {
  readonly code?: unknown;
  readonly message?: unknown;
  /** PostgreSQL only. */
  readonly table?: unknown;
}

/** Whether the error is a duplicate in a unique column (of that table, when one is named). */
export function isUniqueViolation(error: unknown, table?: string): boolean {
  const cause = driverError(error);
  const unique = has(cause, "23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY");
  return unique && (table === undefined || cause?.table === table || uniqueTable(cause) === table);
}

/** Whether the error is a reference to a row that is not there, or the removal of a row that others refer to. */
export function isForeignKeyViolation(error: unknown): boolean {
  const cause = driverError(error);
  if (has(cause, "23503", "23001", "SQLITE_CONSTRAINT_FOREIGNKEY")) return true;
  // SQLite carries ON DELETE RESTRICT out as a trigger.
  return has(cause, "SQLITE_CONSTRAINT_TRIGGER") && cause?.message === "FOREIGN KEY constraint failed";
}

/** Whether the error is a value outside the closed list of its column. */
export function isCheckViolation(error: unknown): boolean {
  return has(driverError(error), "23514", "SQLITE_CONSTRAINT_CHECK");
}

/** Whether the error is a text with a NUL, which neither database keeps or looks for. */
export function isUnkeepableText(error: unknown): boolean {
  return has(driverError(error), "22021", TEXT_WITH_NUL);
}

/** Whether PostgreSQL ended the transaction in another one's favour (serialisation failure, deadlock): anew it may go through. */
export function isLostRace(error: unknown): boolean {
  return has(driverError(error), "40001", "40P01");
}

/** Whether another connection holds SQLite's write lock. */
export function sqliteBusy(error: unknown): boolean {
  const code = driverError(error)?.code;
  return typeof code === "string" && /^SQLITE_BUSY(_|$)/.test(code);
}

const UNAVAILABLE_ON_SQLITE = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|NOMEM|BUSY)(_|$)/;
/** Connections that are lost or refused (08), resources at their end (53), a server that stops or starts (57P), its disk (58030). */
const UNAVAILABLE_ON_POSTGRES = /^(08|53|57P0[1-5]|58030)/;
const UNREACHABLE = new Set<unknown>(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);
/** What the PostgreSQL driver says without a code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether the database cannot work just now, through no fault of who asks: its disk is full, or it is not reached. */
export function isUnavailable(error: unknown): boolean {
  const { code, message }: DriverError = driverError(error) ?? error ?? {};
  if (typeof code !== "string") return typeof message === "string" && LOST.test(message);
  return (
    UNAVAILABLE_ON_SQLITE.test(code) ||
    UNREACHABLE.has(code) ||
    (code.length === 5 && UNAVAILABLE_ON_POSTGRES.test(code))
  );
}

function driverError(error: unknown): DriverError | undefined {
  return error instanceof QueryFailedError ? (error.driverError as DriverError) : undefined;
}

function has(error: DriverError | undefined, ...codes: readonly string[]): boolean {
  return codes.some((code) => code === error?.code);
}

/** From "UNIQUE constraint failed: member.companyId, member.email". */
function uniqueTable(error: DriverError | undefined): string | undefined {
  return /constraint failed: (\w+)\./.exec(String(error?.message))?.[1];
}
