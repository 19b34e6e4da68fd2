import { InMemoryCache } from "@apollo/client";
import { isAbstractType, print } from "graphql";
import { ClientsHouse, overheard, PEOPLE, type Asked } from "./clients-house";

/* Apollo's cache as it comes, but for the possible types of interfaces, which every front end with fragments gives it. */

let house: ClientsHouse;
beforeAll(async () => (house = await ClientsHouse.start()), 120_000);
afterAll(() => house.server.stop());
afterEach(() => jest.restoreAllMocks());

function newCache(): InMemoryCache {
  const { schema } = house;
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const possibleTypes = Object.fromEntries(
    abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
  return new InMemoryCache({ possibleTypes });
}

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

test.each(PEOPLE)("the cache of %s gives every answer back as it was", async (email) => {
  const complaints = overheard();
  const cache = newCache();
  const written = [];
  for (const asked of house.queries) written.push(...(await write(cache, email, asked)));
  expect(written.length).toBeGreaterThan(15);
  for (const { name, kept, data } of written) expect([name, cache.readQuery(kept)]).toEqual([name, data]);
  for (const asked of house.mutations)
    for (const { name, kept, data } of await write(cache, email, asked))
      expect([name, cache.readQuery(kept)]).toEqual([name, data]);
  expect(complaints).toEqual([]);
});
