import fc from "fast-check";
import type { Page, SortColumn } from "../../../src/infra/db/query/keyset";
import type { MemberEntity } from "../../../src/directory/members/member.entity";

/** What pages must be, said of a list in memory: shares no code with src/infra/db. */

export type Sort = SortColumn<MemberEntity>;
export const MAX = 100;

/** The order that the database is held to, by the plainest means: nulls first, text by its bytes. */
function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (typeof a === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  return Number(a) - Number(b);
}

export function sorted(rows: readonly MemberEntity[], orderBy: readonly Sort[]): MemberEntity[] {
  const columns = [...orderBy, { column: "id" as const, direction: orderBy.at(-1)?.direction ?? "asc" }];
  return [...rows].sort((a, b) => {
    for (const { column, direction } of columns) {
      const difference = compare(a[column], b[column]);
      if (difference !== 0) return direction === "asc" ? difference : -difference;
    }
    return 0;
  });
}

/** What Relay's specification makes of a list held in memory. */
export function expected(
  all: readonly MemberEntity[],
  request: { first?: number; last?: number; from?: number; to?: number },
) {
  const between = all.slice((request.from ?? -1) + 1, request.to ?? all.length);
  const { first, last } = request;
  if (last !== undefined) {
    const rows = between.slice(Math.max(0, between.length - last));
    return { rows, hasPreviousPage: between.length > last, hasNextPage: request.to !== undefined };
  }
  const size = first ?? MAX;
  return {
    rows: between.slice(0, size),
    hasNextPage: between.length > size,
    hasPreviousPage: request.from !== undefined,
  };
}

const direction = fc.constantFrom("asc" as const, "desc" as const);
const column = fc.constantFrom("name", "version", "active", "erasedAt", "createdAt", "toolLevel");
export const orderings = fc
  .uniqueArray(column, { maxLength: 3 })
  .chain((columns) => fc.tuple(...columns.map((name) => direction.map((d) => ({ column: name, direction: d })))));
export const population = fc.array(
  fc.record({
    name: fc.constantFrom(
      "",
      "Zoé",
      "Zoe",
      "zoe",
      "É",
      "a b",
      "a-b",
      "ab",
      "\u{1F3D7}",
      "\uFFFD",
      "%_\\'\"",
      "10",
      "9",
    ),
    version: fc.integer({ min: -2, max: 2 }),
    active: fc.boolean(),
    erasedAt: fc.option(fc.constantFrom("i|1", "i|2", ""), { nil: null }),
    createdAt: fc.constantFrom("2026-01-05T09:00:00.000Z", "2026-01-05T09:00:00.001Z"),
    toolLevel: fc.constantFrom("admin" as const, "none" as const),
  }),
  { minLength: 1, maxLength: 25 },
);

export const ids = (rows: readonly MemberEntity[]) => rows.map(({ id }) => id);

export function plain({ rows, hasNextPage, hasPreviousPage }: Omit<Page<MemberEntity>, "cursors" | "totalCount">) {
  return { rows: ids(rows), hasNextPage, hasPreviousPage };
}
