import type { ObjectLiteral } from "typeorm";
import type { Page } from "../../infra/db/query/keyset";
import type { Connection, ConnectionArgs, Edge } from "../../infra/graphql/connection";
import { loaderFor, type GraphQLContext } from "../../infra/graphql/context";

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 200;

/** Relay's arguments with the sizes of the house, as db/keyset.ts takes them. */
export interface SizedRequest extends ConnectionArgs {
  readonly maxPageSize: number;
}

/** A list that each of many parents has. */
export interface ListUnder<Row extends ObjectLiteral, Node> {
  /** Names the list with its filter: two lists of one name and arguments share their pages. */
  readonly name: string;
  pages(parentIds: readonly string[], request: SizedRequest): Promise<ReadonlyMap<string, Page<Row>>>;
  node(row: Row): Node;
}

/** A page of the parent's list. One reading serves all parents of the request that ask for the same page. */
export async function listUnder<Row extends ObjectLiteral, Node>(
  context: GraphQLContext,
  parentId: string,
  args: ConnectionArgs,
  list: ListUnder<Row, Node>,
): Promise<Connection<Node>> {
  const request = sized(args);
  const loader = loaderFor(context, `${list.name} ${JSON.stringify(request)}`, async (ids: readonly string[]) => {
    const pages = await list.pages(ids, request);
    return ids.map((id) => pages.get(id) ?? new Error("A list without a page"));
  });
  return new PageConnection(await loader.load(parentId), (row) => list.node(row));
}

/** 50 if nothing is said, 200 at most. */
export function sized({ first, after, last, before }: ConnectionArgs): SizedRequest {
  const size = first == null && last == null ? DEFAULT_PAGE : first;
  return { first: size, after, last, before, maxPageSize: LARGEST_PAGE };
}

/** A page as Relay shows it. The count is asked for only where somebody reads it. */
export class PageConnection<Row extends ObjectLiteral, Node> implements Connection<Node> {
  readonly edges: Edge<Node>[];
  readonly pageInfo: Connection<Node>["pageInfo"];

  constructor(
    private readonly page: Page<Row>,
    node: (row: Row) => Node,
  ) {
    const { rows, cursors, hasNextPage, hasPreviousPage } = page;
    this.edges = rows.map((row, index) => ({ cursor: cursors[index] ?? "", node: node(row) }));
    const ends = { startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null };
    this.pageInfo = { hasNextPage, hasPreviousPage, ...ends };
  }

  get totalCount(): number {
    // GraphQL waits for promises of fields.
    return this.page.totalCount() as unknown as number;
  }
}
