/** @jest-environment-options {"customExportConditions": ["node", "node-addons", "development"]} */
import { InMemoryCache } from "@apollo/client";
import { print } from "graphql";
import { ClientsHouse, overheard, SCREENS, settingsFromPage, type Asked } from "./clients-house";

/* Apollo's cache, set up as docs/frontend.md says. */

let house: ClientsHouse;
beforeAll(async () => (house = await ClientsHouse.start()), 120_000);
afterAll(() => house.server.stop());
afterEach(() => jest.restoreAllMocks());

const ROOTS = { query: "ROOT_QUERY", mutation: "ROOT_MUTATION", subscription: "ROOT_SUBSCRIPTION" };

/** Asks as Apollo Client does, and keeps the answer in the cache. */
async function write(cache: InMemoryCache, email: string, { document, kind, name, variables }: Asked) {
  const query = cache.transformDocument(document);
  const { data } = await house.server.ask(email, print(query), variables);
  if (data == null) return [];
  const kept = { query, variables, id: ROOTS[kind] };
  cache.writeQuery({ ...kept, data });
  return [{ name, kept, data }];
}

test.each(SCREENS)("the cache of %s, %s, gives every answer back as it was", async (email, app) => {
  const complaints = overheard();
  const { typePolicies, possibleTypes } = settingsFromPage(house.schema);
  const cache = new InMemoryCache({ typePolicies, possibleTypes });
  const written = [];
  for (const asked of house.asked(app, "query")) written.push(...(await write(cache, email, asked)));
  expect(written.length).toBeGreaterThan(5);
  const readAgain = written.map(({ name, kept }) => [name, cache.readQuery(kept)]);
  expect(complaints).toEqual([]);
  expect(readAgain).toEqual(written.map(({ name, data }) => [name, data]));
  for (const asked of house.asked(app, "mutation")) await write(cache, email, asked);
  expect(complaints).toEqual([]);
});
