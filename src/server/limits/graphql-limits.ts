import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { ApolloArmor } from "@escape.tech/graphql-armor";
import { GraphQLError, type GraphQLSchema, type ValidationContext, type ValidationRule } from "graphql";
import type { Limits } from "../../config/config";
import type { GraphQLContext } from "../../infra/graphql/context";
import { fill } from "../../kernel/catalogue";
import type { Bilingual, Locale } from "../../kernel/locale";
import { InputOverBound } from "./input-check";
import { operationCost } from "./operation-cost";
import { OperationInputs } from "./operation-inputs";
import { localeOfRequest, requestScope } from "../../infra/http/request-scope";
import { LIMIT_TEXTS } from "./limit-texts";
import type { TrustedDocuments } from "./trusted-documents";

/** What an item of a list that is given costs, in fields: it mostly is read, judged and kept. */
const COST_OF_ITEM = 10;

/** Rules for what can be judged before variables are known: depth, aliases, directives. */
export function limitRules(limits: Limits): ValidationRule[] {
  // Its token limit answers 500 and its cost limit does not see variables: Apollo and `costLimit` do these two.
  const armor = new ApolloArmor({
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
    // A fragment is a way to write fields, and no level of its own.
    maxDepth: {
      n: limits.depth,
      flattenFragments: true,
      ...refusing("depth", (found) => fill(LIMIT_TEXTS.depth, { max: limits.depth, found })),
    },
    maxAliases: {
      n: limits.aliases,
      allowList: [],
      ...refusing("aliases", (found) => fill(LIMIT_TEXTS.aliases, { max: limits.aliases, found })),
    },
    maxDirectives: {
      n: limits.directives,
      ...refusing("directives", (found) => fill(LIMIT_TEXTS.directives, { max: limits.directives, found })),
    },
  });
  return armor.protect().validationRules;
}

/** The library says it in English, with how many it found. */
function refusing(limit: string, textsOf: (found: string) => Bilingual) {
  const report = (context: ValidationContext | null, error: GraphQLError) => {
    const found = /found (\d+)/.exec(error.message)?.[1] ?? "?";
    const message = textsOf(found)[localeOfRequest()];
    context?.reportError(new GraphQLError(message, { extensions: { limit, code: "" } }));
  };
  return { propagateOnRejection: false, onReject: [report] };
}

/**
 * Refuses an operation that is given more than its inputs may hold, or whose cost, variables included, is above the limit,
 * unless it is trusted; tells the cost to the request's log, and to whoever asked. Before the engine reads any variable.
 */
export function costLimit(
  schema: GraphQLSchema,
  maximum: number,
  trusted: Pick<TrustedDocuments, "isTrusted">,
): ApolloServerPlugin<GraphQLContext> {
  const inputs = new OperationInputs(schema);
  return {
    requestDidStart: async () => {
      let end: (() => void) | undefined;
      let told: number | undefined;
      return {
        didResolveOperation: async ({ document, operation, request, contextValue }) => {
          if (!operation) return;
          const variables = request.variables ?? {};
          const items = itemsIn(inputs, contextValue.locale, document, operation, variables);
          const cost = operationCost(schema, document, operation, variables) + items * COST_OF_ITEM;
          requestScope.getStore()?.noteOperation(operation.name?.value ?? null, cost);
          told = cost;
          if (cost > maximum && !trusted.isTrusted(document))
            throw refusal(fill(LIMIT_TEXTS.cost, { max: maximum, cost })[contextValue.locale], { limit: "cost" });
          end = begun(cost);
        },
        willSendResponse: async ({ response: { body } }) => {
          end?.();
          if (told === undefined || body.kind !== "single") return;
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: { requested: told, maximum } };
        },
      };
    },
  };
}

/** What ends the operation. Throws where who asks has used up what they may, or too much is under way. */
function begun(cost: number): (() => void) | undefined {
  const begun = requestScope.getStore()?.begin(cost);
  if (typeof begun !== "object") return begun;
  const { status, code, message, retryAfter, quota } = begun;
  const headers = new HeaderMap([["retry-after", `${retryAfter}`]]);
  const extensions = { code, ...(quota ? { quota } : {}), http: { status, headers } };
  throw new GraphQLError(message, { extensions });
}

function itemsIn(inputs: OperationInputs, locale: Locale, ...operation: Parameters<OperationInputs["check"]>): number {
  try {
    return inputs.check(...operation);
  } catch (error) {
    if (!(error instanceof InputOverBound)) throw error;
    const { limit, maximum, path } = error;
    const text = limit === "list" ? LIMIT_TEXTS.longList : LIMIT_TEXTS.longText;
    const texts = fill(text, { where: path.join("."), max: maximum });
    throw refusal(texts[locale], { limit, maximum, field: path });
  }
}

function refusal(message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
}
