import { DecisionEntryEntity } from "../../../src/authorization/log/decision-entry.entity";
import { DecisionRetention } from "../../../src/authorization/log/decision-retention";
import { DecisionStore } from "../../../src/authorization/log/decision-store";
import { GrantUseEntity } from "../../../src/authorization/log/grant-use.entity";
import { Database } from "../../../src/infra/db/database";
import { TABLES } from "../../../src/app";
import { FixedClock } from "../../../src/kernel/clock";
import { newId } from "../../../src/kernel/ids";
import { TestServer } from "../../support/server";
import { openTestDatabase } from "../../support/database";

const REVIEWER = "admin@demo.test";
const OTHER = "commitments-only@demo.test";
const ASK = `query($input: DecisionInput!) { decision(input: $input) { allowed code } }`;
const LOG = `query($company: String!, $filter: DecisionLogFilter) { company(slug: $company) { decisionLog(first: 50, filter: $filter) {
  totalCount edges { node { id at asker subjectReference action resource allowed code reasons traceId enforced policyRevision } } } } }`;

describe("the decision log of a server", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  }, 60_000);
  afterAll(() => server.stop());

  const ask = (email: string, input: object, headers = {}) => server.ask(email, ASK, { input }, headers);
  const log = async (email: string, filter: object | null, company = "demo") => {
    await server.app.decisionLog.flush();
    return server.ask(email, LOG, { company, filter });
  };
  const nodes = (answer: unknown) =>
    (
      answer as { data: { company: { decisionLog: { edges: { node: Record<string, unknown> }[] } } } }
    ).data.company.decisionLog.edges.map(({ node }) => node);

  it("shows who may review what was asked, answered and why, newest first, with the request's id", async () => {
    const input = { company: "demo", subject: "nobody@demo.test", action: "SEND", feature: "COMMITMENT" };
    await ask(REVIEWER, input, { "x-request-id": "trace-of-this-test" });
    const [newest] = nodes(await log(REVIEWER, null));
    expect(newest).toMatchObject({
      asker: REVIEWER,
      subjectReference: "nobody@demo.test",
      action: "send",
      resource: "commitment",
      allowed: false,
      reasons: ["NOT_A_MEMBER", "TOOL_LEVEL_TOO_LOW", "NOT_AN_APPROVER", "FEATURE_NOT_GRANTED"],
      traceId: "trace-of-this-test",
      enforced: false,
      policyRevision: expect.any(Number) as number,
    });
  });

  it("looks for a text that no database keeps, and says so or finds nothing; never fails", async () => {
    for (const field of ["subject", "asker", "action", "resource", "record"]) {
      const { data, errors } = await log(REVIEWER, { [field]: "a\u0000" });
      if (errors) expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
      else expect(nodes({ data })).toEqual([]);
    }
  });

  it("narrows by subject, action, resource, outcome, code and time", async () => {
    await ask(REVIEWER, { company: "demo", action: "VIEW", feature: "COMMITMENT" });
    await ask(REVIEWER, { company: "demo", subject: "x@demo.test", action: "REJECT", feature: "PROJECT" });
    const found = async (filter: object) => nodes(await log(REVIEWER, filter)).length;
    expect(await found({ subject: "x@demo.test" })).toBe(1);
    expect(await found({ action: "reject", resource: "project", allowed: false })).toBe(1);
    expect(await found({ action: "reject", resource: "project", allowed: true })).toBe(0);
    expect(await found({ code: "GRANT_EXPIRED" })).toBe(0);
    expect(await found({ from: "2020-01-01", until: "2020-01-02" })).toBe(0);
    expect(await found({ from: "2020-01-01", action: "view", resource: "commitment" })).toBeGreaterThan(0);
  });

  it("keeps what Ledgergate refused to do", async () => {
    await server.ask(
      OTHER,
      `mutation { revokeFeatureAccess(input: { company: "demo", grant: "${newId()}", reason: "no" }) { userErrors { code } } }`,
    );
    const kept = nodes(await log(REVIEWER, { asker: OTHER, action: "grant_access" }));
    expect(kept[0]).toMatchObject({ allowed: false, enforced: true });
  });

  it("is not for who may not review, nor for another company's people", async () => {
    const foreign = (await server.ask(REVIEWER, `{ companies { edges { node { slug } } } }`)) as unknown as {
      data: { companies: { edges: { node: { slug: string } }[] } };
    };
    expect(foreign.data.companies.edges.map(({ node }) => node.slug)).toEqual(["demo"]);
    const answer = await log(REVIEWER, null, "other");
    expect(answer.data?.company ?? null).toBeNull();
  });

  it("exports JSON lines, oldest first, to who may review", async () => {
    await server.app.decisionLog.flush();
    const get = async (email: string | null, query: string) =>
      server.http.inject({
        url: `/exports/decisions?${query}`,
        headers: email ? { authorization: `Bearer ${await server.token(email)}` } : {},
      });
    const answer = await get(REVIEWER, "company=demo");
    expect(answer.headers["content-type"]).toContain("application/jsonl");
    const lines = answer.body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { at: string; companyId: string });
    const kept = await server.app.database.read().countBy(DecisionEntryEntity, { companyId: lines[0]!.companyId });
    expect(lines).toHaveLength(kept);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort());
    const narrowed = await get(REVIEWER, "company=demo&action=view&resource=commitment&allowed=true");
    const some = narrowed.body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { action: string });
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(lines.length);
    expect(some.every(({ action }) => action === "view")).toBe(true);
    expect((await get(REVIEWER, "company=demo&code=NO_SUCH_CODE")).body).toBe("");
    expect((await get(REVIEWER, "company=demo&subject=%00")).statusCode).toBe(400);
    expect((await get(null, "company=demo")).statusCode).toBe(401);
    expect((await get(REVIEWER, "company=elsewhere")).statusCode).toBe(404);
    expect((await get(REVIEWER, "")).statusCode).toBe(400);
    expect((await get(REVIEWER, "company=demo&from=yesterday")).statusCode).toBe(400);
  });
});

it("loses no decision at a graceful stop", async () => {
  const server = await TestServer.start();
  const input = { company: "demo", action: "SEND", feature: "COMMITMENT" };
  const { config } = server.app;
  await server.app.decisionLog.flush();
  const before = await server.app.database.read().count(DecisionEntryEntity);
  await Promise.all(
    Array.from({ length: 40 }, () =>
      server.ask(REVIEWER, `query($i: [DecisionInput!]!) { decisions(inputs: $i) { allowed } }`, {
        i: Array(20).fill(input),
      }),
    ),
  );
  await server.stop();
  const again = await Database.open({ ...config.database, ...TABLES });
  expect((await again.read().count(DecisionEntryEntity)) - before).toBe(800);
  await again.close();
}, 60_000);

describe("the store of decisions", () => {
  const entry = (at: string) => ({
    id: newId(),
    companyId: newId(),
    at,
    askerKind: "person" as const,
    asker: "a@acme.test",
    subjectId: null,
    subjectReference: null,
    action: "send",
    resource: "commitment",
    recordId: null,
    facts: null,
    allowed: true,
    code: "ALLOWED",
    reasons: [],
    grantId: null,
    policyRevision: null,
    asOf: null,
    consistency: "revision" as const,
    traceId: null,
    enforced: false,
    seal: null,
    createdAt: at,
  });

  it("deletes what is older than it keeps, and nothing else", async () => {
    const database = await openTestDatabase();
    const clock = new FixedClock("2026-11-24T09:00:00.000Z");
    const store = new DecisionStore(database, clock);
    const old = Array.from({ length: 2500 }, () => entry("2026-08-01T00:00:00.000Z"));
    for (let from = 0; from < old.length; from += 100) await store.write(old.slice(from, from + 100), new Map());
    await store.write([entry("2026-08-26T09:00:00.000Z"), entry("2026-11-24T08:00:00.000Z")], new Map());
    expect(await new DecisionRetention(store, 0, clock).run()).toBe(0);
    expect(await new DecisionRetention(store, 90, clock).run()).toBe(2500);
    expect(await database.read().count(DecisionEntryEntity)).toBe(2);
  });

  it("keeps the latest use of a grant, whichever instance writes last", async () => {
    const database = await openTestDatabase();
    const store = new DecisionStore(database, new FixedClock("2026-11-24T09:00:00.000Z"));
    const use = (lastAllowedAt: string, lastUsedAt: string | null) =>
      new Map([["g", { companyId: "c", lastAllowedAt, lastUsedAt }]]);
    await store.write([], use("2026-11-02T00:00:00.000Z", "2026-11-02T00:00:00.000Z"));
    await store.write([], use("2026-11-03T00:00:00.000Z", null));
    await store.write([], use("2026-11-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z"));
    expect(await database.read().findOneBy(GrantUseEntity, { id: "g" })).toMatchObject({
      lastAllowedAt: "2026-11-03T00:00:00.000Z",
      lastUsedAt: "2026-11-02T00:00:00.000Z",
    });
  });
});
