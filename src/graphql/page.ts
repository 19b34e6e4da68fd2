import { Refusal } from "../kernel/errors";
import type { Connection } from "./connection";

/** Largest page of any list, and the size where none is asked for. */
export const MOST_PER_PAGE = 200;
export const USUAL_PER_PAGE = 50;

/** Arguments of a list as they come in. */
export interface ListArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A page as db/keyset.ts reads it. */
interface ReadPage<Row> {
  readonly rows: readonly Row[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  totalCount(): Promise<number>;
}

/** The arguments with their usual size, as db/keyset.ts takes them. */
export function windowFrom({ first, after, last, before }: ListArgs) {
  if (first != null && last != null)
    throw new Refusal("BAD_INPUT", "Ask for the first or the last of a list, not both.", ["last"]);
  return { first: first ?? (last == null ? USUAL_PER_PAGE : null), after, last, before, maxPageSize: MOST_PER_PAGE };
}

/** A page as GraphQL shows it. The total is counted only where it is asked for. */
export function connectionFrom<Row, Node>(page: ReadPage<Row>, nodeOf: (row: Row) => Node): Connection<Node> {
  const edges = page.rows.map((row, index) => ({ cursor: page.cursors[index] ?? "", node: nodeOf(row) }));
  const { hasNextPage, hasPreviousPage } = page;
  const [startCursor = null, endCursor = null] = [page.cursors[0], page.cursors.at(-1)];
  return {
    edges,
    pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
    get totalCount() {
      return page.totalCount();
    },
  };
}
