import { ArgsType, Field, Int, ObjectType, type ClassType } from "type-graphql";

/** Relay's arguments of a list, forward and backward. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { nullable: true, description: "How many from the start; 50 if nothing is said, 200 at most." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "The cursor after which to start." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "How many from the end, 200 at most." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "The cursor before which to end." })
  before?: string | null;
}

@ObjectType({ description: "Where a page lies in its list (Relay)." })
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field()
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The GraphQL types `XEdge` and `XConnection` of a node type. Call once per node type, beside it. */
export function connectionOf<Node extends object>(node: ClassType<Node>, name: string): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: "An entry of a list with its cursor." })
  class NodeEdge implements Edge<Node> {
    @Field()
    cursor!: string;

    @Field(() => node)
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: "A page of a list (Relay)." })
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge])
    edges!: NodeEdge[];

    @Field()
    pageInfo!: PageInfo;

    @Field(() => Int, { description: "How many there are in all." })
    totalCount!: number;
  }
  return NodeConnection;
}
