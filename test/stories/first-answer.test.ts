import { TestServer } from "../support/server";

const MAY_SEND = `query ($subject: ID, $feature: FeatureName!) {
  decision(input: { company: "demo", subject: $subject, action: SEND, feature: $feature }) {
    allowed code message policyRevision
    gates { code passed remedy { who mutation people { email } } }
  }
}`;

interface Decided {
  allowed: boolean;
  code: string;
  message: string;
  policyRevision: number | null;
  gates: { code: string; passed: boolean; remedy: { mutation: string | null; people: { email: string }[] } | null }[];
}

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

async function maySend(email: string, feature: string, headers: object = {}): Promise<Decided> {
  const { data, errors } = await server.ask(email, MAY_SEND, { feature }, headers);
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as unknown as { decision: Decided }).decision;
}

describe("a company's people ask what they may send", () => {
  test.each([
    ["commitments-and-invoices@demo.test", "COMMITMENT", "ALLOWED"],
    ["commitments-and-invoices@demo.test", "SUBCONTRACTOR_INVOICE", "ALLOWED"],
    ["commitments-only@demo.test", "COMMITMENT", "ALLOWED"],
    ["commitments-only@demo.test", "SUBCONTRACTOR_INVOICE", "FEATURE_NOT_GRANTED"],
    ["read-only@demo.test", "COMMITMENT", "TOOL_LEVEL_TOO_LOW"],
    ["project-manager@demo.test", "COMMITMENT", "TOOL_LEVEL_TOO_LOW"],
    ["admin@demo.test", "SUBCONTRACTOR_INVOICE", "ALLOWED"],
    ["admin@demo.test", "BUDGET", "FEATURE_NOT_SUPPORTED_BY_CONNECTOR"],
    ["specialist@vendor.test", "COMMITMENT", "NOT_A_MEMBER"],
    ["admin@other.test", "COMMITMENT", "NOT_A_MEMBER"],
  ])("%s about %s: %s", async (email, feature, code) => {
    const decision = await maySend(email, feature);
    expect([decision.code, decision.allowed]).toEqual([code, code === "ALLOWED"]);
  });

  test("a refusal names who can change it, and that change turns the answer", async () => {
    const before = await maySend("commitments-only@demo.test", "SUBCONTRACTOR_INVOICE");
    const missed = before.gates.filter(({ passed }) => !passed);
    expect(
      missed.map(({ code, remedy }) => [code, remedy?.mutation, remedy?.people.map(({ email }) => email)]),
    ).toEqual([["FEATURE_NOT_GRANTED", "grantFeatureAccess", ["admin@demo.test"]]]);
    const grant = `mutation { grantFeatureAccess(input: { company: "demo", member: "commitments-only@demo.test",
      feature: SUBCONTRACTOR_INVOICE, reason: "Holiday cover" }) { userErrors { code } grant { id } } }`;
    const given = await server.ask("admin@demo.test", grant);
    expect(given).toMatchObject({ data: { grantFeatureAccess: { userErrors: [] } } });
    const after = await maySend("commitments-only@demo.test", "SUBCONTRACTOR_INVOICE");
    expect(after).toMatchObject({ allowed: true, policyRevision: before.policyRevision! + 1 });
  });

  test("the answer comes in French to who reads French", async () => {
    const { message } = await maySend("read-only@demo.test", "COMMITMENT", { "accept-language": "fr-CA,fr;q=0.9" });
    expect(message).toMatch(/^Ne peut pas envoyer les engagements à l’ERP/);
  });

  test("a record without its facts is never allowed", async () => {
    const query = `{ decision(input: { company: "demo", action: SEND, feature: COMMITMENT,
      record: { project: "P-100" } }) { allowed code gates { code evaluable wanted } } }`;
    const { data } = await server.ask("commitments-only@demo.test", query);
    expect(data).toMatchObject({ decision: { allowed: false, code: "NOT_EVALUABLE" } });
  });

  test("of several questions one that cannot be read refuses all, and none is left behind to fail alone", async () => {
    const question = `company: "demo", action: SEND, feature: COMMITMENT`;
    const query = `{ decisions(inputs: [{ ${question}, atLeast: 100000 },
      { ${question}, record: { amount: { value: "12.345", currency: "USD" } } }]) { allowed } }`;
    const { errors } = await server.ask("commitments-only@demo.test", query);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["BAD_INPUT"]);
    // A promise that is left behind is rejected once the database has answered it, which it has when it answers this;
    // Jest fails the test then, and a server would end.
    await maySend("commitments-only@demo.test", "COMMITMENT");
  });

  test("nobody's question is refused, and says what is missing", async () => {
    const { errors } = await server.ask(null, MAY_SEND, { feature: "COMMITMENT" });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("another service asks over AuthZEN", () => {
  const record = (properties: object) => ({
    type: "commitment",
    id: "c-1",
    properties: { company: "demo", ...properties },
  });
  const evaluate = async (asker: string, subject: string, resource: object) => {
    const answer = await server.http.inject({
      method: "POST",
      url: "/access/v1/evaluation",
      headers: { authorization: `Bearer ${await server.token(asker)}` },
      payload: { subject: { type: "user", id: subject }, action: { name: "send" }, resource },
    });
    return { status: answer.statusCode, ...answer.json<{ decision?: boolean; context?: { code: string } }>() };
  };
  const whole = { project: "P-100", amount: { value: "120.50", currency: "USD" }, state: "awaiting" };

  test("and hears the same as over GraphQL", async () => {
    const feature = { type: "feature", id: "commitment", properties: { company: "demo" } };
    expect(await evaluate("admin@demo.test", "commitments-only@demo.test", feature)).toMatchObject({ decision: true });
    expect(await evaluate("admin@demo.test", "read-only@demo.test", feature)).toMatchObject({
      decision: false,
      context: { code: "TOOL_LEVEL_TOO_LOW" },
    });
  });

  test.each([
    ["another's record", { submittedBy: "project-manager@demo.test" }, "ALLOWED"],
    ["his own record", { submittedBy: "commitments-only@demo.test" }, "OWN_RECORD"],
    ["nobody knows whose record", {}, "NOT_EVALUABLE"],
    ["a record that is synced", { submittedBy: "project-manager@demo.test", state: "synced" }, "RECORD_STATE"],
  ])("%s", async (_what, facts, code) => {
    const answer = await evaluate("admin@demo.test", "commitments-only@demo.test", record({ ...whole, ...facts }));
    expect(answer).toMatchObject({ status: 200, decision: code === "ALLOWED", context: { code } });
  });

  test("a person may not ask about others without the right to", async () => {
    const answer = await evaluate("project-manager@demo.test", "admin@demo.test", record(whole));
    expect(answer.status).toBe(403);
  });
});
