import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata";
import { FOLD } from "./folding";
import { BilingualRefusal } from "../../../kernel/errors";
import { INFRA_TEXTS } from "../../texts/infra-texts";

/** One value of a position in a list. */
export type CursorValue = string | number | boolean | null;

/** One column that a list is sorted by. */
export interface SortKey {
  readonly metadata: ColumnMetadata;
  /** The column in a query, `alias.property`. */
  readonly path: string;
  readonly ascending: boolean;
  /** Whatever the text's case and accents. */
  readonly folded?: boolean;
}

/** What is compared of the column, or of a value that stands for it. */
export function expressionOf({ folded }: Pick<SortKey, "folded">, of: string): string {
  return folded ? `${FOLD}(${of})` : of;
}

type ValueKind = "text" | "integer" | "bigint" | "boolean";

const KINDS: Readonly<Record<string, ValueKind>> = {
  varchar: "text",
  integer: "integer",
  bigint: "bigint",
  boolean: "boolean",
};
const INT32 = 2 ** 31;

/** The kind of a sort column. Throws where a column cannot be sorted by. */
export function valueKind(column: ColumnMetadata): ValueKind {
  const kind = typeof column.type === "string" ? KINDS[column.type] : undefined;
  if (!kind) throw new Error(`A list cannot be sorted by ${column.entityMetadata.tableName}.${column.propertyName}`);
  return kind;
}

/** The position of a row: base64url of the JSON array of its sort values. */
export function encodeCursor(keys: readonly SortKey[], row: object): string {
  const values = keys.map(({ metadata }) => metadata.getEntityValue(row) as CursorValue);
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** Reads a cursor back. Throws a `Refusal` BAD_INPUT on the field when it is not one of a list sorted so. */
export function decodeCursor(keys: readonly SortKey[], text: string, field: string): CursorValue[] {
  const values = parse(text);
  const fits =
    Array.isArray(values) &&
    values.length === keys.length &&
    keys.every(({ metadata }, index) => isValue(metadata, values[index]));
  if (!fits) throw new BilingualRefusal("BAD_INPUT", INFRA_TEXTS.cursorOfAnother, [field]);
  return values as CursorValue[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether the database would take the value for that column: PostgreSQL refuses what does not fit, with an error. */
function isValue(column: ColumnMetadata, value: unknown): boolean {
  if (value === null) return column.isNullable;
  switch (valueKind(column)) {
    case "text":
      return typeof value === "string" && !value.includes("\0");
    case "integer":
      return Number.isInteger(value) && (value as number) >= -INT32 && (value as number) < INT32;
    case "bigint":
      return Number.isSafeInteger(value);
    case "boolean":
      return typeof value === "boolean";
  }
}
