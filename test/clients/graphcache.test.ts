import { cacheExchange, type CacheExchangeOpts } from "@urql/exchange-graphcache";
import { introspectionFromSchema } from "graphql";
import { Client, fetchExchange } from "urql";
import { ClientsHouse, SCREENS, settingsFromPage } from "./clients-house";
import type { Answer } from "../support/server";

/* Graphcache, set up as docs/frontend.md says, with the schema and without. */

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

/** The client adds the types' names for its cache, and hands out what was asked for. */
function withoutTypes(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (key === "__typename" ? undefined : value)));
}

const CASES = SCREENS.flatMap(([email, app]) => [true, false].map((aware) => [email, app, aware] as const));

test.each(CASES)("%s, %s, aware of the schema: %s", async (email, app, aware) => {
  const { keys } = settingsFromPage(house.schema);
  const schema = introspectionFromSchema(house.schema) as NonNullable<CacheExchangeOpts["schema"]>;
  const { client, answers, complaints } = newClient(email, aware ? { keys, schema } : { keys });
  const kept = [];
  for (const { name, document, variables } of house.asked(app, "query")) {
    await client.query(document, variables, { requestPolicy: "network-only" }).toPromise();
    // A field with an error is not kept, on purpose.
    const { data, errors } = answers.at(-1) ?? {};
    if (data != null && !errors) kept.push({ name, document, variables, data });
  }
  expect(kept.length).toBeGreaterThan(5);
  const readAgain = kept.map(({ name, document, variables }) => {
    const found: unknown = client.readQuery(document, variables)?.data;
    return { name, data: found };
  });
  expect(complaints).toEqual([]);
  expect(withoutTypes(readAgain)).toEqual(withoutTypes(kept.map(({ name, data }) => ({ name, data }))));
  for (const { document, variables } of house.asked(app, "mutation"))
    await client.mutation(document, variables).toPromise();
  expect(complaints).toEqual([]);
});
