import fc from "fast-check";
import { buildSchema } from "graphql";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { TestServer } from "../../support/server";
import { OperationMaker } from "./random-operation";

const SCHEMA = buildSchema(readFileSync(path.join(__dirname, "../../../schema/schema.graphql"), "utf8"));
const PEOPLE = ["admin@demo.test", "commitments-only@demo.test", "specialist@vendor.test", "admin@other.test", null];
/** Whatever the machine: a law that has not failed by then has held. */
const BOUNDED = { interruptAfterTimeLimit: 30_000 };
/** Ids that are kept to be asked for. */
const MAX_IDS = 500;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let server: TestServer;
let tokens: Map<string | null, string>;
const ids: string[] = [];

beforeAll(async () => {
  server = await TestServer.start();
  tokens = new Map();
  for (const person of PEOPLE) if (person) tokens.set(person, await server.token(person));
});

async function ask(person: string | null, payload: object) {
  const token = tokens.get(person);
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await server.http.inject({ method: "POST", url: "/graphql", headers, payload });
  for (const id of answer.body.match(UUID) ?? []) if (ids.length < MAX_IDS) ids.push(id);
  return answer;
}

describe.each(["query", "mutation"] as const)("any %s that the schema allows", (kind) => {
  it("is answered without an error of the server", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PEOPLE), fc.gen(), async (person, draw) => {
        const operation = new OperationMaker(SCHEMA, draw, [...ids]).make(kind);
        const answer = await ask(person, operation);
        // What failed is shown whole: it is the next test.
        const failed = answer.statusCode >= 500 || answer.body.includes("INTERNAL_SERVER_ERROR");
        expect(failed ? { person, operation, body: answer.body } : null).toBeNull();
      }),
      { numRuns: kind === "query" ? 300 : 400, ...BOUNDED },
    );
  });
});

const PATHS = ["/graphql", "/access/v1/evaluation", "/access/v1/evaluations", "/access/v1/search/subject", "/healthz"];
const MORE = [
  "/webhooks/xero",
  "/webhooks/platform",
  "/exports/decisions",
  "/session",
  "/sign-in",
  "/sign-out",
  "/letters",
];
const paths = fc.oneof(
  fc.constantFrom(...PATHS, ...MORE),
  fc.webPath().map((text) => `/${text.slice(1)}`),
  fc.string({ unit: "binary-ascii" }).map((text) => `/${encodeURIComponent(text)}`),
);
const words = fc.stringMatching(/^[ -~]{0,40}$/);
const headers = fc.dictionary(
  fc.constantFrom("authorization", "accept", "accept-language", "content-type", "cookie", "x-request-id", "origin"),
  fc.oneof(
    words,
    fc.constantFrom("application/json", "Bearer lg_x_y", "application/graphql-response+json", "text/plain"),
  ),
);
const bodies = fc.oneof(
  fc.json(),
  fc.string({ unit: "binary" }).map((text) => JSON.stringify({ query: text })),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.object().map((variables) => JSON.stringify({ query: "query ($a: ID!) { node(id: $a) { id } }", variables })),
);

describe("any request", () => {
  it("is answered without an error of the server", async () => {
    const method = fc.constantFrom("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD" as const);
    await fc.assert(
      fc.asyncProperty(method, paths, headers, bodies, async (verb, url, given, payload) => {
        const body = verb === "GET" || verb === "HEAD" ? {} : { payload };
        const answer = await server.http.inject({ method: verb as "GET", url, headers: given, ...body });
        const failed = answer.statusCode >= 500 ? { verb, url, given, body: answer.body } : null;
        expect(failed).toBeNull();
      }),
      { numRuns: 300, ...BOUNDED },
    );
  });
});

describe("any bytes on the wire", () => {
  it("leave the server up", async () => {
    const { port } = new URL(await server.http.listen({ port: 0, host: "127.0.0.1" }));
    const heads = fc.constantFrom(
      "POST /graphql HTTP/1.1\r\nhost: a\r\n",
      "GET / HTTP/1.1\r\n",
      "PRI * HTTP/2.0\r\n",
      "",
    );
    const rests = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(heads, rests, async (head, rest) => {
        await new Promise<void>((resolve) => {
          const socket = connect(Number(port), "127.0.0.1", () => socket.end(Buffer.concat([Buffer.from(head), rest])));
          socket.resume().on("error", () => undefined);
          socket.once("close", () => resolve());
        });
      }),
      { numRuns: 60, ...BOUNDED },
    );
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});
