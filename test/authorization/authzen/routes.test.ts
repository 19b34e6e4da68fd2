import { jwtVerify } from "jose";
import { generateKeyPairSync } from "node:crypto";
import { keyIdOf } from "../../../src/kernel/signing-keys";
import Fastify, { type FastifyInstance } from "fastify";
import { addAuthzenMetadata } from "../../../src/authorization/authzen/transport/metadata";
import { addAuthzen } from "../../../src/authorization/authzen/transport/routes";
import { answerError } from "../../../src/infra/http/http-problem";
import { ANONYMOUS, type Caller } from "../../../src/infra/graphql/caller";
import { FIXTURE_POLICY } from "./fixture-policy";
import { PATHS } from "./world";

const PERSON: Caller = { kind: "person", email: "pep@example.test", subject: "i|s", name: null };
let app: FastifyInstance;
let caller: Caller = PERSON;

beforeAll(async () => {
  app = Fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false } } });
  app.setErrorHandler((error, request, reply) => answerError(error as never, request, reply));
  addAuthzen(app, { engine: FIXTURE_POLICY, publicUrl: "https://pdp.test", callerOf: () => caller });
  addAuthzenMetadata(app, { publicUrl: "https://pdp.test" });
  await app.ready();
});
beforeEach(() => (caller = PERSON));
afterAll(() => app.close());

const user = (id: string, properties?: object) => ({ type: "user", id, ...(properties && { properties }) });
const record = (id: string, properties?: object) => ({ type: "record", id, ...(properties && { properties }) });
const act = (name: string, properties?: object) => ({ name, ...(properties && { properties }) });

async function post(path: string, payload: unknown) {
  const answer = await app.inject({ method: "POST", url: `/access/v1/${path}`, payload: payload as object });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}

describe("one evaluation", () => {
  test.each([
    [user("alice"), act("read"), record("record-1"), true],
    [user("alice"), act("write"), record("record-1"), true],
    [user("bob"), act("read"), record("record-1"), true],
    [user("bob"), act("write"), record("record-1"), false],
    [user("alice"), act("write"), record("record-1", { status: "archived" }), false],
    [user("carol", { role: "admin" }), act("write"), record("record-2"), true],
    [user("alice"), act("delete", { soft: true }), record("record-1"), true],
    [user("alice"), act("delete", { soft: false }), record("record-1"), false],
    [user("nobody"), act("read"), record("record-1"), false],
    [user("alice"), act("fly"), record("record-1"), false],
  ])("%j %j %j is %s", async (subject, action, resource, decision) => {
    const { status, body } = await post("evaluation", { subject, action, resource, unknown: "ignored" });
    expect([status, body.decision]).toEqual([200, decision]);
  });

  test("null is left out wherever a key may be left out, and decisions are kept by no cache", async () => {
    const nulls = { context: null, evaluations: null, options: null };
    const subject = { ...user("alice"), properties: null };
    const whole = { subject, action: { ...act("read"), properties: null }, resource: record("record-1"), ...nulls };
    expect(await post("evaluation", whole)).toMatchObject({ status: 200, body: { decision: true } });
    expect(await post("evaluations", whole)).toMatchObject({ status: 200, body: { decision: true } });
    const entries = { ...whole, evaluations: [{ context: null, action: null }, { action: act("fly") }] };
    expect((await post("evaluations", entries)).body).toMatchObject({
      evaluations: [{ decision: true }, { decision: false }],
    });
    expect(await post("evaluation", { ...whole, subject: null })).toMatchObject({ status: 400 });
    const page = { token: null, limit: null };
    expect(await post("search/action", { subject, resource: record("record-1"), page })).toMatchObject({ status: 200 });
    const answer = await app.inject({ method: "POST", url: "/access/v1/evaluation", payload: whole });
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test.each([
    ["no subject", { action: act("read"), resource: record("record-1") }],
    ["a text as subject", { subject: "alice", action: act("read"), resource: record("record-1") }],
    ["a number as action name", { subject: user("alice"), action: { name: 7 }, resource: record("record-1") }],
    ["an empty id", { subject: user(""), action: act("read"), resource: record("record-1") }],
    ["a list as body", []],
  ])("%s is malformed, and the answer says where", async (_what, payload) => {
    const { status, body } = await post("evaluation", payload);
    expect(status).toBe(400);
    expect((body.error as { message: string }).message).toMatch(/malformed/);
  });

  test("a broken engine is an error, never a decision", async () => {
    const { status, body } = await post("evaluation", {
      subject: user("broken"),
      action: act("read"),
      resource: record("record-1"),
    });
    expect(status).toBe(500);
    expect(body).not.toHaveProperty("decision");
  });
});

test.each([...PATHS])("%s: an unknown caller is refused, and hears nothing of his request", async (path) => {
  caller = ANONYMOUS;
  const whole = { subject: user("alice"), action: act("read"), resource: record("record-1") };
  for (const payload of ["{", "{}", "[1]", JSON.stringify(whole)]) {
    const headers = { "content-type": "application/json" };
    const answer = await app.inject({ method: "POST", url: `/access/v1/${path}`, headers, payload });
    expect([payload, answer.statusCode]).toEqual([payload, 401]);
    expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
  }
});

describe("many evaluations", () => {
  const entries = [act("write"), act("read"), act("fly"), act("read")].map((action) => ({ action }));
  const ask = async (evaluations_semantic: string | undefined, evaluations: unknown[] = entries) => {
    const defaults = { subject: user("bob"), resource: record("record-1") };
    const answer = await post("evaluations", { ...defaults, evaluations, options: { evaluations_semantic } });
    return {
      ...answer,
      decisions: (answer.body.evaluations as { decision: boolean }[] | undefined)?.map((e) => e.decision),
    };
  };

  test("are answered in their order", async () => {
    expect((await ask(undefined)).decisions).toEqual([false, true, false, true]);
  });

  test("stop at the trigger of a short-circuit", async () => {
    expect((await ask("deny_on_first_deny")).decisions).toEqual([false]);
    expect((await ask("permit_on_first_permit")).decisions).toEqual([false, true]);
  });

  test("an unknown semantic is refused", async () => {
    expect((await ask("sometimes")).status).toBe(400);
  });

  test("an incomplete entry is false at its place", async () => {
    const { body, decisions } = await ask(undefined, [{ action: act("read") }, { action: {} }, { action: 3 }]);
    expect(decisions).toEqual([true, false, false]);
    expect(body.evaluations).toMatchObject([{}, { context: { error: { status: 400 } } }, {}]);
  });

  test("none at all is a single question", async () => {
    const single = { subject: user("alice"), action: act("read"), resource: record("record-1") };
    expect((await post("evaluations", { ...single, evaluations: [] })).body).toEqual({ decision: true });
    expect((await post("evaluations", { evaluations: [] })).status).toBe(400);
  });

  test("more than the limit are refused", async () => {
    expect(
      (
        await ask(
          undefined,
          Array.from({ length: 101 }, () => ({ action: act("read") })),
        )
      ).status,
    ).toBe(400);
  });
});

test("under an address with a path, the metadata is found where the standard forms its address", async () => {
  const under = Fastify();
  addAuthzenMetadata(under, { publicUrl: "https://pdp.test/access-control" });
  const found = await under.inject("/.well-known/authzen-configuration/access-control");
  expect(found.json()).toMatchObject({
    policy_decision_point: "https://pdp.test/access-control",
    search_action_endpoint: "https://pdp.test/access-control/access/v1/search/action",
  });
  // Only the identifier's own address answers: another one would be another decision point's.
  for (const path of ["", "/other"])
    expect((await under.inject(`/.well-known/authzen-configuration${path}`)).statusCode).toBe(404);
  await under.close();
});

test("the metadata names the endpoints that exist", async () => {
  const metadata = (await app.inject("/.well-known/authzen-configuration")).json<Record<string, string>>();
  expect(metadata).toEqual({
    policy_decision_point: "https://pdp.test",
    access_evaluation_endpoint: "https://pdp.test/access/v1/evaluation",
    access_evaluations_endpoint: "https://pdp.test/access/v1/evaluations",
    search_subject_endpoint: "https://pdp.test/access/v1/search/subject",
    search_resource_endpoint: "https://pdp.test/access/v1/search/resource",
    search_action_endpoint: "https://pdp.test/access/v1/search/action",
    ledgergate_limits: { evaluations: 100, text_length: 1024, page_results: 200 },
  });
});

test("signed metadata say the same, by the decision point itself, and nobody else's key fits", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const signing = Fastify();
  addAuthzenMetadata(signing, { publicUrl: "https://pdp.test", signingKey: privateKey });
  const answer = await signing.inject("/.well-known/authzen-configuration");
  const { signed_metadata: token, ...plain } = answer.json<Record<string, string>>();
  const { payload, protectedHeader } = await jwtVerify(token!, publicKey, { issuer: "https://pdp.test" });
  expect(payload).toEqual({ ...plain, iss: "https://pdp.test", iat: expect.any(Number) as number });
  expect(protectedHeader).toEqual({ alg: "EdDSA", kid: keyIdOf(publicKey) });
  const other = generateKeyPairSync("ed25519").publicKey;
  await expect(jwtVerify(token!, other)).rejects.toMatchObject({ code: "ERR_JWS_SIGNATURE_VERIFICATION_FAILED" });
  // What has not changed is not sent again.
  const etag = String(answer.headers.etag);
  for (const known of [`"else", W/${etag}`, "*"]) {
    const headers = { "if-none-match": known };
    const again = await signing.inject({ url: "/.well-known/authzen-configuration", headers });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  }
  await signing.close();
});
