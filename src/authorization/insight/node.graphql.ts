import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { readDerivedId } from "../../infra/graphql/global-id";
import { Node } from "../../infra/graphql/node";
import type { DerivedFinder, NodeFinder } from "../../infra/graphql/node-finder";
import { isId } from "../../kernel/ids";

/** Anything by its id (Relay): asks the finders of all kinds, in their order. */
@Resolver()
export class NodeResolver {
  constructor(
    private readonly finders: readonly NodeFinder[],
    private readonly derived: readonly DerivedFinder[],
  ) {}

  @Query(() => Node, {
    nullable: true,
    description: "Anything by its id. Null: there is none of that id, or it is not for you to see.",
  })
  async node(@Ctx() context: GraphQLContext, @Arg("id", () => ID) id: string): Promise<Node | null> {
    const actor = actorOf(context);
    const read = readDerivedId(id.trim());
    if (read) {
      const finder = this.derived.find(({ kind }) => kind === read.kind);
      return (await finder?.findDerived(read.parts, context)) ?? null;
    }
    const key = id.trim().toLowerCase();
    if (!isId(key)) return null;
    for (const finder of this.finders) {
      const found = await finder.find(actor, key, context);
      if (found) return found;
    }
    return null;
  }
}
