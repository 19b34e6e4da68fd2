import type { ApolloServerPlugin } from "@apollo/server";
import { ApolloArmor } from "@escape.tech/graphql-armor";
import { GraphQLError, type GraphQLSchema, type ValidationContext, type ValidationRule } from "graphql";
import type { Limits } from "../../config/config";
import type { GraphQLContext } from "../../infra/graphql/context";
import { operationCost } from "./operation-cost";
import { requestScope } from "../../infra/http/request-scope";

/** Rules for what can be judged before variables are known: depth, aliases, directives. */
export function limitRules(limits: Limits): ValidationRule[] {
  // Its token limit answers 500 and its cost limit does not see variables: Apollo and `costLimit` do these two.
  const armor = new ApolloArmor({
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
    maxDepth: { n: limits.depth, ...refusing("depth") },
    maxAliases: { n: limits.aliases, allowList: [], ...refusing("aliases") },
    maxDirectives: { n: limits.directives, ...refusing("directives") },
  });
  return armor.protect().validationRules;
}

function refusing(limit: string) {
  const report = (context: ValidationContext | null, error: GraphQLError) =>
    context?.reportError(
      new GraphQLError(error.message.replace(/^Syntax Error: /, ""), { extensions: { limit, code: "" } }),
    );
  return { propagateOnRejection: false, onReject: [report] };
}

/** Refuses an operation whose cost, variables included, is above the limit; tells the request's log the cost. */
export function costLimit(schema: GraphQLSchema, maximum: number): ApolloServerPlugin<GraphQLContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) => {
        if (!operation) return;
        const cost = operationCost(schema, document, operation, request.variables ?? {});
        requestScope.getStore()?.noteOperation(operation.name?.value ?? null, cost);
        if (cost <= maximum) return;
        throw new GraphQLError(`The operation's cost limit of ${maximum} is exceeded: it may resolve ${cost} fields.`, {
          extensions: { limit: "cost", http: { status: 400 } },
        });
      },
    }),
  };
}
