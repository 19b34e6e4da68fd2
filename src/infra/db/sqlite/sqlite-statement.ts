import type { StatementSyncInstance } from "@photostructure/sqlite";
import { SqliteError, sqliteError, TEXT_WITH_NUL } from "./sqlite-error";
import { parameterCount, parameterNames } from "./sqlite-parameters";

type Row = Record<string, unknown>;

export interface Written {
  readonly changes: number;
  readonly lastInsertRowid: number | bigint;
}

/**
 * A prepared statement. Parameters are values by position, or one object with those that have names. Throws SqliteError,
 * RangeError for a parameter without a value, which SQLite would take for NULL, and TypeError for what it cannot keep. Integers beyond 2^53 are refused rather than rounded; a blob is a Uint8Array.
 */
export class SqliteStatement {
  /** Whether it answers with rows. */
  readonly reader: boolean;
  private columns: readonly string[];
  private plucked = false;
  private readonly count: number;
  private names: readonly string[] | null = null;

  constructor(
    private readonly statement: StatementSyncInstance,
    private readonly sql: string,
  ) {
    this.count = parameterCount(statement);
    this.columns = columnsOf(statement);
    this.reader = this.columns.length > 0;
    // Rows are made here: across the border of the native code each property would cost as much as the whole array.
    statement.setReturnArrays(true);
  }

  /** From now on a row is the value of its first column. */
  pluck(): this {
    this.plucked = true;
    return this;
  }

  run(...parameters: readonly unknown[]): Written {
    try {
      return this.statement.run(...this.bound(parameters));
    } catch (error) {
      throw sqliteError(error);
    }
  }

  get(...parameters: readonly unknown[]): unknown {
    try {
      const values = this.statement.get(...this.bound(parameters)) as unknown[] | undefined;
      return values && this.row(values);
    } catch (error) {
      throw sqliteError(error);
    }
  }

  all(...parameters: readonly unknown[]): unknown[] {
    try {
      return Array.from(this.statement.all(...this.bound(parameters)) as unknown[][], (values) => this.row(values));
    } catch (error) {
      throw sqliteError(error);
    }
  }

  private bound(parameters: readonly unknown[]): unknown[] {
    const [first] = parameters;
    if (parameters.length === 1 && isNamed(first)) return [this.named(first)];
    // Too many are refused by SQLite.
    if (parameters.length < this.count)
      throw new RangeError(`The SQL has ${this.count} parameters, and got ${parameters.length} values: ${this.sql}`);
    return parameters.map(bindable);
  }

  /** One object serves several statements, each of which takes what it names. */
  private named(values: Row): Row {
    this.names ??= parameterNames(this.sql);
    if (this.names.length < this.count) throw new RangeError(`The SQL has parameters without a name: ${this.sql}`);
    const taken: Row = {};
    for (const parameter of this.names) {
      const name = parameter.slice(1);
      if (!Object.hasOwn(values, name)) throw new RangeError(`There is no value for ${parameter}: ${this.sql}`);
      taken[name] = bindable(values[name]);
    }
    return taken;
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
