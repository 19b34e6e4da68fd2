import type { Driver } from "typeorm";
import { expressionOf, type CursorValue, type SortKey } from "./cursor";

/** One end of a window: the rows strictly after or before a position. */
export interface Bound {
  readonly keys: readonly SortKey[];
  readonly values: readonly CursorValue[];
  readonly side: "after" | "before";
}

export interface Condition {
  readonly where: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The rows beyond a position: beyond in the first column, or equal there and beyond in the second, and so on.
 * Nulls count as smaller than everything, on both databases.
 */
export function beyond({ keys, values, side }: Bound, driver: Driver): Condition {
  const parameters: Record<string, unknown> = {};
  const terms = keys.map((key, index) => {
    const name = `keyset_${side}_${index}`;
    const value = values[index] ?? null;
    if (value !== null) parameters[name] = driver.preparePersistentValue(value, key.metadata) as unknown;
    return term(key, value === null ? null : `:${name}`, key.ascending === (side === "after"));
  });
  const ways = terms.map(({ further }, index) =>
    [...terms.slice(0, index).map(({ equal }) => equal), further].join(" AND "),
  );
  // Says again what the ways imply, in a form that an index on the first column serves.
  const lead = terms[0]?.reach ?? "1 = 1";
  return { where: `(${lead} AND (${ways.map((way) => `(${way})`).join(" OR ")}))`, parameters };
}

interface Term {
  readonly equal: string;
  readonly further: string;
  /** Equal or further. */
  readonly reach: string;
}

function term(key: SortKey, given: string | null, upward: boolean): Term {
  const { metadata } = key;
  const path = expressionOf(key, key.path);
  const value = given === null ? null : expressionOf(key, given);
  if (value === null) {
    const further = upward ? `${path} IS NOT NULL` : "1 = 0";
    return { equal: `${path} IS NULL`, further, reach: upward ? "1 = 1" : `${path} IS NULL` };
  }
  const equal = `${path} = ${value}`;
  if (upward) return { equal, further: `${path} > ${value}`, reach: `${path} >= ${value}` };
  const orNull = metadata.isNullable ? ` OR ${path} IS NULL` : "";
  return { equal, further: `(${path} < ${value}${orNull})`, reach: `(${path} <= ${value}${orNull})` };
}
