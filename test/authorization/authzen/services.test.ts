import { SEED } from "../../support/house";
import { TestServer } from "../../support/server";
import { askerOf } from "./world";

/* Services as subjects: what a key may do, asked at every door, is what its scope and its maker's right allow. */

let server: TestServer;
let asking: string;
beforeAll(async () => {
  server = await TestServer.start();
  asking = (await make("decisions:read")).key;
}, 60_000);
afterAll(() => server.stop());

const make = (...scopes: string[]) =>
  server.app.apiKey.create(SEED, { name: scopes.join(" and "), companyIds: ["demo"], scopes });
const ask = askerOf(() => ({ http: server.http, headers: { authorization: `Bearer ${asking}` } }));

const REVIEW = { name: "review" };
const COMPANY = { type: "feature", id: "company", properties: { company: "demo" } };
const INVOICES = { type: "feature", id: "subcontractor_invoice", properties: { company: "demo" } };
const service = (id: string) => ({ type: "service", id });

async function answered(id: string, action = REVIEW, resource: object = COMPANY, more: object = {}) {
  const { body } = await ask("evaluation", { subject: service(id), action, resource, ...more });
  return body as {
    decision: boolean;
    context: { code: string; reasons: { code: string; remedy: { message: string } }[] };
  };
}

const WHO_CAN = `{ whoCan(company: "demo", action: REVIEW) { edges { node { subject { kind subjectId email } } } } }`;
async function reviewers(): Promise<string[]> {
  const { data } = await server.ask("admin@demo.test", WHO_CAN);
  const { edges } = (
    data as unknown as { whoCan: { edges: { node: { subject: { kind: string; subjectId: string } } }[] } }
  ).whoCan;
  return edges.filter(({ node }) => node.subject.kind === "SERVICE").map(({ node }) => node.subject.subjectId);
}

test("with the scope it may review, in every question alike; without it nothing", async () => {
  const reviewing = (await make("rights:review")).apiKey.id;
  const reading = (await make("decisions:read")).apiKey.id;
  expect(await answered(reviewing)).toMatchObject({ decision: true, context: { code: "ALLOWED" } });
  expect(await answered(reading)).toMatchObject({ decision: false, context: { code: "API_KEY_LACKS_SCOPE" } });
  const batch = await ask("evaluations", {
    ...{ action: REVIEW, resource: COMPANY },
    evaluations: [{ subject: service(reviewing) }, { subject: service(reading) }],
  });
  expect(batch.body.evaluations).toEqual([{ decision: true }, { decision: false }]);
  const who = await ask("search/subject", { subject: { type: "service" }, action: REVIEW, resource: COMPANY });
  expect(who.body.results).toEqual([service(reviewing)]);
  const what = await ask("search/action", { subject: service(reviewing), resource: COMPANY });
  expect(what.body.results).toEqual([REVIEW]);
  const kind = { type: "feature", properties: { company: "demo" } };
  const onWhat = await ask("search/resource", { subject: service(reviewing), action: REVIEW, resource: kind });
  expect(onWhat.body.results).toEqual([{ type: "feature", id: "company" }]);
  expect(await reviewers()).toEqual([reviewing]);
  const graphql = `query ($subject: ID!) { decision(input: { company: "demo", action: REVIEW, subject: $subject }) { allowed } }`;
  for (const [subject, allowed] of [[reviewing, true] as const, [reading, false] as const])
    expect(await server.ask("admin@demo.test", graphql, { subject })).toMatchObject({
      data: { decision: { allowed } },
    });
});

test("what it may it can do, and nothing else", async () => {
  const { key } = await make("rights:review");
  const asKey = async (query: string) =>
    server.http.inject({
      ...{ method: "POST", url: "/graphql", payload: { query } },
      headers: { authorization: `Bearer ${key}` },
    });
  const grants = (await asKey(`{ company(id: "demo") { grants { totalCount } } }`)).json<object>();
  expect(grants).toMatchObject({ data: { company: { grants: { totalCount: expect.any(Number) as number } } } });
  const made = await asKey(`mutation { createApiKey(input: { name: "x", companies: ["demo"], scopes: ["rights:review"],
    idempotencyKey: "5e1f0d6a-0000-4000-8000-000000000001" }) { decision { code } } }`);
  expect(made.json<object>()).toMatchObject({
    data: { createApiKey: { decision: { code: "API_KEY_LACKS_SCOPE" } } },
  });
});

test("a reason and a remedy in both languages", async () => {
  const { id } = (await make("rights:review")).apiKey;
  const told = await answered(id, { name: "send" }, INVOICES);
  expect(told).toMatchObject({ decision: false, context: { code: "API_KEY_LACKS_SCOPE" } });
  expect(told.context.reasons[0]?.remedy.message).toBe("No scope of an API key changes this; have a person do it.");
  const french = await ask(
    "evaluation",
    { subject: service(id), action: { name: "send" }, resource: INVOICES },
    { "accept-language": "fr" },
  );
  expect(french.text).toContain("Aucun service ne peut");
  const lacking = await answered((await make("decisions:read")).apiKey.id);
  expect(lacking.context.reasons.map(({ code }) => code)).toEqual(["API_KEY_LACKS_SCOPE"]);
  expect(lacking.context.reasons[0]?.remedy.message).toBe("Make an API key with the scope rights:review.");
});

test("a person is no service, and a service no person", async () => {
  const { id } = (await make("rights:review")).apiKey;
  const asUser = await ask("evaluation", { subject: { type: "user", id }, action: REVIEW, resource: COMPANY });
  expect(asUser.body).toMatchObject({ decision: false, context: { code: "NOT_A_MEMBER" } });
  for (const name of ["admin@demo.test", "service", "lg_0123456789ab"])
    expect(await answered(name)).toMatchObject({ decision: false, context: { code: "NOT_A_MEMBER" } });
  const record = { type: "commitment", id: "k-9", properties: { company: "demo", submittedBy: id } };
  const sent = await ask("evaluation", {
    subject: { type: "user", id: "commitments-only@demo.test" },
    ...{ action: { name: "send" }, resource: record },
  });
  expect(sent.body).toMatchObject({ context: { factProblems: [{ fact: "submittedBy", code: "NOT_FOUND" }] } });
});

test("a key that is revoked, or whose maker is gone, may nothing; of before it is known what it might", async () => {
  const before = new Date(Date.now() - 86_400_000).toISOString();
  const { id } = (await make("rights:review")).apiKey;
  expect((await answered(id)).decision).toBe(true);
  await server.app.apiKey.revoke(SEED, id);
  server.tampered = true;
  expect(await answered(id)).toMatchObject({ decision: false, context: { code: "API_KEY_NOT_IN_FORCE" } });
  expect(await reviewers()).not.toContain(id);
  expect(await answered(id, REVIEW, COMPANY, { context: { at: before } })).toMatchObject({
    decision: false,
    context: { code: "NOT_A_MEMBER" },
  });
});

test("of another company nobody learns whether there is such a key", async () => {
  const { id } = (await server.app.apiKey.create(SEED, { name: "x", companyIds: ["other"], scopes: ["rights:review"] }))
    .apiKey;
  expect(await answered(id)).toMatchObject({ decision: false, context: { code: "NOT_A_MEMBER" } });
});
