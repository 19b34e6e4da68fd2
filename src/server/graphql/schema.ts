import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { DecisionResolver, resolveDecisionsDirectly } from "../../authorization/decision-point/decision.graphql";
import { NodeResolver, type NodeFinder } from "../../authorization/insight/node.graphql";
import { describeBounds } from "../../infra/graphql/input-bounds";
import { quickenInputs } from "../../infra/graphql/input-fields";
import type { ResolverOf } from "../../infra/module/module";

/** The executable schema of the modules' resolvers. Without services it can be printed, but not asked. */
export function buildGraphqlSchema<Services>(
  resolvers: readonly ResolverOf<Services>[],
  services: Services | null,
): GraphQLSchema {
  const made = services === null ? [] : resolvers.map(({ make }) => make(services));
  const finders = made.filter((resolver): resolver is NodeFinder => "find" in resolver);
  const byClass = new Map<unknown, object>(made.map((resolver) => [resolver.constructor, resolver]));
  byClass.set(NodeResolver, new NodeResolver(finders));
  const schema = buildSchemaSync({
    resolvers: [...resolvers.map(({ type }) => type), NodeResolver] as unknown as NonEmptyArray<new () => object>,
    container: { get: (type) => byClass.get(type) },
    validate: false,
    // The schema's own introspection takes longer than making it, and says the same for all services: those who print it
    // check it. Whether it is valid is checked at every start all the same.
    skipCheck: services !== null,
  });
  const decisions = byClass.get(DecisionResolver);
  if (decisions instanceof DecisionResolver) resolveDecisionsDirectly(schema, decisions);
  describeBounds(schema);
  quickenInputs(schema);
  return schema;
}
