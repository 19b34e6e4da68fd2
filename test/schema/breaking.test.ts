interface Changes {
  breakingChanges(last: string, now: string): Promise<string[]>;
  breakingOfLastRelease(): Promise<string[]>;
}
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { breakingChanges, breakingOfLastRelease } = require("../../.ci/schema-changes.cjs") as Changes;

/* Those who build on the schema hear of what goes one release before: `@deprecated`, then away. */

const OLD = (deprecated: string) => `
  enum Colour { RED GREEN ${deprecated} }
  input Paint { colour: Colour, thick: Boolean ${deprecated} }
  type Query { old: Int ${deprecated}, kept(a: Int, b: Int ${deprecated}): Colour, painted(by: Paint): Int }`;
const NEW = `
  enum Colour { RED BLUE }
  input Paint { colour: Colour, thin: Boolean }
  type Query { kept(a: Int, c: Int): Colour, painted(by: Paint): Int, more: Int }`;

test("what was not deprecated may not go", async () => {
  const places = (await breakingChanges(OLD(""), NEW)).map((said) => said.split(":")[0]);
  expect(places.sort()).toEqual(["Colour.GREEN", "Paint.thick", "Query.kept.b", "Query.old"]);
});

test("what was deprecated may go, and anything may come", async () => {
  expect(await breakingChanges(OLD('@deprecated(reason: "not used")'), NEW)).toEqual([]);
});

test.each([
  ["a field becomes nullable", "type Query { a: Int! }", "type Query { a: Int }"],
  ["an argument becomes required", "type Query { a(b: Int): Int }", "type Query { a(b: Int!): Int }"],
  [
    "a required input field comes",
    "type Query { a(b: I): Int } input I { c: Int }",
    "type Query { a(b: I): Int } input I { c: Int, d: Int! }",
  ],
])("%s: breaks", async (_what, last, now) => {
  expect(await breakingChanges(last, now)).toHaveLength(1);
});

test("the schema breaks nothing of the last release", async () => {
  expect(await breakingOfLastRelease()).toEqual([]);
});
