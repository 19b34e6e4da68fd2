import { getIntrospectionQuery } from "graphql";
import { aborted, begun } from "./support/stub-schema";
import { PRODUCTION, type Stub, stubServer } from "./support/stub-server";

let stub: Stub;
beforeAll(async () => {
  stub = await stubServer();
});
afterAll(() => stub.app.close());

const GRAPHQL_RESPONSE = { accept: "application/graphql-response+json" };

/** The one error's code, and the status for a client that knows GraphQL's own media type. */
async function refusal(query: string, env?: Record<string, string>, variables?: object) {
  const server = env ? await stubServer(env) : stub;
  const { status, errors } = await server.graphql(query, { headers: GRAPHQL_RESPONSE, variables });
  if (env) await server.app.close();
  return { status, ...errors?.[0]?.extensions, message: errors?.[0]?.message };
}

describe("errors of an operation", () => {
  it("tell a refusal with its code and field", async () => {
    const { data, errors } = await stub.graphql("{ refused }");
    expect(data).toEqual({ refused: null });
    expect(errors).toMatchObject([
      {
        message: "Somebody was faster.",
        path: ["refused"],
        extensions: { code: "STALE_EDIT", field: ["input", "version"] },
      },
    ]);
  });

  it("tell a refusal by policy with its decision", async () => {
    const { errors } = await stub.graphql("{ refusedByPolicy }");
    expect(errors?.[0]).toMatchObject({ extensions: { code: "NOT_AN_APPROVER", decision: { allowed: false } } });
  });

  it.each(["{ broken }", "{ brokenConfiguration }", "{ missing { id } }"])(
    "mask what is nobody's business: %s",
    async (query) => {
      const answer = await stub.graphql(query, { headers: { "x-request-id": "trace-masked" } });
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", traceId: "trace-masked" });
      expect(JSON.stringify(answer)).not.toMatch(/hunter2|stack|\.ts|non-nullable/i);
    },
  );

  it("are logged with their stack and the trace id", async () => {
    await stub.graphql("{ broken }", { headers: { "x-request-id": "trace-logged" } });
    const logged = stub.lines
      .map((line) => JSON.parse(line) as { requestId: string; err?: { stack: string }; path?: unknown })
      .find(({ requestId, err }) => requestId === "trace-logged" && err);
    expect(logged?.err?.stack).toContain("stub-schema.ts");
    expect(logged?.path).toEqual(["broken"]);
  });
});

describe("limits", () => {
  const deep = (levels: number) => `{ deep ${"{ deeper ".repeat(levels)} { id } ${"}".repeat(levels)} }`;
  const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: __typename`).join(" ")} }`;

  it.each([
    ["depth", deep(12), { GRAPHQL_MAX_DEPTH: "12" }],
    ["aliases", aliases(31), {}],
    ["directives", `{ viewer { ${"kind @include(if: true) ".repeat(51)} } }`, {}],
    ["cost", "{ items(first: 1000) { nodes { items(first: 1000) { nodes { id } } } } }", {}],
  ])("on %s refuse with a code", async (limit, query, env) => {
    expect(await refusal(query, { ...env, GRAPHQL_MAX_TOKENS: "5000" })).toMatchObject({
      status: 400,
      code: "LIMIT_EXCEEDED",
      limit,
    });
  });

  it("let what is within them pass", async () => {
    for (const query of [deep(10), aliases(30), "{ items(first: 100) { nodes { id name } } }"])
      expect(await stub.graphql(query)).not.toHaveProperty("errors");
  });

  it("on the text refuse before it is read, whatever it says", async () => {
    const over = { status: 413, code: "LIMIT_EXCEEDED", limit: "query" };
    expect(await refusal("{ viewer { kind } }".padEnd(65_537, "#"))).toMatchObject(over);
    expect(await refusal("é".repeat(40_000))).toMatchObject(over);
    expect(await refusal("{ __typename }#".padEnd(65_536, "x"))).toMatchObject({ status: 200 });
    const french = await stub.graphql(" ".repeat(70_000), { headers: { "accept-language": "fr" } });
    expect(french.errors?.[0]?.message).toContain("65536 octets");
  });

  it("on tokens refuse with 400, and so does a plain syntax error", async () => {
    expect(await refusal(aliases(700))).toMatchObject({ status: 400, code: "GRAPHQL_PARSE_FAILED" });
    expect(await refusal("{ viewer {")).toMatchObject({ status: 400, code: "GRAPHQL_PARSE_FAILED" });
  });

  it("see page sizes behind variables", async () => {
    const query = "query ($n: Int) { items(first: $n) { nodes { items(last: $n) { nodes { id } } } } }";
    expect(await refusal(query, undefined, { n: 1000 })).toMatchObject({ code: "LIMIT_EXCEEDED", limit: "cost" });
    expect(await refusal(query, undefined, { n: 10 })).toMatchObject({ status: 200 });
  });

  it("stop introspection that turns in circles", async () => {
    const circles = `{ __schema { types ${"{ fields { type ".repeat(4)} { name } ${"} }".repeat(4)} } }`;
    expect(await refusal(circles)).toMatchObject({ status: 400, code: "GRAPHQL_VALIDATION_FAILED" });
  });

  it("leave room for GraphiQL's introspection query", async () => {
    const query = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
    });
    expect(await stub.graphql(query)).not.toHaveProperty("errors");
  });

  it("take no batches, no persisted queries and no mutation by GET", async () => {
    const batch = await stub.app.inject({ method: "POST", url: "/graphql", payload: [{ query: "{ __typename }" }] });
    expect(batch.statusCode).toBe(400);
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
    const persisted = await stub.app.inject({ method: "POST", url: "/graphql", payload: { extensions } });
    expect(persisted.body).toContain("PERSISTED_QUERY_NOT_SUPPORTED");
    const get = (query: string, headers: Record<string, string>) =>
      stub.app.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers });
    const preflighted = { "apollo-require-preflight": "1" };
    expect((await get("mutation { touch }", preflighted)).statusCode).toBe(405);
    expect((await get("{ __typename }", preflighted)).json()).toMatchObject({ data: { __typename: "Query" } });
    expect((await get("{ __typename }", {})).body).toContain("Cross-Site Request Forgery");
  });
});

describe("in production", () => {
  it("nothing of the schema is told", async () => {
    expect(await refusal("{ __schema { types { name } } }", PRODUCTION)).toMatchObject({ status: 400 });
    expect((await refusal("{ viewr { kind } }", PRODUCTION)).message).not.toContain("Did you mean");
    expect((await refusal("{ pick(among: ON) }", PRODUCTION)).message).not.toContain("Did you mean");
    expect((await refusal("{ viewr { kind } }")).message).toContain('Did you mean "viewer"');
    expect(
      (await refusal("{ __schema { types { name } } }", { ...PRODUCTION, GRAPHQL_INTROSPECTION: "true" })).status,
    ).toBe(200);
  });
});

describe("time", () => {
  it("of an operation is limited, over a real connection as well", async () => {
    const server = await stubServer({ OPERATION_TIMEOUT_SECONDS: "1" });
    const patient = await stubServer({ OPERATION_TIMEOUT_SECONDS: "50" });
    const limited = await server.app.listen({ port: 0, host: "127.0.0.1" });
    const unhurried = await patient.app.listen({ port: 0, host: "127.0.0.1" });
    const ask = (query: string, init: RequestInit = {}, address = limited) =>
      fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-request-id": "trace-slow" },
        body: JSON.stringify({ query }),
        ...init,
      });
    const late = await ask("{ slow(milliseconds: 30000) }");
    expect(late.status).toBe(503);
    expect(await late.json()).toMatchObject({ errors: [{ extensions: { code: "OPERATION_TIMED_OUT" } }] });
    expect(aborted).toContain("trace-slow");
    expect(await (await ask("{ slow(milliseconds: 10) }")).json()).toMatchObject({ data: { slow: "done" } });

    aborted.length = 0;
    begun.length = 0;
    const leaving = new AbortController();
    const left = expect(ask("{ slow(milliseconds: 40000) }", { signal: leaving.signal }, unhurried)).rejects.toThrow();
    while (begun.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort();
    await left;
    // Whoever is not told would go on, and nothing would be aborted.
    while (aborted.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(aborted).toEqual(["trace-slow"]);
    await Promise.all([server.app.close(), patient.app.close()]);
  });
});
