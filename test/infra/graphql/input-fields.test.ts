import { buildSchema, coerceInputValue, GraphQLInputObjectType, type GraphQLError, printSchema } from "graphql";
import { quickenInputs } from "../../../src/infra/graphql/input-fields";

/* Inputs are read as before. */

const SDL = `
  type Query { ask(question: Question!): Boolean }

  input Question {
    company: ID!
    limit: Int = 5
    more: Question
  }
`;

function readBy(schema: ReturnType<typeof buildSchema>, value: unknown) {
  const refused: string[] = [];
  const onError = (_path: readonly (string | number)[], _value: unknown, { message }: GraphQLError) => {
    refused.push(message);
  };
  const type = schema.getType("Question");
  return { read: coerceInputValue(value, type as GraphQLInputObjectType, onError), refused };
}

test.each([
  [{ company: "acme" }],
  [{ company: "acme", limit: null, more: { company: "globex", limit: 1 } }],
  [{ limit: 1 }],
  [{ company: "acme", constructor: 1 }],
  [JSON.parse('{ "company": "acme", "__proto__": {}, "toString": 1, "hasOwnProperty": 1 }')],
])("%j is read, or refused, as by untouched types", (value) => {
  const [untouched, quick] = [buildSchema(SDL), buildSchema(SDL)];
  quickenInputs(quick);
  expect(readBy(quick, value)).toEqual(readBy(untouched, value));
});

test("the schema stays as it is", () => {
  const schema = buildSchema(SDL);
  quickenInputs(schema);
  expect(printSchema(schema)).toBe(printSchema(buildSchema(SDL)));
  const fields = (schema.getType("Question") as GraphQLInputObjectType).getFields();
  expect([Object.keys(fields), Object.getPrototypeOf(fields)]).toEqual([["company", "limit", "more"], null]);
});
