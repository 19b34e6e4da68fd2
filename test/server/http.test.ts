import type { InjectOptions } from "fastify";
import { type Stub, stubServer } from "./support/stub-server";

const ANY_TEXT = expect.any(String) as string;
const ANY_NUMBER = expect.any(Number) as number;
const ISO_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string;

const open: Stub[] = [];
async function serve(...args: Parameters<typeof stubServer>): Promise<Stub> {
  const stub = await stubServer(...args);
  open.push(stub);
  return stub;
}
afterEach(() => Promise.all(open.splice(0).map(({ app }) => app.close())));

describe("answers that are not what was asked for", () => {
  it.each([
    [{ method: "GET", url: "/nothing" }, 404, "NOT_FOUND"],
    [{ method: "DELETE", url: "/graphql" }, 405, "METHOD_NOT_ALLOWED"],
    [{ method: "POST", url: "/healthz?x=1" }, 405, "METHOD_NOT_ALLOWED"],
    [{ method: "GET", url: "/%" }, 400, "BAD_REQUEST"],
  ] as [InjectOptions, number, string][])("%p is answered %i %s", async (request, status, code) => {
    const { app } = await serve();
    const answer = await app.inject(request);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({
      error: { message: ANY_TEXT, code, traceId: answer.headers["x-request-id"] },
    });
    if (status === 405) expect(answer.headers.allow).toMatch(/^GET, (HEAD|POST)$/);
  });

  it.each([
    ["{", "application/json", 400, "BAD_REQUEST"],
    ['{"__proto__": 1}', "application/json", 400, "BAD_REQUEST"],
    ["query", "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["{}", "application/json; charset=UTF-16", 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["a=b", "application/x-www-form-urlencoded", 415, "UNSUPPORTED_MEDIA_TYPE"],
    [JSON.stringify({ query: "x".repeat(5000) }), "application/json", 413, "PAYLOAD_TOO_LARGE"],
  ])("%#: such a body is answered with its status, in GraphQL's form", async (payload, type, status, code) => {
    const { app } = await serve({ BODY_LIMIT_BYTES: "4096" });
    const answer = await app.inject({ method: "POST", url: "/graphql", payload, headers: { "content-type": type } });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.json()).toEqual({
      errors: [{ message: ANY_TEXT, extensions: { code, traceId: answer.headers["x-request-id"] } }],
    });
  });

  it("takes no packed body, and JSON that says what it is", async () => {
    const { app } = await serve();
    const status = async (headers: Record<string, string>) =>
      (await app.inject({ method: "POST", url: "/graphql", payload: '{"query":"{ __typename }"}', headers }))
        .statusCode;
    const type = "application/json";
    expect(await status({ "content-type": type, "content-encoding": "gzip" })).toBe(415);
    for (const charset of ["utf-8", '"UTF-8"', "utf8"])
      expect(await status({ "content-type": `${type}; charset=${charset}` })).toBe(200);
    expect(await status({ "content-type": type, "content-encoding": "identity" })).toBe(200);
  });

  it("speaks the reader's language", async () => {
    const { app } = await serve();
    const answer = await app.inject({ url: "/nothing", headers: { "accept-language": "fr-CA,en;q=0.5" } });
    expect(answer.json<{ error: { message: string } }>().error.message).toBe("Il n’y a rien à cette adresse.");
  });

  it("masks what breaks in a route, and logs it with its stack", async () => {
    const { app, lines } = await serve(
      {},
      {
        routes: (scope) => {
          scope.get("/breaks", () => {
            throw new Error("hunter2");
          });
        },
      },
    );
    const answer = await app.inject("/breaks");
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ error: { code: "INTERNAL_SERVER_ERROR" } });
    expect(answer.body).not.toMatch(/hunter2|at .*\.ts/);
    const logged = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ level }) => level === "error");
    expect(logged).toMatchObject({ requestId: answer.headers["x-request-id"], err: { message: "hunter2" } });
    expect((logged as { err: { stack: string } }).err.stack).toContain("http.test.ts");
  });
});

describe("request id and log", () => {
  it("takes over a well-formed X-Request-ID and replaces any other", async () => {
    const { app } = await serve();
    const idOf = async (id: string) =>
      (await app.inject({ url: "/healthz", headers: { "x-request-id": id } })).headers["x-request-id"];
    expect(await idOf("trace-0123456789")).toBe("trace-0123456789");
    for (const bad of ["short", "with space 123", "x".repeat(200), 'quote"quote"'])
      expect(await idOf(bad)).not.toBe(bad);
  });

  it("writes one line per request, with the operation and without secrets", async () => {
    const { app, tokens, lines, graphql } = await serve();
    const token = await tokens.token();
    const headers = { authorization: `Bearer ${token}`, "x-request-id": "trace-0123456789" };
    await graphql("query Who { viewer { kind } }", { headers });
    await graphql("{ viewer { kind } }", { headers: { authorization: "Bearer not-a-token-hunter2" } });
    await app.inject({ url: "/nothing?token=hunter2" });
    const requests = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(requests).toHaveLength(3);
    expect(requests[0]).toEqual({
      level: "info",
      time: ISO_TIME,
      requestId: "trace-0123456789",
      method: "POST",
      path: "/graphql",
      status: 200,
      milliseconds: ANY_NUMBER,
      caller: "person",
      operation: "Who",
      cost: 2,
      msg: "request",
    });
    expect(requests[1]).toMatchObject({ status: 401 });
    expect(lines.join("")).not.toMatch(/hunter2|aline|demo\.test/i);
    expect(lines.join("")).not.toContain(token.slice(-20));
  });
});

describe("who is asking", () => {
  it("is in the context of the operation", async () => {
    const { tokens, graphql } = await serve();
    expect((await graphql("{ viewer { kind email } }")).data).toEqual({ viewer: { kind: "anonymous", email: null } });
    const headers = { authorization: `Bearer ${await tokens.token()}`, "accept-language": "fr" };
    expect((await graphql("{ viewer { kind email locale } }", { headers })).data).toEqual({
      viewer: { kind: "person", email: "aline@demo.test", locale: "fr" },
    });
  });

  it("refuses bad credentials with 401, a challenge and a code, before the operation", async () => {
    const { app, tokens, graphql } = await serve(
      {},
      {
        routes: (scope) => {
          scope.post("/access", () => ({}));
        },
      },
    );
    const headers = { authorization: `Bearer ${await tokens.token({ exp: 1 })}` };
    const answer = await graphql("{ viewer { kind } }", { headers });
    expect(answer).toMatchObject({
      status: 401,
      errors: [{ message: "The token has expired.", extensions: { code: "UNAUTHENTICATED", reason: "TOKEN_EXPIRED" } }],
    });
    expect(answer.headers["www-authenticate"]).toBe(
      'Bearer realm="ledgergate", error="invalid_token", error_description="The token has expired."',
    );
    const route = await app.inject({ method: "POST", url: "/access", headers });
    expect([route.statusCode, route.json()]).toMatchObject([401, { error: { code: "UNAUTHENTICATED" } }]);
    expect((await app.inject({ url: "/healthz", headers })).statusCode).toBe(200);
  });
});

describe("headers", () => {
  it("protect every answer", async () => {
    const { app } = await serve();
    for (const url of ["/healthz", "/nothing", "/graphql"]) {
      const { headers } = await app.inject(url);
      expect(headers).toMatchObject({
        "content-security-policy": "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
      });
      expect(headers["strict-transport-security"]).toBeUndefined();
    }
  });

  it("ask for https where the server is reached by https", async () => {
    const { app } = await serve({ PUBLIC_URL: "https://ledgergate.example.com", DEVELOPMENT_TOKENS: "false" });
    expect((await app.inject("/healthz")).headers["strict-transport-security"]).toMatch(/^max-age=\d+/);
  });

  it("allow configured origins only", async () => {
    const { app } = await serve({ CORS_ORIGINS: "https://app.example.com,https://two.example.com" });
    const preflight = (origin: string) =>
      app.inject({
        method: "OPTIONS",
        url: "/graphql",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization",
        },
      });
    const allowed = await preflight("https://app.example.com");
    expect([allowed.statusCode, allowed.headers["access-control-allow-origin"]]).toEqual([
      204,
      "https://app.example.com",
    ]);
    expect(allowed.headers["access-control-allow-headers"]).toContain("authorization");
    expect(allowed.headers["access-control-allow-credentials"]).toBeUndefined();
    expect((await preflight("https://evil.example.com")).headers["access-control-allow-origin"]).toBeUndefined();
    const none = await serve();
    const answer = await none.app.inject({ url: "/healthz", headers: { origin: "https://app.example.com" } });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("rate limit", () => {
  it("counts per client before tokens are looked at, and spares health checks", async () => {
    const { app, graphql } = await serve({
      RATE_LIMIT_PER_MINUTE: "3",
      TRUST_PROXY: "loopback",
      DEVELOPMENT_TOKENS: "false",
    });
    const headers = { authorization: "Bearer guess" };
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await graphql("{ viewer { kind } }", { headers })).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    const refused = await graphql("{ viewer { kind } }");
    expect(refused.errors?.[0]?.extensions.code).toBe("RATE_LIMITED");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await app.inject("/nothing")).statusCode).toBe(429);
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    const elsewhere = await graphql("{ viewer { kind } }", { headers: { "x-forwarded-for": "203.0.113.9" } });
    expect(elsewhere.status).toBe(200);
  });

  it("does not believe X-Forwarded-For of just anybody", async () => {
    const { app } = await serve({ RATE_LIMIT_PER_MINUTE: "1" });
    const from = async (address: string) =>
      (await app.inject({ url: "/nothing", headers: { "x-forwarded-for": address } })).statusCode;
    expect([await from("203.0.113.1"), await from("203.0.113.2")]).toEqual([404, 429]);
  });
});
