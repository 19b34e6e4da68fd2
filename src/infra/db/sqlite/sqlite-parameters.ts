import type { StatementSyncInstance } from "@photostructure/sqlite";

/** Where the driver keeps how many parameters SQLite has found; its own tag store reads it there. */
const PARAMETER_COUNT = Symbol.for("photostructure.sqlite.parameterCount");

/** Quoted texts and names, comments and words are passed over; what is left over and captured is a parameter. */
const TOKENS =
  /'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[^]*?(?:\*\/|$)|[\w\u0080-\uffff][\w$\u0080-\uffff]*|(\?\d*|[:@$][\w$\u0080-\uffff]+)/g;

const COMMENTS = /--[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

/** The highest number of a parameter: so many values are wanted by position. */
export function parameterCount(statement: StatementSyncInstance): number {
  const count = (statement as unknown as Readonly<Record<symbol, unknown>>)[PARAMETER_COUNT];
  if (typeof count !== "number") throw new TypeError("The SQLite driver no longer says how many parameters there are");
  return count;
}

/** The parameters with names as the SQL writes them, such as `:id`, each once. */
export function parameterNames(sql: string): readonly string[] {
  const found = Array.from(sql.matchAll(TOKENS), ([, parameter = "?"]) => parameter);
  return [...new Set(found)].filter((parameter) => !parameter.startsWith("?"));
}

/** Whether something is left after the statement that was prepared from the SQL; no value is bound to it yet. */
export function hasSecondStatement(sql: string, statement: StatementSyncInstance): boolean {
  if (!/;\s*\S/.test(sql)) return false;
  // The driver says what it has taken only with the values filled in.
  const filled = sql.replace(TOKENS, (token: string, parameter?: string) => (parameter === undefined ? token : "NULL"));
  const rest = filled.slice(statement.expandedSQL?.length ?? filled.length);
  return /[^\s;]/.test(rest.replace(COMMENTS, ""));
}
