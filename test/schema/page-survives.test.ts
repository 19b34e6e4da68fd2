import { graphql, type GraphQLSchema } from "graphql";
import { createSchema } from "../../src/app";
import { newContext } from "../../src/infra/graphql/context";
import { PolicyRefusal } from "../../src/policy/ports";
import { Refusal } from "../../src/kernel/errors";
import { TestServer } from "../support/server";
import { everythingOfACompany } from "./everything";

/* Where the policy refuses a field, the rest of the page is there, and the refusal is beside it. */

let server: TestServer;
let schema: GraphQLSchema;
beforeAll(async () => {
  server = await TestServer.start();
  schema = createSchema(server.app);
}, 60_000);
afterAll(() => server.stop());

async function page(email: string) {
  const caller = { kind: "person", email, subject: `https://issuer.test|${email}`, name: null } as const;
  const signal = new AbortController().signal;
  const contextValue = newContext({ caller, locale: "en", requestId: "test", signal });
  return graphql({ schema, source: everythingOfACompany(schema, 5), variableValues: { slug: "demo" }, contextValue });
}

function at(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, step) => (found as Record<string | number, unknown>)[step], data);
}

test.each([
  "admin@demo.test",
  "commitments-and-invoices@demo.test",
  "read-only@demo.test",
  "project-manager@demo.test",
  "specialist@vendor.test",
])("%s sees a company, whatever of it they may not see", async (email) => {
  const { data, errors = [] } = await page(email);
  expect(data?.["company"]).not.toBeNull();
  for (const { path, originalError } of errors) {
    expect([originalError, refused(originalError)]).toEqual([originalError, true]);
    // The field itself is null, and nothing above it.
    expect([path, at(data, path!)]).toEqual([path, null]);
  }
});

function refused(error: unknown): boolean {
  return error instanceof PolicyRefusal || error instanceof Refusal;
}

test("over HTTP the refusal names the field, the code and the decision, in the reader's language", async () => {
  const query = `{ company(id: "demo") { name apiKeys { id } projects(first: 1) { edges { node { code } } } } }`;
  const { data, errors } = await server.ask("read-only@demo.test", query, {}, { "accept-language": "fr" });
  expect(data).toMatchObject({ company: { name: expect.any(String) as string, apiKeys: null } });
  expect(errors).toMatchObject([
    {
      path: ["company", "apiKeys"],
      message: expect.stringContaining("annuaire") as string,
      extensions: {
        code: "DIRECTORY_LEVEL_TOO_LOW",
        decision: { allowed: false, gates: expect.any(Array) as unknown[] },
      },
    },
  ]);
});

test("nor does one question that is refused take the others along", async () => {
  const query = `{ viewer { email } portfolio { company { slug } } whoCan(company: "demo", action: SEND) { totalCount }
    whatCan(company: "demo") { action } mine: abilityRules(company: "demo") { policyRevision }
    simulate(company: "demo", changes: []) { loses } verifyAudit(company: "demo") { intact }
    decision(input: { company: "other", action: SEND, feature: COMMITMENT }) { allowed } }`;
  const { data, errors } = await server.ask("project-manager@demo.test", query);
  expect(data).toMatchObject({ viewer: { email: "project-manager@demo.test" }, portfolio: null, verifyAudit: null });
  expect(errors!.map(({ extensions }) => extensions.code)).not.toContain("INTERNAL_SERVER_ERROR");
});
