import type { ApolloServerPlugin } from "@apollo/server";
import { ApolloArmor } from "@escape.tech/graphql-armor";
import type { FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLSchema, type ValidationContext, type ValidationRule } from "graphql";
import type { Limits } from "../../config/config";
import type { GraphQLContext } from "../../infra/graphql/context";
import type { Locale } from "../../kernel/locale";
import type { Problem } from "../../infra/http/http-problem";
import { operationCost } from "./operation-cost";
import { requestScope } from "../../infra/http/request-scope";

/** How long the operation's text is in UTF-8; 0 where there is none. */
export function queryBytes({ body, query }: Pick<FastifyRequest, "body" | "query">): number {
  const text = (body as { query?: unknown } | null)?.query ?? (query as { query?: unknown } | undefined)?.query;
  return typeof text === "string" ? Buffer.byteLength(text) : 0;
}

/** The answer to an operation whose text is larger than allowed. */
export function queryTooLarge(most: number, locale: Locale): Problem {
  const message = {
    en: `The text of an operation may have ${most} bytes. Send what it is about as variables.`,
    fr: `Le texte d'une opération est limité à ${most} octets. Envoyez les données sous forme de variables.`,
  }[locale];
  return { status: 413, code: "LIMIT_EXCEEDED", message, extensions: { limit: "query" } };
}

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
