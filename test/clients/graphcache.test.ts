import { cacheExchange, type CacheExchangeOpts } from "@urql/exchange-graphcache";
import { introspectionFromSchema } from "graphql";
import { Client, fetchExchange } from "urql";
import { ClientsHouse, PEOPLE } from "./clients-house";
import type { Answer } from "../support/server";

/* Graphcache with the schema, as its documentation counsels, and as the console takes it: without anything. */

let house: ClientsHouse;
beforeAll(async () => (house = await ClientsHouse.start()), 120_000);
afterAll(() => house.server.stop());

/** A client that asks the server as the person, what it was answered, and what its cache complained of. */
function newClient(email: string, options: Partial<CacheExchangeOpts>) {
  const complaints: string[] = [];
  const answers: Answer[] = [];
  const logger = (_severity: string, message: string) => void complaints.push(message);
  const client = new Client({
    url: "http://ledgergate.test/graphql",
    exchanges: [cacheExchange({ ...options, logger }), fetchExchange],
    preferGetMethod: false,
    fetch: async (_url, init) => {
      const { query, variables } = JSON.parse(init!.body as string) as { query: string; variables: object };
      const answer = await house.server.ask(email, query, variables);
      answers.push(answer);
      return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
    },
  });
  return { client, answers, complaints };
}

const WAYS = ["with the schema", "as it comes"];

test.each(PEOPLE.flatMap((email) => WAYS.map((way) => [email, way])))("%s, %s", async (email, way) => {
  const schema = introspectionFromSchema(house.schema) as NonNullable<CacheExchangeOpts["schema"]>;
  const { client, answers, complaints } = newClient(email!, way === WAYS[0] ? { schema } : {});
  const kept = [];
  for (const { name, document, variables } of house.queries) {
    await client.query(document, variables, { requestPolicy: "network-only" }).toPromise();
    const data = answers.at(-1)?.data;
    if (data != null) kept.push({ name, document, variables, data });
  }
  expect(kept.length).toBeGreaterThan(15);
  for (const { name, document, variables, data } of kept)
    expect([name, client.readQuery(document, variables)?.data]).toEqual([name, data]);
  for (const { document, variables } of house.mutations) await client.mutation(document, variables).toPromise();
  expect(complaints).toEqual([]);
});
