import { generateKeyPairSync } from "node:crypto";
import { createLocalJWKSet, jwtVerify } from "jose";
import { DenialBinding } from "../../../src/authorization/authzen/access-request/denial-binding";
import { FixedClock } from "../../../src/kernel/clock";
import { readSigningKey } from "../../../src/kernel/signing-keys";
import { TestServer } from "../../support/server";

/* Draft: the Access Request and Approval Profile. A person asks for what they were denied, from the denial to the next evaluation. */

const CARLA = "commitments-only@demo.test";
const ADMIN = "admin@demo.test";
const KEY = generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
const properties = { company: "demo" };
const DENIED = {
  subject: { type: "user", id: CARLA },
  action: { name: "send" },
  resource: { type: "feature", id: "subcontractor_invoice", properties },
};

interface Hint {
  readonly expires_at: string;
  readonly binding_token: string;
  readonly display: { readonly title: string };
}
interface Task {
  readonly id: string;
  readonly status: string;
  readonly status_endpoint: string;
}

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start({ METADATA_SIGNING_KEY: KEY });
}, 60_000);
afterEach(() => server.stop());

async function call(method: "GET" | "POST", url: string, payload?: object, headers: Record<string, string> = {}) {
  const answer = await server.http.inject({ method, url, ...(payload ? { payload } : {}), headers });
  return {
    status: answer.statusCode,
    type: String(answer.headers["content-type"]),
    body: answer.json<Record<string, never>>(),
  };
}
const as = async (email: string) => ({ authorization: `Bearer ${await server.token(email)}` });

async function denied(email = CARLA, question: object = DENIED, more: Record<string, string> = {}) {
  const { body } = await call("POST", "/access/v1/evaluation", question, { ...(await as(email)), ...more });
  return body as unknown as { decision: boolean; context: { reason?: string; access_request?: Hint } };
}

const until = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
async function submission(more: object = {}) {
  const { access_request: hint } = (await denied()).context;
  return {
    ...DENIED,
    context: { business_justification: "Covers for Aline" },
    requested_access: { requested_until: until() },
    denial: { expires_at: hint!.expires_at, binding_token: hint!.binding_token },
    ...more,
  };
}
const submit = async (body: object, email = CARLA, more: Record<string, string> = {}) =>
  call("POST", "/access/v1/requests", body, { ...(await as(email)), ...more });
const pathOf = ({ status_endpoint }: Task) => new URL(status_endpoint).pathname;

test("from the denial over the task to the next evaluation", async () => {
  const made = await submit(await submission());
  expect(made.status).toBe(202);
  const { task } = made.body as unknown as { task: Task };
  expect(task.status).toBe("pending");
  const decide = `mutation ($id: ID!) { decideAccessRequest(input: { company: "demo", request: $id, expectedVersion: 1, verdict: GRANT }) {
    userErrors { code message } } }`;
  expect(await server.ask(ADMIN, decide, { id: task.id })).toMatchObject({
    data: { decideAccessRequest: { userErrors: [] } },
  });
  const seen = await call("GET", pathOf(task), undefined, await as(CARLA));
  expect(seen.body).toMatchObject({
    task: { id: task.id, status: "approved" },
    result: {
      mode: "reevaluate",
      approval: { id: expect.any(String) as string, approved_until: expect.any(String) as string },
    },
  });
  const { approval } = (seen.body as unknown as { result: { approval: object } }).result;
  expect(await denied(CARLA, { ...DENIED, context: { approval } })).toMatchObject({ decision: true });
});

test("only one's own denial, of a feature, for want of a right alone, can be asked about", async () => {
  expect((await denied()).context).toMatchObject({
    reason: "FEATURE_NOT_GRANTED",
    access_request: { display: { title: "Ask for this right" } },
  });
  const french = await denied(CARLA, DENIED, { "accept-language": "fr" });
  expect(french.context.access_request?.display.title).toBe("Demander ce droit");
  const reader = { ...DENIED, subject: { type: "user", id: "read-only@demo.test" } };
  for (const [email, question] of [
    // Not an approver either: a right alone would not do.
    ["read-only@demo.test", reader],
    [ADMIN, DENIED],
    [CARLA, { ...DENIED, action: { name: "administer" }, resource: { ...DENIED.resource, id: "company" } }],
    [CARLA, { ...DENIED, context: { at: "2026-01-01T00:00:00Z" } }],
    [CARLA, { ...DENIED, resource: { ...DENIED.resource, properties: { company: "other" } } }],
  ] as const)
    expect((await denied(email, question)).context.access_request).toBeUndefined();
});

test("a denial of other words, of somebody else, or too old, binds nothing", async () => {
  const whole = await submission();
  const problem = (name: string, status: number) => ({
    ...{ status, type: expect.stringMatching(/^application\/problem\+json/) as string },
    body: expect.objectContaining({ type: `urn:openid:authzen:access-request:error:${name}`, status }) as unknown,
  });
  const invalid = problem("invalid_denial_binding", 400);
  const { denial } = whole;
  expect(await submit({ ...whole, denial: { ...denial, expires_at: until() } })).toEqual(invalid);
  expect(await submit({ ...whole, denial: { expires_at: denial.expires_at } })).toEqual(invalid);
  expect(await submit({ ...whole, denial: { ...denial, binding_token: `${denial.binding_token}x` } })).toEqual(invalid);
  expect(await submit({ ...whole, resource: { ...DENIED.resource, id: "commitment_change_order" } })).toEqual(invalid);
  expect(await submit(whole, "read-only@demo.test")).toEqual(invalid);
  expect(await submit({ ...whole, action: { name: "administer" } })).toEqual(problem("not_requestable", 400));
  const asked = await submit(whole);
  expect(asked.status).toBe(202);
  expect(await submit(whole)).toEqual(problem("not_requestable", 400));
});

test("the same key is the same request, and of another submission none", async () => {
  const whole = await submission();
  const keyed = { "idempotency-key": "7b8d0f0d-65a1-4af1-9fd3-a684f08a5d13" };
  const [first, again] = [await submit(whole, CARLA, keyed), await submit(whole, CARLA, keyed)];
  expect(again).toEqual(first);
  const other = { ...whole, context: { business_justification: "Something else" } };
  expect(await submit(other, CARLA, keyed)).toMatchObject({ status: 409 });
});

test("a task is its asker's, and of those who review", async () => {
  const { task } = (await submit(await submission())).body as unknown as { task: Task };
  expect((await call("GET", pathOf(task), undefined, await as(ADMIN))).status).toBe(200);
  for (const email of ["admin@other.test", "project-manager@demo.test"])
    expect(await call("GET", pathOf(task), undefined, await as(email))).toMatchObject({
      status: 404,
      body: { type: "urn:openid:authzen:access-request:error:unknown_task" },
    });
  expect((await call("GET", pathOf(task))).status).toBe(401);
  expect((await call("POST", "/access/v1/requests", await submission())).status).toBe(401);
});

test("the metadata say where, and the keys verify the tokens", async () => {
  const { body: metadata } = await call("GET", "/.well-known/authzen-configuration");
  const { publicUrl } = server.app.config;
  expect(metadata).toMatchObject({
    access_request_endpoint: `${publicUrl}/access/v1/requests`,
    jwks_uri: `${publicUrl}/access/v1/jwks`,
    capabilities: ["urn:openid:authzen:capability:access-request"],
  });
  const { body: keys } = await call("GET", "/access/v1/jwks");
  const { access_request: hint } = (await denied()).context;
  const { payload } = await jwtVerify(hint!.binding_token, createLocalJWKSet(keys as never));
  expect(payload).toMatchObject({ ...DENIED, iss: publicUrl, binding_context_members: [] });
  expect(JSON.stringify(keys)).not.toContain('"d"');
});

test("a denial that is ten minutes old is too old", async () => {
  const clock = new FixedClock("2026-11-24T09:00:00.000Z");
  const pdp = "https://pdp.test";
  const binding = new DenialBinding(readSigningKey(KEY)!, pdp, `${pdp}/access/v1/requests`, clock);
  const { token, expiresAt } = await binding.bind(DENIED, "carla");
  expect(expiresAt).toBe("2026-11-24T09:10:00.000Z");
  const verify = (requester: string) => binding.verify(token, { ...DENIED, expiresAt }, requester);
  clock.set("2026-11-24T09:09:59.000Z");
  expect([await verify("carla"), await verify("aline")]).toEqual(["bound", "invalid"]);
  clock.set("2026-11-24T09:10:00.000Z");
  expect(await verify("carla")).toBe("expired");
  const elsewhere = new DenialBinding(readSigningKey(KEY)!, "https://other.test", `${pdp}/access/v1/requests`, clock);
  expect(await elsewhere.verify(token, { ...DENIED, expiresAt }, "carla")).toBe("invalid");
});

test("without a key there is no such thing", async () => {
  const bare = await TestServer.start();
  try {
    const metadata = (await bare.http.inject("/.well-known/authzen-configuration")).json<object>();
    expect(metadata).not.toHaveProperty("access_request_endpoint");
    expect((await bare.http.inject("/access/v1/jwks")).statusCode).toBe(404);
  } finally {
    await bare.stop();
  }
});
