import type { StatementSyncInstance } from "@photostructure/sqlite";
import { SqliteError, sqliteError, TEXT_WITH_NUL } from "./sqlite-error";

type Row = Record<string, unknown>;

export interface Written {
  readonly changes: number;
  readonly lastInsertRowid: number | bigint;
}

/**
 * A prepared statement. Parameters are values by position, or one object with those that have names. Throws SqliteError, and
 * TypeError for what SQLite cannot keep. Integers beyond 2^53 are refused rather than rounded; a blob is a Uint8Array.
 */
export class SqliteStatement {
  /** Whether it answers with rows. */
  readonly reader: boolean;
  private columns: readonly string[];
  private plucked = false;

  constructor(private readonly statement: StatementSyncInstance) {
    this.columns = columnsOf(statement);
    this.reader = this.columns.length > 0;
    // Rows are made here: across the border of the native code each property would cost as much as the whole array.
    statement.setReturnArrays(true);
    // One object serves several statements, each of which takes what it names.
    statement.setAllowUnknownNamedParameters(true);
  }

  /** From now on a row is the value of its first column. */
  pluck(): this {
    this.plucked = true;
    return this;
  }

  run(...parameters: readonly unknown[]): Written {
    try {
      return this.statement.run(...bound(parameters));
    } catch (error) {
      throw sqliteError(error);
    }
  }

  get(...parameters: readonly unknown[]): unknown {
    try {
      const values = this.statement.get(...bound(parameters)) as unknown[] | undefined;
      return values && this.row(values);
    } catch (error) {
      throw sqliteError(error);
    }
  }

  all(...parameters: readonly unknown[]): unknown[] {
    try {
      return Array.from(this.statement.all(...bound(parameters)) as unknown[][], (values) => this.row(values));
    } catch (error) {
      throw sqliteError(error);
    }
  }

  private row(values: readonly unknown[]): unknown {
    if (this.plucked) return values[0];
    // A table that has got a column since then: SQLite prepares such a statement again by itself.
    if (values.length !== this.columns.length) this.columns = columnsOf(this.statement);
    const row: Row = {};
    for (let index = 0; index < values.length; index++) row[this.columns[index] ?? ""] = values[index];
    return row;
  }
}

function columnsOf(statement: StatementSyncInstance): readonly string[] {
  return statement.columns().map(({ name }) => name);
}

function bound(parameters: readonly unknown[]): unknown[] {
  const [first] = parameters;
  if (parameters.length !== 1 || !isNamed(first)) return parameters.map(bindable);
  return [Object.fromEntries(Object.entries(first).map(([name, value]) => [name, bindable(value)]))];
}

function isNamed(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !(value instanceof Date) && !ArrayBuffer.isView(value);
}

/** What the driver would cut (a text with a NUL) or take for something else (a date, for names) is refused. */
function bindable(value: unknown): unknown {
  switch (typeof value) {
    case "string":
      if (value.includes("\0")) throw new SqliteError("A text with a NUL cannot be kept", TEXT_WITH_NUL);
      return value;
    case "undefined":
      return null;
    case "object":
      if (value === null || ArrayBuffer.isView(value)) return value;
      throw new TypeError("SQLite keeps numbers, texts, bytes and null, no objects");
    default:
      return value;
  }
}
