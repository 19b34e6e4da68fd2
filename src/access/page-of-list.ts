import type { ConnectionArgs } from "../graphql/connection";
import { sized } from "../company/batched-list";
import type { Page } from "../db/keyset";
import { Refusal } from "../kernel/errors";

/** What a list in memory is sorted by; together they tell any two entries apart. */
export type ListKey = readonly [name: string, id: string];

/**
 * A page of a list that the database cannot sort or filter, because what belongs to it is computed. The cursor says
 * where an entry stands, so it also works after the entry has left the list.
 * Throws Refusal BAD_INPUT for a size or cursor that cannot be.
 */
export function pageOfList<T>(list: readonly T[], keyOf: (item: T) => ListKey, args: ConnectionArgs): Page<T> {
  const { first, last, after, before, maxPageSize } = sized(args);
  const size = checkedSize(first, last, maxPageSize);
  const sorted = [...list].sort((a, b) => compare(keyOf(a), keyOf(b)));
  const from = after ? keyFrom(after, "after") : null;
  const to = before ? keyFrom(before, "before") : null;
  const inside = sorted.filter(
    (item) => (from === null || compare(keyOf(item), from) > 0) && (to === null || compare(keyOf(item), to) < 0),
  );
  const backward = typeof last === "number";
  const rows = backward ? inside.slice(Math.max(0, inside.length - size)) : inside.slice(0, size);
  const more = rows.length < inside.length;
  return {
    rows,
    cursors: rows.map((item) => Buffer.from(JSON.stringify(keyOf(item))).toString("base64url")),
    hasNextPage: backward ? to !== null : more,
    hasPreviousPage: backward ? more : from !== null,
    totalCount: () => Promise.resolve(sorted.length),
  };
}

function checkedSize(first: number | null | undefined, last: number | null | undefined, most: number): number {
  if (typeof first === "number" && typeof last === "number")
    throw new Refusal("BAD_INPUT", "Ask for the first or the last of a list, not both.", ["last"]);
  const size = first ?? last ?? most;
  if (Number.isInteger(size) && size >= 0 && size <= most) return size;
  const field = typeof first === "number" ? "first" : "last";
  throw new Refusal("BAD_INPUT", `"${field}" must be a whole number from 0 to ${most}.`, [field]);
}

/** By code point, as the databases sort. */
function compare(a: ListKey, b: ListKey): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  if (a[1] === b[1]) return 0;
  return a[1] < b[1] ? -1 : 1;
}

function keyFrom(cursor: string, field: string): ListKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && typeof key[0] === "string" && typeof key[1] === "string") return [key[0], key[1]];
  } catch {
    // Said below.
  }
  throw new Refusal("BAD_INPUT", "The cursor is none of this list's.", [field]);
}
