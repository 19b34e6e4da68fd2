import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray, type PubSub } from "type-graphql";
import { DecisionResolver, resolveDecisionsDirectly } from "../../authorization/decision-point/decision.graphql";
import { describeBounds } from "../../infra/graphql/input-bounds";
import { NodeResolver } from "../../authorization/insight/node.graphql";
import { actorOf } from "../../infra/graphql/actor";
import type { GraphQLContext } from "../../infra/graphql/context";
import { quickenInputs } from "../../infra/graphql/input-fields";
import type { ResolverOf } from "../../infra/module/module";
import type { DerivedFinder, MadeResolvers, NodeFinder } from "../../infra/graphql/node-finder";
import { CompanyEventResolver, subscribeByResolver } from "../../records/events/company-event.graphql";
import { CompanyResolver } from "../../tenant/companies/company-resolver.graphql";
import type { IdempotencyKeys } from "../../infra/idempotency/idempotency-keys";
import { carryChanges } from "../../tenant/graphql/carried";
import { keepAnswers } from "../../tenant/graphql/keyed-mutations";
import { answerAfresh } from "./mutations-in-turn";
import { describeSchema } from "./words/describe";

/** What of a product its schema is made of. */
interface Product<Services> {
  readonly resolvers: readonly ResolverOf<Services>[];
  nodes(made: MadeResolvers, services: Services): readonly (NodeFinder | DerivedFinder)[];
}

interface WithKeys {
  readonly idempotencyKeys: IdempotencyKeys;
}

/** The executable schema of the modules' resolvers. Without services it can be printed, but not asked. */
export function buildGraphqlSchema<Services extends WithKeys>(
  product: Product<Services>,
  services: Services | null,
): GraphQLSchema {
  const { resolvers } = product;
  const made = services === null ? [] : resolvers.map(({ make }) => make(services));
  const byClass = new Map<unknown, object>(made.map((resolver) => [resolver.constructor, resolver]));
  const nodes = nodeResolver(made, services === null ? [] : product.nodes(madeOf(byClass), services));
  byClass.set(NodeResolver, nodes);
  const schema = buildSchemaSync({
    resolvers: [...resolvers.map(({ type }) => type), NodeResolver] as unknown as NonEmptyArray<new () => object>,
    container: { get: (type) => byClass.get(type) },
    validate: false,
    pubSub: NO_TOPICS,
    // The schema's own introspection takes longer than making it, and says the same for all services: those who print it
    // check it. Whether it is valid is checked at every start all the same.
    skipCheck: services !== null,
  });
  const decisions = byClass.get(DecisionResolver);
  if (decisions instanceof DecisionResolver) resolveDecisionsDirectly(schema, decisions);
  const companies = byClass.get(CompanyResolver) as CompanyResolver;
  const company = (context: GraphQLContext, reference: string) => companies.find(actorOf(context), reference);
  keepAnswers(
    schema,
    services && { keys: services.idempotencyKeys, company, node: (context, id) => nodes.node(context, id) },
  );
  const events = byClass.get(CompanyEventResolver);
  if (events instanceof CompanyEventResolver) subscribeByResolver(schema, events);
  describeSchema(schema);
  describeBounds(schema);
  carryChanges(schema, company);
  answerAfresh(schema);
  quickenInputs(schema);
  return schema;
}

/** type-graphql asks for one where there are subscriptions. What is listened to here is what is stored. */
const NO_TOPICS: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error("There are no topics");
  },
};

function nodeResolver(made: readonly object[], nodes: readonly (NodeFinder | DerivedFinder)[]): NodeResolver {
  const finders = [...made, ...nodes];
  return new NodeResolver(
    finders.filter((one): one is NodeFinder => "find" in one),
    finders.filter((one): one is DerivedFinder => "findDerived" in one),
  );
}

function madeOf(byClass: ReadonlyMap<unknown, object>): MadeResolvers {
  return (type) => {
    const found = byClass.get(type);
    if (!found) throw new Error(`There is no resolver ${type.name}.`);
    return found as InstanceType<typeof type>;
  };
}
