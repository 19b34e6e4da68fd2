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
    changes { email name gains loses } policyRevision dryRun written digest
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

  /** Carried out by who has looked at the dry run. */
  async function apply(csv: string, email = "admin@acme.test") {
    const { digest } = await run(csv, {}, email);
    return run(csv, { dryRun: false, digest }, email);
  }

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
    const answer = await apply(`${CSV}x;X;aucun;`);
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
    const refused = await run(CSV, { dryRun: false, digest: "" }, "al@acme.test");
    expect(refused).toMatchObject({ decision: { allowed: false }, rowErrors: [], summary: null, changes: [] });
    expect(await run(CSV, {}, "x@other.test")).toMatchObject({ userErrors: [{ code: "NOT_FOUND" }], decision: null });
  });

  test("is not carried out by who has not looked, or looked at another list or at other rights", async () => {
    expect(await run(CSV, { dryRun: false })).toMatchObject({
      userErrors: [{ code: "BAD_INPUT", field: ["input", "digest"] }],
      changes: [],
    });
    const { digest } = await run(CSV);
    const stale = { userErrors: [{ code: "STALE_EDIT", field: ["input", "digest"] }], written: false };
    const other = CSV.replace("Engagement", "Facture de sous-traitant");
    expect(await run(other, { dryRun: false, digest })).toMatchObject(stale);
    expect(await apply("E-mail;Name;Role;Features\nzoe@acme.test;Zoe;read-only;\n")).toMatchObject({ written: true });
    const changed = await run(CSV, { dryRun: false, digest });
    expect(changed).toMatchObject({ ...stale, changes: [{ email: "bo@acme.test" }] });
    expect(await held(made.house, "bo@acme.test")).toEqual([]);
    expect(changed["digest"]).not.toBe(digest);
  });

  test("writes when told to", async () => {
    expect(await apply(CSV)).toMatchObject({ userErrors: [], written: true, dryRun: false });
    expect(await held(made.house, "bo@acme.test")).toEqual(["commitment export"]);
  });
});
