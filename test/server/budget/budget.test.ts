import Fastify from "fastify";
import { connect } from "node:net";
import { boundBodiesInFlight } from "../../../src/server/budget/bodies-in-flight";
import { clientOf } from "../../../src/server/budget/client-address";
import { MAX_COST_IN_FLIGHT_OF_CALLER } from "../../../src/server/budget/request-budget";
import { begun } from "../support/stub-schema";
import { type Stub, stubServer } from "../support/stub-server";

let stub: Stub | null = null;
afterEach(async () => {
  await stub?.app.close();
  stub = null;
});

const somebody = async (server: Stub, sub = "aline") => ({
  headers: { authorization: `Bearer ${await server.tokens.token({ sub })}` },
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error("It was never so.");
}

describe("the budget of a caller", () => {
  it("is spent by the cost of operations, told in headers, and refused with 429 when it is used up", async () => {
    stub = await stubServer({ CALLER_BUDGET_PER_MINUTE: "62" });
    const ask = async (sub?: string) =>
      stub!.graphql("{ items(first: 10) { totalCount nodes { id } } }", await somebody(stub!, sub));
    const first = await ask();
    expect(first.headers["ratelimit-policy"]).toBe('"person";q=62;w=60');
    expect(first.headers["ratelimit"]).toMatch(/^"person";r=31;t=\d+$/);
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: "RATE_LIMITED", quota: "person" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.headers["ratelimit"]).toMatch(/^"person";r=0;/);
    // Somebody else has a budget of their own.
    expect((await ask("bo")).status).toBe(200);
  });

  it("is not looked at where there is none", async () => {
    stub = await stubServer();
    const { headers } = await stub.graphql("{ viewer { kind } }", await somebody(stub));
    expect(headers["ratelimit"]).toBeUndefined();
  });
});

describe("operations at once", () => {
  it("of one caller are bounded by what they cost together", async () => {
    stub = await stubServer({ GRAPHQL_MAX_COST: "1000000" });
    begun.length = 0;
    const ann = await somebody(stub, "ann");
    const costly = `{ slow(milliseconds: 2000) items(first: ${MAX_COST_IN_FLIGHT_OF_CALLER / 2}) { totalCount } }`;
    const running = stub.graphql(costly, ann);
    while (begun.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const refused = await stub.graphql(costly, ann);
    expect([refused.status, refused.errors?.[0]?.extensions["code"], refused.headers["retry-after"]]).toEqual([
      429,
      "RATE_LIMITED",
      "1",
    ]);
    expect((await stub.graphql("{ viewer { kind } }", ann)).status).toBe(200);
    const other = stub.graphql(costly, await somebody(stub, "bo"));
    expect([(await running).status, (await other).status]).toEqual([200, 200]);
    expect((await stub.graphql(costly, ann)).status).toBe(200);
  });
});

describe("large bodies at once", () => {
  it("of one caller are bounded before they are read", async () => {
    const app = Fastify();
    app.decorateRequest("caller", null);
    boundBodiesInFlight(app, 1_000_000, 400_000);
    app.post("/", async () => "taken");
    const { port } = new URL(await app.listen({ port: 0, host: "127.0.0.1" }));
    // Says that it is large, and sends nothing more.
    const waiting = connect(Number(port), "127.0.0.1");
    const head = ["POST / HTTP/1.1", "host: a", "content-type: application/json", "content-length: 90000"];
    waiting.write([...head, "", ""].join("\r\n"));
    const answer = async () =>
      (await app.inject({ method: "POST", url: "/", payload: { text: "x".repeat(90_000) } })).statusCode;
    await until(async () => (await answer()) === 429);
    expect((await app.inject({ method: "POST", url: "/", payload: { text: "short" } })).statusCode).toBe(200);
    waiting.destroy();
    await until(async () => (await answer()) === 200);
    await app.close();
  });
});

describe("an address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["something", "something"],
  ])("%s stands for %s", (address, client) => {
    expect(clientOf(address)).toBe(client);
  });

  it("is counted in requests, which a forgotten proxy is told of once", async () => {
    stub = await stubServer({ RATE_LIMIT_PER_MINUTE: "3" });
    const from = async (address: string) =>
      (await stub!.app.inject({ url: "/nothing", headers: { "x-forwarded-for": address } })).statusCode;
    const statuses = [];
    for (const address of ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"])
      statuses.push(await from(address));
    expect(statuses).toEqual([404, 404, 404, 429]);
    const told = stub.lines.filter((line) => line.includes("TRUST_PROXY"));
    expect(told).toHaveLength(1);
    await stub.app.close();
    stub = await stubServer({ RATE_LIMIT_PER_MINUTE: "1", TRUST_PROXY: "loopback", DEVELOPMENT_TOKENS: "false" });
    expect([await from("203.0.113.1"), await from("203.0.113.2")]).toEqual([404, 404]);
    expect(stub.lines.some((line) => line.includes("TRUST_PROXY"))).toBe(false);
  });
});
