import { buildSchema, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { QueryFailedError } from "typeorm";
import type { GraphQLContext } from "../../../src/infra/graphql/context";
import { OperatorRefusal } from "../../../src/kernel/errors";

const SDL = `
  interface Node { id: ID! }
  type Person { kind: String!, email: String, locale: String!, requestId: String! }
  type Deep implements Node { id: ID!, deeper: Deep, name: String }
  type Item implements Node { id: ID!, name: String, items(first: Int, last: Int): Items! }
  type Items { nodes: [Item!]!, edges: [ItemEdge!]!, totalCount: Int! }
  type ItemEdge { cursor: String! }
  type Query {
    viewer: Person!
    refused: String
    refusedByPolicy: String
    broken: String
    brokenConfiguration: String
    full: String
    missing: Deep!
    slow(milliseconds: Int!): String
    items(first: Int, last: Int): Items!
    answers(inputs: [Int!]!): [Deep!]
    deep: Deep
    pieces: [Item!]!
    node: Node
    pick(among: Choice): String
  }
  enum Choice { ONE, TWO }
  type Mutation { touch: String }
`;

type Resolver = GraphQLFieldResolver<unknown, GraphQLContext, Record<string, number>>;

/** What the slow field noticed: that it was told to give up. */
export const aborted: string[] = [];
/** Request ids of slow fields that were begun. */
export const begun: string[] = [];

const RESOLVERS: Record<string, Record<string, Resolver>> = {
  Query: {
    viewer: (_root, _args, { caller, locale, requestId }) => ({
      kind: caller.kind,
      email: caller.kind === "person" ? caller.email : null,
      locale,
      requestId,
    }),
    refused: () => {
      throw new OperatorRefusal("STALE_EDIT", "Somebody was faster.", ["input", "version"]);
    },
    refusedByPolicy: () => {
      const extensions = { code: "NOT_AN_APPROVER", decision: { allowed: false } };
      throw new GraphQLError("Only an approver may.", { extensions });
    },
    broken: () => {
      throw new Error("connect failed: postgres://user:hunter2@db");
    },
    brokenConfiguration: () => {
      throw new OperatorRefusal("CONFIGURATION", "SECRET_VARIABLE: expects hunter2");
    },
    full: () => {
      throw new QueryFailedError("INSERT", [], Object.assign(new Error("disk is full"), { code: "SQLITE_FULL" }));
    },
    missing: () => null,
    items: (_root, { first = 2 }) => ({ nodes: Array.from({ length: first }, (_, id) => ({ id })), totalCount: first }),
    slow: (_root, { milliseconds }, { signal, requestId }) =>
      new Promise((resolve) => {
        begun.push(requestId);
        const done = setTimeout(() => resolve("done"), milliseconds);
        signal.addEventListener("abort", () => {
          clearTimeout(done);
          aborted.push(requestId);
          resolve("aborted");
        });
      }),
  },
  Mutation: { touch: () => "touched" },
};

export function stubSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const [type, fields] of Object.entries(RESOLVERS))
    for (const [name, resolve] of Object.entries(fields)) {
      const owner = type === "Query" ? schema.getQueryType() : schema.getMutationType();
      owner!.getFields()[name]!.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  return schema;
}
