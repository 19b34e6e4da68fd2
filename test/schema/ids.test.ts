import type { GraphQLSchema } from "graphql";
import { createSchema } from "../../src/app";
import { TestServer } from "../support/server";
import { systemActor } from "../../src/kernel/actor";
import { RecordEntity } from "../../src/records/record/record.entity";
import { newContext } from "../../src/infra/graphql/context";
import { graphql } from "graphql";
import { everythingOf, everythingOfACompany, identified } from "./everything";

/* One id, one type: whatever keeps objects by their ids never takes one for another, and can ask for each again. */

let server: TestServer;
let schema: GraphQLSchema;
beforeAll(async () => {
  server = await TestServer.start();
  schema = createSchema(server.app);
  // Something on its way, so that there is a delivery and its lane.
  const order = await server.app.database.read().findOneByOrFail(RecordEntity, { number: "PO-002" });
  const seen = { company: "demo", record: order.id, expectedVersion: order.version };
  await server.app.records.send(systemActor("test"), seen);
}, 60_000);
afterAll(() => server.stop());

async function ask(email: string, source: string, variableValues: Record<string, unknown> = {}) {
  const caller = { kind: "person", email, subject: `https://issuer.test|${email}`, name: null } as const;
  const signal = new AbortController().signal;
  const contextValue = newContext({ caller, locale: "en", requestId: "test", signal });
  return graphql({ schema, source, variableValues, contextValue });
}

const PEOPLE = ["admin@demo.test", "specialist@vendor.test", "commitments-and-invoices@demo.test"];
const MORE = `{ viewer { __typename id mailPreferences { __typename id } memberships { company { __typename id } member { __typename id } } }
  features { __typename id } guide(company: "demo") { __typename id items { item { __typename id } } }
  whoCan(company: "demo", action: SEND, feature: COMMITMENT, first: 5) { edges { node { subject { __typename subjectId } } } }
  decision(input: { company: "demo", action: SEND, feature: VENDOR }) { gates { remedy { people { __typename subjectId } } } } }`;
const PORTFOLIO = `{ portfolio { __typename id company { __typename id } implementation { __typename id } } }`;
const PAST = `{ company(id: "demo") { accessMatrix(at: "2999-01-01T00:00:00Z") { edges { node { __typename id } } } } }`;

async function seenBy(email: string): Promise<(readonly [string, string])[]> {
  const answers = [
    await ask(email, everythingOfACompany(schema, 7), { slug: "demo" }),
    await ask(email, MORE),
    await ask(email, PAST),
    ...(email === "specialist@vendor.test" ? [await ask(email, PORTFOLIO)] : []),
  ];
  const messages = answers.flatMap(({ errors }) => (errors ?? []).map(({ message }) => message));
  expect(messages.filter((message) => !/may|people/i.test(message))).toEqual([]);
  return identified(answers.map(({ data }) => data));
}

test("no id is that of two types, and every one of a Node finds the same thing again", async () => {
  const types = new Map<string, string>();
  const nodes = new Set(schema.getPossibleTypes(schema.getType("Node") as never).map(({ name }) => name));
  const found = new Set<string>();
  for (const email of PEOPLE)
    for (const [id, type] of await seenBy(email)) {
      expect([id, types.get(id) ?? type]).toEqual([id, type]);
      types.set(id, type);
      if (found.has(`${email} ${id}`) || !nodes.has(type)) continue;
      found.add(`${email} ${id}`);
      const again = await ask(email, `query ($id: ID!) { node(id: $id) { __typename id } }`, { id });
      expect([again.errors, again.data]).toEqual([undefined, { node: { __typename: type, id } }]);
    }
  const kinds = [...new Set(types.values())].sort();
  expect(kinds.filter((kind) => !nodes.has(kind))).toEqual([]);
  expect(kinds).toEqual(
    expect.arrayContaining(["ActionItem", "CompanyFeature", "DeliveryLane", "ErpIntegration", "Viewer"]),
  );
}, 120_000);

test("what may not be seen is not found by its id", async () => {
  const { data } = await ask(
    "admin@demo.test",
    `{ company(id: "demo") { erpIntegration { id } implementation { id }
    features { id } accessMatrix(first: 1) { edges { node { id } } } } viewer { id mailPreferences { id } } }`,
  );
  for (const [id] of identified(withTypes(data))) {
    const stranger = await ask("admin@other.test", `query ($id: ID!) { node(id: $id) { id } }`, { id });
    expect(stranger).toMatchObject({ data: { node: null } });
  }
  for (const id of [
    "viewer:",
    "feature:NOTHING",
    "action-item:x/y",
    "erp-integration:",
    "access-matrix-row:a/b/c/d",
    "lane:1",
    "",
  ])
    expect((await ask("admin@demo.test", `query ($id: ID!) { node(id: $id) { id } }`, { id })).data).toEqual({
      node: null,
    });
});

function withTypes(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll('"id":', '"__typename":"Any","id":'));
}

test("every object with an id is a Node", () => {
  const strays = Object.values(schema.getTypeMap()).filter(
    (type) =>
      "getFields" in type &&
      "getInterfaces" in type &&
      "id" in type.getFields() &&
      type.name !== "Node" &&
      type.getInterfaces().length === 0,
  );
  expect(strays.map(({ name }) => name)).toEqual([]);
  expect(everythingOf(schema.getQueryType()!, { depth: 1 })).toContain("viewer");
});
