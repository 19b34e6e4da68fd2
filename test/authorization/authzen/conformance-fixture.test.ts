import type { FastifyInstance } from "fastify";
import { conformance } from "./conformance";
import { askerOf, PATHS, requestsOf, type World } from "./world";
import { callerWith, fixtureServer } from "./fixture-server";

/* The standard over the public certification scenario. */

const publicUrl = "https://pdp.test";
let http: FastifyInstance;
beforeAll(async () => {
  http = await fixtureServer({ publicUrl });
});
afterAll(() => http.close());

const user = (id: string, properties?: object) => ({ type: "user", id, ...(properties && { properties }) }) as never;
const record = (id: string, properties?: object) =>
  ({ type: "record", id, ...(properties && { properties }) }) as never;
const world = (): World => ({
  http,
  headers: {},
  publicUrl,
  yes: { subject: user("alice"), action: { name: "write" }, resource: record("record-1") },
  no: { subject: user("bob"), action: { name: "write" }, resource: record("record-1") },
  yesByProperties: {
    subject: user("alice"),
    action: { name: "write" },
    resource: record("record-2", { status: "active" }),
  },
  noByProperties: {
    subject: user("alice"),
    action: { name: "write" },
    resource: record("record-1", { status: "archived" }),
  },
  kind: { type: "record" },
});

conformance(world);

describe("The scenario's searches", () => {
  const ask = askerOf(world);
  const found = async (path: string, request: object) => (await ask(`search/${path}`, request)).body.results;
  const archived = { status: "archived" };
  const bob = user("bob", { role: "admin" });

  test("S1 to S3: by identifiers", async () => {
    const read = { action: { name: "read" } };
    const both = [user("alice"), user("bob")];
    expect(await found("subject", { subject: { type: "user" }, ...read, resource: record("record-1") })).toEqual(both);
    const records = [record("record-1"), record("record-2")];
    expect(await found("resource", { subject: user("alice"), ...read, resource: { type: "record" } })).toEqual(records);
    const actions = [{ name: "read" }, { name: "write" }];
    expect(await found("action", { subject: user("alice"), resource: record("record-1") })).toEqual(actions);
  });

  test("S4 to S6: by properties", async () => {
    const write = { action: { name: "write" } };
    const who = { subject: { type: "user" }, ...write, resource: record("record-2", archived) };
    expect(await found("subject", who)).toEqual([user("bob")]);
    expect(await found("resource", { subject: bob, ...write, resource: { type: "record" } })).toEqual([
      record("record-2"),
    ]);
    expect(await found("action", { subject: bob, resource: record("record-2", archived) })).toContainEqual({
      name: "write",
    });
  });
});

describe("A fixture that demands a credential", () => {
  const headersOf = (authorization?: string): Record<string, string> => (authorization ? { authorization } : {});
  const guarded = (authorization?: string) =>
    askerOf(() => ({ ...world(), http: demanding, headers: headersOf(authorization) }));
  let demanding: FastifyInstance;
  beforeAll(async () => {
    demanding = await fixtureServer({ publicUrl, callerOf: callerWith("secret") });
  });
  afterAll(() => demanding.close());

  test("answers who has it, and nobody else, whatever they ask", async () => {
    for (const path of PATHS) {
      const request = requestsOf(world())[path];
      expect((await guarded("Bearer secret")(path, request)).status).toBe(200);
      for (const [authorization, payload] of [
        [undefined, request],
        ["Bearer other", request],
        ["Basic secret", {}],
        ["Bearer secret2", "{"],
      ] as const) {
        const answer = await guarded(authorization)(path, payload);
        expect([path, authorization, answer.status]).toEqual([path, authorization, 401]);
        expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
      }
    }
    const metadata = await demanding.inject("/.well-known/authzen-configuration");
    expect(metadata.statusCode).toBe(200);
  });
});

describe("An engine that fails", () => {
  const broken = async () => {
    throw new Error("secret of the engine");
  };
  const engine = { evaluate: broken, searchSubjects: broken, searchResources: broken, searchActions: broken };
  const failing = askerOf(() => ({ ...world(), http: failed }));
  let failed: FastifyInstance;
  beforeAll(async () => {
    failed = await fixtureServer({ publicUrl, engine });
  });
  afterAll(() => failed.close());

  test("is 500, never a decision or a result, and keeps its words to itself", async () => {
    const { yes } = world();
    const { subject, action, resource } = yes;
    for (const [path, request] of [
      ["evaluation", yes],
      ["evaluations", { evaluations: [yes, yes] }],
      ["evaluations", { evaluations: [yes], options: { evaluations_semantic: "permit_on_first_permit" } }],
      ["search/subject", { subject: { type: "user" }, action, resource }],
      ["search/resource", { subject, action, resource: { type: "record" } }],
      ["search/action", { subject, resource }],
    ] as const) {
      const answer = await failing(path, request);
      expect(answer.status).toBe(500);
      expect(answer.text).not.toMatch(/true|secret|results|decision/);
    }
  });
});
