import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, OperationTypeNode, type DocumentNode } from "graphql";
import type { GraphQLContext } from "../../infra/graphql/context";
import { httpText } from "../../infra/http/http-problem";
import { requestScope, type RequestScope } from "../../infra/http/request-scope";

/** A subscription that has passed every check that an operation passes. */
export interface AskedSubscription {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Subscriptions that streams asked for, by request. */
const asked = new WeakMap<RequestScope, { subscription: AskedSubscription | null }>();

/** Lets the request ask for a subscription: only then is one taken. What it asked for is in the answer after the request. */
export function expectSubscription(scope: RequestScope): { readonly subscription: AskedSubscription | null } {
  const place = { subscription: null };
  asked.set(scope, place);
  return place;
}

function placeOfRequest() {
  const scope = requestScope.getStore();
  return scope && asked.get(scope);
}

/**
 * Has the engine check subscriptions like any operation, and hands them over instead of running them: the engine has no
 * transport for them.
 */
export const takeSubscriptions: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || placeOfRequest()) return;
      const code = "EVENT_STREAM_NEEDED";
      const message = httpText(code, requestScope.getStore()?.locale ?? "en");
      throw new GraphQLError(message, { extensions: { code, http: { status: 406 } } });
    },
    responseForOperation: async ({ operation, document, request }) => {
      const place = placeOfRequest();
      if (operation.operation !== OperationTypeNode.SUBSCRIPTION || !place) return null;
      const { operationName = null, variables = {} } = request;
      place.subscription = { document, operationName, variables };
      return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data: {} } } };
    },
  }),
};
