import { fill } from "../../../kernel/catalogue";
import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { BilingualRefusal } from "../../../kernel/errors";
import { type CursorValue, type SortKey, decodeCursor, encodeCursor, expressionOf, valueKind } from "./cursor";
import { type Bound, beyond } from "./seek";
import { INFRA_TEXTS } from "../../texts/infra-texts";

/** The arguments of a Relay connection: forward with `first` and `after`, or backward with `last` and `before`. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A column of the query's main entity, by property. Nulls sort before everything else when ascending. */
export interface SortColumn<Row> {
  readonly column: keyof Row & string;
  readonly direction: "asc" | "desc";
  /** Of a text: as people sort, whatever its case and accents; between equals the text itself decides. */
  readonly folded?: boolean;
}

export interface PageOptions<Row extends ObjectLiteral> extends PageRequest {
  /** Selects the whole list, unsorted. Joins only to one row, or rows would count twice. It is not changed. */
  readonly query: SelectQueryBuilder<Row>;
  readonly alias: string;
  /** `id` decides between equals, and need not be named. */
  readonly orderBy: readonly SortColumn<Row>[];
  /** Largest page, and the size when neither `first` nor `last` says one. */
  readonly maxPageSize: number;
}

/** A part of a list, always in the list's order. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** One for each row. */
  readonly cursors: readonly string[];
  /** Forward: exact. Backward: whether the page ends at a cursor, as Relay allows. */
  readonly hasNextPage: boolean;
  /** Backward: exact. Forward: whether the page begins at a cursor. */
  readonly hasPreviousPage: boolean;
  /** Of the whole list, whatever the page; asked for once at most. */
  totalCount(): Promise<number>;
}

type SortTerm = readonly [path: string, "ASC" | "DESC", nulls: "NULLS FIRST" | "NULLS LAST" | undefined];

/** What to read of a list. */
export interface Window {
  readonly keys: readonly SortKey[];
  readonly size: number;
  readonly backward: boolean;
  readonly after: readonly CursorValue[] | null;
  readonly before: readonly CursorValue[] | null;
}

/** A page of the list, in one SELECT. Throws a `Refusal` BAD_INPUT on a bad size or cursor. */
export async function pageOf<Row extends ObjectLiteral>(options: PageOptions<Row>): Promise<Page<Row>> {
  const window = windowOf(options);
  const query = within(window, options.query.clone());
  sort(query, window);
  const found = await query.limit(window.size + 1).getMany();
  return toPage(
    window,
    found,
    once(() => options.query.clone().getCount()),
  );
}

/** Reads and checks the arguments. */
export function windowOf<Row extends ObjectLiteral>(options: PageOptions<Row>): Window {
  const { first, last, after, before } = options;
  if (typeof first === "number" && typeof last === "number")
    throw new BilingualRefusal("BAD_INPUT", INFRA_TEXTS.firstOrLast, ["last"]);
  const keys = sortKeys(options);
  return {
    keys,
    size: sizeOf(options),
    backward: typeof last === "number",
    after: typeof after === "string" ? decodeCursor(keys, after, "after") : null,
    before: typeof before === "string" ? decodeCursor(keys, before, "before") : null,
  };
}

function sizeOf<Row extends ObjectLiteral>({ first, last, maxPageSize }: PageOptions<Row>): number {
  const size = first ?? last ?? maxPageSize;
  if (Number.isInteger(size) && size >= 0 && size <= maxPageSize) return size;
  const field = typeof first === "number" ? "first" : "last";
  throw new BilingualRefusal("BAD_INPUT", fill(INFRA_TEXTS.pageSize, { field, max: maxPageSize }), [field]);
}

type AnyColumn = Pick<SortColumn<ObjectLiteral>, "column" | "direction" | "folded">;

function sortKeys<Row extends ObjectLiteral>({ query, alias, orderBy }: PageOptions<Row>): SortKey[] {
  const entity = query.expressionMap.findAliasByName(alias).metadata;
  const ids = orderBy.some(({ column }) => column === "id");
  // In the direction of the last column, so that one index serves both.
  const tieBreak = { column: "id", direction: orderBy.at(-1)?.direction ?? "asc" };
  return [...orderBy, ...(ids ? [] : [tieBreak])].flatMap(({ column, direction, folded = false }: AnyColumn) => {
    const metadata = entity.findColumnWithPropertyName(column);
    if (!metadata) throw new Error(`${entity.name} has no column "${column}"`);
    valueKind(metadata);
    const key = { metadata, path: `${alias}.${column}`, ascending: direction === "asc" };
    return folded ? [{ ...key, folded }, key] : [key];
  });
}

/** Keeps the query between the window's cursors. */
export function within<Row extends ObjectLiteral>(
  { keys, after, before }: Window,
  query: SelectQueryBuilder<Row>,
): SelectQueryBuilder<Row> {
  const bounds: Bound[] = [];
  if (after) bounds.push({ keys, values: after, side: "after" });
  if (before) bounds.push({ keys, values: before, side: "before" });
  for (const bound of bounds) {
    const { where, parameters } = beyond(bound, query.dataSource.driver);
    query.andWhere(where, parameters);
  }
  return query;
}

/** Sorts in the order of reading: a backward window reads from its end. */
function sort<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, window: Window): void {
  query.orderBy();
  for (const [path, direction, nulls] of readingOrder(window)) query.addOrderBy(path, direction, nulls);
}

/** The window's ORDER BY, in the order of reading. */
export function readingOrder({ keys, backward }: Window): SortTerm[] {
  return keys.map((key) => {
    const { ascending, metadata } = key;
    const path = expressionOf(key, key.path);
    const up = ascending !== backward;
    // Said only where it matters: PostgreSQL would not use an index for it.
    const nulls = metadata.isNullable ? (up ? "NULLS FIRST" : "NULLS LAST") : undefined;
    return [path, up ? "ASC" : "DESC", nulls] as const;
  });
}

/** Makes the page of rows read in the window's order, one more than its size where there are more. */
export function toPage<Row extends ObjectLiteral>(
  window: Window,
  found: readonly Row[],
  totalCount: () => Promise<number>,
): Page<Row> {
  const more = found.length > window.size;
  const rows = found.slice(0, window.size);
  if (window.backward) rows.reverse();
  return {
    rows,
    cursors: rows.map((row) => encodeCursor(window.keys, row)),
    hasNextPage: window.backward ? window.before !== null : more,
    hasPreviousPage: window.backward ? more : window.after !== null,
    totalCount,
  };
}

/** Remembers the first answer. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}
