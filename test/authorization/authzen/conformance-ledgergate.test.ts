import { apiKeyPrefix } from "../../../src/directory/api-keys/api-key-format";
import { ApiKeyEntity } from "../../../src/directory/api-keys/api-key.entity";
import { SEED } from "../../support/house";
import { TestServer } from "../../support/server";
import { conformance } from "./conformance";
import { askerOf, type World } from "./world";

/* The standard over our own policy: the real server with the demo, asked by a service with an API key. */

const CARLA = "commitments-only@demo.test";
const MANAGER = "project-manager@demo.test";
let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await TestServer.start();
  key = await createKey(["decisions:read"]);
}, 60_000);
afterAll(() => server.stop());

async function createKey(scopes: string[]): Promise<string> {
  const created = await server.app.apiKey.create(SEED, { name: "Sync", companyIds: ["demo"], scopes });
  return created.key;
}

const properties = { company: "demo" };
const user = (id: string) => ({ type: "user", id });
const feature = (id: string) => ({ type: "feature", id, properties });
const waiting = { ...properties, project: "P-100", state: "awaiting", amount: { value: "120.00", currency: "USD" } };
const record = (submittedBy: string) => ({ type: "commitment", id: "k-2", properties: { ...waiting, submittedBy } });
const send = { name: "send" };
const world = (): World => ({
  http: server.http,
  headers: { authorization: `Bearer ${key}` },
  publicUrl: server.app.config.publicUrl,
  metadata: { ledgergate_subject_types: ["user", "service"], obligations_supported: ["custom"] },
  yes: { subject: user(CARLA), action: send, resource: feature("commitment") },
  no: { subject: user(CARLA), action: send, resource: feature("subcontractor_invoice") },
  yesByProperties: { subject: user(CARLA), action: send, resource: record(MANAGER) },
  noByProperties: { subject: user(CARLA), action: send, resource: record(CARLA) },
  kind: { type: "feature", properties },
});

conformance(world);

const ask = askerOf(world);
const evaluate = async (question: object, headers: Record<string, string> = {}) =>
  (await ask("evaluation", question, headers)).body as { decision: boolean; context: Record<string, unknown> };

describe("Our mapping", () => {
  test("the context carries code, reasons, grant, limits and revision, in the reader's language", async () => {
    const { yes, no, noByProperties } = world();
    expect(await evaluate(yes)).toMatchObject({
      decision: true,
      context: {
        ...{ code: "ALLOWED", grant: expect.any(String) as string, policyRevision: expect.any(Number) as number },
        limits: expect.arrayContaining([expect.objectContaining({ code: "OWN_RECORD" })]) as unknown,
      },
    });
    const reasons = [expect.objectContaining({ code: "FEATURE_NOT_GRANTED" })];
    expect((await evaluate(no)).context).toMatchObject({ code: "FEATURE_NOT_GRANTED", reasons });
    const english = await evaluate(noByProperties);
    const french = await evaluate(noByProperties, { "accept-language": "fr-CA, en;q=0.5" });
    expect(french.context.code).toBe(english.context.code);
    expect(french.context.message).not.toBe(english.context.message);
  });

  test("people are found by e-mail and by id, companies by slug and by id", async () => {
    const company = (await server.app.companies.find("demo"))!.id;
    const { id } = (await server.app.subjects.find(company, CARLA))!;
    for (const subject of [id, id.toUpperCase(), CARLA.toUpperCase()])
      for (const name of [company, "demo", "DEMO"]) {
        const resource = { ...feature("commitment"), properties: { company: name } };
        expect((await evaluate({ ...world().yes, subject: user(subject), resource })).decision).toBe(true);
      }
  });

  test("who would receive a right is a fact like any other, by a feature and by a record", async () => {
    const give = { subject: user("admin@demo.test"), action: { name: "grant_access" } };
    const told = async (type: string, id: string, grantee: string) => {
      const resource = { type, id, properties: { ...properties, grantee } };
      const { decision, context } = await evaluate({ ...give, resource });
      return [decision, context.code, context.factProblems];
    };
    const unknown = [expect.objectContaining({ fact: "grantee", code: "NOT_FOUND" })];
    for (const [type, id] of [["feature", "commitment"] as const, ["commitment", "k-2"] as const]) {
      expect(await told(type, id, CARLA)).toEqual([true, "ALLOWED", undefined]);
      expect(await told(type, id, "admin@demo.test")).toEqual([false, "SELF_GRANT", undefined]);
      expect(await told(type, id, "nobody@demo.test")).toEqual([false, "NOT_EVALUABLE", unknown]);
    }
  });

  test("context.at asks as of an instant", async () => {
    const then = { ...world().yes, context: { at: "2020-01-01T00:00:00+01:00" } };
    expect(await evaluate(then)).toMatchObject({
      decision: false,
      context: { evaluatedAt: "2019-12-31T23:00:00.000Z" },
    });
    for (const at of ["yesterday", "2026-02-30T00:00:00Z", "9999-12-31T23:59:59-14:00", "0000-01-01T00:00:00+14:00"]) {
      const { status, text } = await ask("evaluation", { ...world().yes, context: { at } });
      expect([at, status, text]).toEqual([at, 400, expect.stringContaining("context.at")]);
    }
    const request = { subject: { type: "user" }, action: send, resource: feature("commitment") };
    const search = await ask("search/subject", { ...request, context: then.context });
    expect(search.body).toMatchObject({ results: [], context: { evaluatedAt: "2019-12-31T23:00:00.000Z" } });
    expect((await ask("search/subject", { ...request, context: { at: 7 } })).status).toBe(400);
  });

  test("without a company nothing is allowed, and nothing is found", async () => {
    const { yes } = world();
    const resource = { type: "feature", id: "commitment" };
    expect(await evaluate({ ...yes, resource })).toMatchObject({ decision: false, context: { code: "NOT_EVALUABLE" } });
    const told = await evaluate({ ...yes, resource }, { "accept-language": "fr" });
    expect(told.context.message).toMatch(/^Nommez l’entreprise/);
    const { body } = await ask("search/action", { subject: yes.subject, resource });
    expect(body.results).toEqual([]);
  });
});

describe("A database that fails", () => {
  test("is 500, never a decision or a result, and keeps its words to itself", async () => {
    const headers = { authorization: `Bearer ${await server.token("admin@demo.test")}` };
    const { yes } = world();
    // About the past nothing is remembered.
    const context = { at: new Date().toISOString() };
    const { subject, action, resource } = yes;
    const asked = [
      ["evaluation", { ...yes, context }],
      ["evaluations", { context, evaluations: [yes, yes] }],
      ["evaluations", { context, evaluations: [yes], options: { evaluations_semantic: "permit_on_first_permit" } }],
      ["search/subject", { subject: { type: "user" }, action, resource, context }],
      ["search/resource", { subject, action, resource: { type: "feature", properties }, context }],
      ["search/action", { subject, resource, context }],
    ] as const;
    for (const [path, request] of asked) expect((await ask(path, request, headers)).status).toBe(200);
    const broken = jest.spyOn(server.app.database, "read").mockImplementation(() => {
      throw new Error("secret of the disk");
    });
    try {
      for (const [path, request] of asked) {
        const answer = await ask(path, request, headers);
        expect([path, answer.status]).toEqual([path, 500]);
        expect(answer.text).not.toMatch(/true|secret|results|decision/);
      }
    } finally {
      broken.mockRestore();
    }
  });
});

describe("Who may ask", () => {
  const as = async (email: string) => ({ authorization: `Bearer ${await server.token(email)}` });
  const who = { subject: { type: "user" }, action: send, resource: feature("commitment") };

  test("nobody without credentials, and he is told how to show some", async () => {
    for (const authorization of ["", "Bearer wrong", "Basic eDp5"])
      for (const [path, request] of [["evaluation", world().yes] as const, ["search/subject", who] as const]) {
        const headers = authorization ? { authorization } : {};
        const answer = await server.http.inject({
          ...{ method: "POST", url: `/access/v1/${path}`, payload: request },
          headers: { ...headers, "x-request-id": "7" },
        });
        expect(answer.statusCode).toBe(401);
        expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
        expect(answer.headers["x-request-id"]).toBe("7");
      }
  });

  test("a service with the scope, for its companies; of others it learns nothing", async () => {
    const key = await createKey(["decisions:read"]);
    const prefix = apiKeyPrefix(key)!;
    await server.app.database.write((manager) => manager.update(ApiKeyEntity, { prefix }, { scopes: [] }));
    server.tampered = true;
    const bare = { authorization: `Bearer ${key}` };
    expect((await ask("evaluation", world().yes, bare)).status).toBe(403);
    expect((await ask("search/subject", who, bare)).status).toBe(403);
    const answers: unknown[] = [];
    for (const company of ["other", "nowhere"]) {
      const resource = { ...feature("commitment"), properties: { company } };
      const subject = user("admin@other.test");
      const { context } = await evaluate({ subject, action: { name: "view" }, resource });
      const { evaluatedAt, ...said } = context;
      expect(evaluatedAt).toEqual(expect.any(String));
      const found = [
        await ask("search/subject", { ...who, resource }),
        await ask("search/action", { subject, resource }),
        await ask("search/resource", { subject, action: send, resource: { type: "feature", properties: { company } } }),
      ].map(({ status, body }) => [status, body]);
      answers.push([said, found]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(JSON.stringify(answers[0])).not.toContain("policyRevision");
  });

  test("a person about himself; about others only who may review", async () => {
    const manager = await as(MANAGER);
    const submit = { subject: user(MANAGER), action: { name: "submit" }, resource: feature("commitment") };
    expect((await ask("evaluation", submit, manager)).body.decision).toBe(true);
    const own = { subject: user(MANAGER), resource: feature("commitment") };
    expect((await ask("search/action", own, manager)).body.results).toContainEqual({ name: "submit" });
    const kind = { type: "feature", properties };
    expect((await ask("search/resource", { ...submit, resource: kind }, manager)).body.results).toContainEqual({
      ...{ type: "feature", id: "commitment" },
    });
    expect((await ask("search/subject", who, manager)).status).toBe(403);
    expect((await ask("search/action", { ...own, subject: user(CARLA) }, manager)).status).toBe(403);
    expect((await ask("search/subject", who, await as("read-only@demo.test"))).status).toBe(200);
  });

  test("a page's token is its caller's", async () => {
    const reader = await as("read-only@demo.test");
    const { body } = await ask("search/subject", { ...who, page: { limit: 1 } });
    const page = { token: (body.page as { next_token: string }).next_token };
    expect((await ask("search/subject", { ...who, page })).status).toBe(200);
    expect((await ask("search/subject", { ...who, page }, reader)).status).toBe(400);
  });
});
