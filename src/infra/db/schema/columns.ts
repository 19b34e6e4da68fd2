import { Check, Column, PrimaryColumn, type ColumnOptions } from "typeorm";

/**
 * The column kinds that mean the same on SQLite and PostgreSQL. An entity uses these and no others, so that one set of
 * entities and one set of migrations serve both.
 */
export interface ColumnSettings {
  readonly nullable?: boolean;
}

// Text sorts and compares by code point on both databases: a linguistic collation of PostgreSQL would order the same
// list otherwise, and would change with the operating system's tables under an existing index. SQLite does so anyway.
const TEXT: ColumnOptions = { type: "varchar", collation: "C" };

/** The primary key: a UUIDv7 text made by the application. */
export function IdColumn(): PropertyDecorator {
  return PrimaryColumn(TEXT as { type: "varchar"; collation: string });
}

export function TextColumn(settings: ColumnSettings = {}): PropertyDecorator {
  return Column({ ...TEXT, ...settings });
}

/** An instant as `toInstant` of kernel/clock.ts writes it; sorts as text. */
export function InstantColumn(settings: ColumnSettings = {}): PropertyDecorator {
  return TextColumn(settings);
}

/** A whole number within 32 bits. */
export function WholeColumn(settings: ColumnSettings & { readonly default?: number } = {}): PropertyDecorator {
  return Column({ type: "integer", ...settings });
}

export function FlagColumn(settings: { readonly default?: boolean } = {}): PropertyDecorator {
  return Column({ type: "boolean", ...settings });
}

/** JSON kept as text: read and written whole, never queried by path. */
export function JsonColumn(settings: ColumnSettings = {}): PropertyDecorator {
  return Column({ type: "simple-json", ...settings });
}

/** An amount in minor units: a safe integer in the program, 64 bits in the database. */
export function MinorColumn(settings: ColumnSettings = {}): PropertyDecorator {
  return Column({ type: "bigint", transformer: safeInteger, ...settings });
}

/** A text out of a closed list, held to it by a CHECK constraint. */
export function OneOfColumn(values: readonly string[], settings: ColumnSettings = {}): PropertyDecorator {
  return (target, property) => {
    TextColumn(settings)(target, property);
    Check(oneOf(String(property), values))(target, property);
  };
}

/** The CHECK expression of `OneOfColumn`; its text decides the constraint's name, so migrations write it the same way. */
export function oneOf(column: string, values: readonly string[]): string {
  return `"${column}" IN (${values.map((value) => `'${value}'`).join(", ")})`;
}

/**
 * 64-bit integers as numbers. Both directions refuse what a number cannot hold exactly: PostgreSQL's driver hands out
 * text, and SQLite's rounds in silence, but whatever it rounds lies outside the safe range.
 */
export const safeInteger = {
  to(value: unknown): unknown {
    return value === null || value === undefined ? value : exact(value);
  },
  from(value: unknown): number | null {
    if (value === null || value === undefined) return null;
    return exact(typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value);
  },
};

function exact(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new RangeError(`An amount in minor units must be a safe integer; got ${typeof value} ${String(value)}`);
}
