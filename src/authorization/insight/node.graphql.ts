import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { Node } from "../../infra/graphql/node";
import type { Actor } from "../../kernel/actor";
import { isId } from "../../kernel/ids";
import type { Locale } from "../../kernel/locale";

/** Finds one kind of node. Null: none of that id, or not for this actor, by the rule of the list it stands in. */
export interface NodeFinder {
  find(actor: Actor, id: string, locale: Locale): Promise<Node | null>;
}

/** Anything by its id (Relay): asks the finders of all kinds, in their order. */
@Resolver()
export class NodeResolver {
  constructor(private readonly finders: readonly NodeFinder[]) {}

  @Query(() => Node, {
    nullable: true,
    description: "Anything by its id. Null: there is none of that id, or it is not for you to see.",
  })
  async node(@Ctx() context: GraphQLContext, @Arg("id", () => ID) id: string): Promise<Node | null> {
    const actor = actorOf(context);
    const key = id.trim().toLowerCase();
    if (!isId(key)) return null;
    for (const finder of this.finders) {
      const found = await finder.find(actor, key, context.locale);
      if (found) return found;
    }
    return null;
  }
}
