import type { ConstructionPlatform } from "../port/construction-platform";
import { directoryCalls, listCalls } from "./directory-calls";
import { detailCalls, requestCalls } from "./request-calls";
import { RestClient, type RestClientParts } from "./rest-client";
import { setUpCalls } from "./set-up-calls";
import { writeCalls } from "./write-calls";

/**
 * The construction platform over its REST interface. Its own client (`@procore/js-sdk`) is not used: docs/dependencies.md
 * says why.
 */
export function restPlatform(parts: RestClientParts): ConstructionPlatform {
  const client = new RestClient(parts);
  return {
    ...requestCalls(client),
    ...detailCalls(client),
    ...writeCalls(client),
    ...setUpCalls(client),
    ...directoryCalls(client),
    ...listCalls(client),
  };
}
