import { cacheExchange } from "@urql/exchange-graphcache";
import { Client, fetchExchange, mapExchange, type CombinedError } from "urql";
import type { Language } from "./words";

/** Each thing is kept once, by its type and id, so that what a mutation answers is seen wherever it is shown. */
export function createGraphqlClient(language: Language, signedOut: () => void): Client {
  return new Client({
    url: "/graphql",
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (isUnauthenticated(error)) signedOut();
        },
      }),
      cacheExchange(),
      fetchExchange,
    ],
    preferGetMethod: false,
    // The cookie goes along by itself; the server's texts come in the language of the page.
    fetchOptions: { credentials: "same-origin", headers: { "accept-language": language } },
    requestPolicy: "cache-and-network",
  });
}

function isUnauthenticated(error: CombinedError): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions["code"] === "UNAUTHENTICATED");
}
