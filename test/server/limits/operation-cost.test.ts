import { getOperationAST, parse } from "graphql";
import { operationCost } from "../../../src/server/limits/operation-cost";
import { stubSchema } from "../support/stub-schema";

const schema = stubSchema();

function cost(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  return operationCost(schema, document, getOperationAST(document)!, variables);
}

describe("the cost of an operation", () => {
  it.each([
    ["a field each", "{ viewer { kind email } }", 3],
    ["children once per item of the page", "{ items(first: 10) { totalCount nodes { id } } }", 1 + 10 * 3],
    ["from either end", "{ items(last: 10) { totalCount } }", 1 + 10],
    [
      "nested pages multiplied",
      "{ items(first: 10) { nodes { items(first: 5) { totalCount } } } }",
      1 + 10 * (1 + 1 + 5),
    ],
    ["fifty where no size is stated", "{ items { totalCount } }", 1 + 50],
    ["children once per item of a list", "{ answers(inputs: [1, 2, 3]) { id } }", 1 + 3],
    ["children a number of times for a list without pages", "{ pieces { id } }", 1 + 10],
    ["the entries of a page once", "{ items(first: 3) { edges { cursor } } }", 1 + 3 * 2],
    ["inline fragments as their fields", "{ ... on Query { viewer { ... { kind } } } }", 2],
    ["fragments by their own type", "{ node { id ... on Item { items(first: 4) { totalCount } } } }", 2 + 1 + 4],
    ["the schema's own fields nothing", "{ __schema { types { name } } __typename }", 1],
  ])("counts %s", (_what, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  it("reads variables, and their defaults", () => {
    const page = "query ($n: Int = 7) { items(first: $n) { totalCount } }";
    expect([cost(page), cost(page, { n: 3 }), cost(page, { n: null })]).toEqual([8, 4, 51]);
    const list = "query ($ids: [Int!]!) { answers(inputs: $ids) { id } }";
    expect(cost(list, { ids: [1, 2, 3, 4] })).toBe(5);
  });

  it("counts a fragment in each place, without walking it each time", () => {
    const levels = 40;
    const fragments = Array.from(
      { length: levels },
      (_, i) => `fragment f${i} on Deep { a: deeper { ...f${i + 1} } b: deeper { ...f${i + 1} } }`,
    );
    const query = `{ deep { ...f0 } } ${fragments.join(" ")} fragment f${levels} on Deep { id }`;
    // c(40) = 1, c(i) = 2 + 2 c(i + 1)
    expect(cost(query)).toBe(1 + 3 * 2 ** levels - 2);
  });

  it("cannot be lowered by a negative page", () => {
    expect(cost("{ items(first: -5) { totalCount } }")).toBeGreaterThan(1);
  });
});
