import type { Actor } from "../../kernel/actor";
import { Refusal } from "../../kernel/errors";
import { PolicyRefusal } from "../../policy/ports";
import type { GraphQLContext } from "./context";
import type { DerivedKind } from "./global-id";
import type { Node } from "./node";

/** Finds one kind of node. Null: none of that id, or not for this actor, by the rule of the list it stands in. */
export interface NodeFinder {
  find(actor: Actor, id: string, context: GraphQLContext): Promise<Node | null>;
}

/** The parts of a derived id. */
export type IdParts = readonly string[];
export type Found = Node | null | undefined;

/** Finds one kind of what has no row of its own, by the parts of its id. Null as above. */
export interface DerivedFinder {
  readonly kind: DerivedKind;
  findDerived(parts: IdParts, context: GraphQLContext): Promise<Node | null>;
}

/** The resolvers of the schema, by their classes: what has no row of its own is found as it is found in its place. */
export type MadeResolvers = <Resolver>(type: abstract new (...args: never[]) => Resolver) => Resolver;

/** A finder over what a field answers. Whom the field refuses learns nothing of what is there. */
export function derivedFinder(
  kind: DerivedKind,
  find: (parts: IdParts, context: GraphQLContext) => Promise<Found>,
): DerivedFinder {
  return {
    kind,
    async findDerived(parts, context) {
      try {
        return (await find(parts, context)) ?? null;
      } catch (error) {
        if (error instanceof PolicyRefusal || error instanceof Refusal) return null;
        throw error;
      }
    },
  };
}
