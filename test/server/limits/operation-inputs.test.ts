import {
  buildSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  parse,
} from "graphql";
import { createSchema } from "../../../src/app";
import { inputsOf } from "../../../src/infra/graphql/input-bounds";
import { InputChecks, InputOverBound } from "../../../src/server/limits/input-check";
import { OperationInputs } from "../../../src/server/limits/operation-inputs";

const schema = createSchema(null);
const places = inputsOf(schema);

/** What was found over its bound, as "path: limit maximum"; how many items there are where nothing is. */
function look(query: string, variables: Record<string, unknown> = {}, over: GraphQLSchema = schema): string | number {
  const document = parse(query);
  try {
    return new OperationInputs(over).check(document, getOperationAST(document)!, variables);
  } catch (error) {
    if (!(error instanceof InputOverBound)) throw error;
    return `${error.path.join(".")}: ${error.limit} ${error.maximum}`;
  }
}

describe("every input of the schema", () => {
  const checks = new InputChecks();

  it("that holds a list is refused one item more than it may hold, and takes as many", () => {
    const lists = places.filter(({ input }) => isListType(getNullableType(input.type)));
    expect(lists.length).toBeGreaterThan(15);
    for (const { name, input, bound } of lists) {
      const maximum = bound.maxItems ?? 100;
      const check = checks.of(input.type, bound)!;
      expect({ name, items: check(Array(maximum).fill(null)) }).toEqual({ name, items: maximum });
      expect(() => check(Array(maximum + 1).fill(null))).toThrow(InputOverBound);
    }
  });

  it("that holds a text is refused one character more", () => {
    const texts = places.filter(({ input }) => ["ID", "String"].includes(getNamedType(input.type).name));
    expect(texts.length).toBeGreaterThan(200);
    for (const { name, input, bound } of texts) {
      const maximum = bound.maxLength ?? (getNamedType(input.type).name === "ID" ? 320 : 10_000);
      const check = checks.of(input.type, bound)!;
      expect(() => check("x".repeat(maximum + 1))).toThrow(InputOverBound);
      expect({ name, items: check("x".repeat(maximum)) }).toEqual({ name, items: 0 });
    }
  });

  it("is found by its name in the description where its bound is not the usual one", () => {
    const search = schema.getType("CompanyFilterInput");
    expect(isInputObjectType(search) && search.getFields()["search"]?.description).toContain("At most 200 characters.");
    expect(schema.description).toContain("100 items");
  });

  it("is refused at the start where its type has no bound, or contains itself", () => {
    const made = (sdl: string) => () => new OperationInputs(buildSchema(sdl));
    expect(made("scalar Anything type Query { a(b: Anything): Int }")).toThrow("Anything has no bound");
    expect(made("scalar Anything input I { c: [Anything!] } type Query { a(b: I): Int }")).toThrow("has no bound");
    expect(made("input I { i: I } type Query { a(b: I): Int }")).toThrow("contains itself");
  });
});

describe("what an operation is given", () => {
  const create = "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key } }";
  const key = { name: "n", scopes: [] as string[] };

  it("is looked at in its variables, however deep", () => {
    expect(look(create, { input: { ...key, companies: Array(600_000).fill("demo") } })).toBe(
      "input.companies: list 100",
    );
    expect(look(create, { input: { ...key, companies: ["a", "x".repeat(321)] } })).toBe("input.companies.1: text 320");
    const many = "query ($inputs: [DecisionInput!]!) { decisions(inputs: $inputs) { code } }";
    expect(look(many, { inputs: Array(101).fill({}) })).toBe("inputs: list 100");
    const grants = "mutation ($input: DesignateApproverInput!) { designateApprover(input: $input) { policyRevision } }";
    const features = [{ projects: [] }, { projects: Array(501).fill("P") }];
    expect(look(grants, { input: { features } })).toBe("input.features.1.projects: list 500");
  });

  it("is looked at in its text, with variables inside, and with the variables' defaults", () => {
    const input = `{ name: $n, scopes: [], companies: $companies }`;
    const inline = (defaults: string) =>
      `mutation ($n: String = "n", $companies: [ID!]! = ${defaults}) { createApiKey(input: ${input}) { key } }`;
    expect(look(inline('["a"]'))).toBe(1);
    expect(look(inline(JSON.stringify(Array(101).fill("a"))))).toBe("input.companies: list 100");
    expect(look(inline('["a"]'), { companies: Array(101).fill("a") })).toBe("input.companies: list 100");
    expect(look(inline('["a"]'), { n: "x".repeat(10_001) })).toBe("input.name: text 10000");
  });

  it("is looked at behind aliases, fragments and abstract types", () => {
    const long = "x".repeat(321);
    const spread = "query ($id: ID!) { ...q } fragment q on Query { a: node(id: $id) { id } }";
    expect(look(spread, { id: long })).toBe("id: text 320");
    const within =
      "query ($s: String) { node(id: 1) { ... on Company { erpIntegration { records(search: $s) { totalCount } } } } }";
    expect(look(within, { s: "x".repeat(201) })).toBe("search: text 200");
  });

  it("counts the items of its lists, within one another too", () => {
    const query =
      "query ($inputs: [DecisionInput!]!) { a: decisions(inputs: $inputs) { code } b: decisions(inputs: $inputs) { code } }";
    expect(look(query, { inputs: [{}, {}, {}] })).toBe(6);
    expect(look(create, { input: { ...key, scopes: ["s"], companies: ["a", "b"] } })).toBe(3);
  });

  it("may be of a wrong type: the engine says so", () => {
    for (const input of [
      null,
      3,
      "text",
      [],
      [[]],
      { companies: 3 },
      { companies: [[["a"]]] },
      { companies: { 0: "a" } },
    ])
      expect(look(create, { input })).toEqual(expect.any(Number));
  });
});
