import { graphql, type GraphQLSchema } from "graphql";
import { buildSchema, Query, Resolver } from "type-graphql";
import type { Caller } from "../../../src/infra/graphql/caller";
import { newContext } from "../../../src/infra/graphql/context";
import type { Locale } from "../../../src/kernel/locale";
import { AccessListResolver } from "../../../src/directory/access-list/access-list.graphql";
import { held, listHouse } from "./access-list-house";

@Resolver()
class Nothing {
  @Query(() => Boolean)
  nothing(): boolean {
    return true;
  }
}

const MUTATION = `mutation ($input: ImportAccessListInput!) {
  importAccessList(input: $input) {
    userErrors { code message field }
    decision { allowed code }
    rowErrors { line column code message }
    errorCount summary { added updated grantsGiven grantsRevoked unchanged }
    changes { email name gains loses } policyRevision dryRun written
  }
}`;
const CSV = "Courriel;Nom;Rôle;Fonctionnalités\nbo@acme.test;Bo;approbateur;Engagement\n";

describe("importAccessList", () => {
  let made: Awaited<ReturnType<typeof listHouse>>;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    made = await listHouse();
    const resolvers = [AccessListResolver, Nothing] as const;
    const container = {
      get: (kind: unknown) => (kind === Nothing ? new Nothing() : new AccessListResolver(made.lists)),
    };
    schema = await buildSchema({ resolvers, container, validate: false });
  });

  async function run(csv: string, more: object = {}, email = "admin@acme.test", locale: Locale = "en") {
    const caller: Caller = { kind: "person", email, subject: `iss|${email}`, name: null };
    const signal = new AbortController().signal;
    const contextValue = newContext({ caller, locale, requestId: "1", signal });
    const variableValues = { input: { company: "acme", csv, ...more } };
    const answer = await graphql({ schema, source: MUTATION, contextValue, variableValues });
    expect(answer.errors).toBeUndefined();
    return (answer.data as Record<string, Record<string, unknown>>)["importAccessList"]!;
  }

  test("is a dry run unless told otherwise, in the language of who asks", async () => {
    const answer = await run(CSV, {}, "admin@acme.test", "fr");
    expect(answer).toMatchObject({
      userErrors: [],
      rowErrors: [],
      dryRun: true,
      written: false,
      summary: { added: 1, grantsGiven: 1 },
      changes: [{ email: "bo@acme.test", loses: [] }],
    });
    expect((answer["changes"] as { gains: string[] }[])[0]?.gains).toContain("Engagement (exporter)");
    expect(await held(made.house, "bo@acme.test")).toEqual([]);
  });

  test("errors of rows are told, and that nothing was written", async () => {
    const answer = await run(`${CSV}x;X;aucun;`, { dryRun: false });
    expect(answer).toMatchObject({
      userErrors: [{ code: "BAD_INPUT", field: ["input", "csv"] }],
      rowErrors: [{ line: 3, column: "Courriel", code: "EMAIL_INVALID" }],
      errorCount: 1,
      written: false,
    });
    expect(await held(made.house, "bo@acme.test")).toEqual([]);
  });

  test("a refusal by policy carries the decision; to an outsider there is no such company", async () => {
    await made.house.addMember("acme", "al@acme.test", { toolLevel: "admin" });
    const refused = await run(CSV, { dryRun: false }, "al@acme.test");
    expect(refused).toMatchObject({ decision: { allowed: false }, rowErrors: [], summary: null, changes: [] });
    expect(await run(CSV, {}, "x@other.test")).toMatchObject({ userErrors: [{ code: "NOT_FOUND" }], decision: null });
  });

  test("writes when told to", async () => {
    expect(await run(CSV, { dryRun: false })).toMatchObject({ userErrors: [], written: true, dryRun: false });
    expect(await held(made.house, "bo@acme.test")).toEqual(["commitment export"]);
  });
});
