import { TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

async function exported(email: string | null, query = "company=demo") {
  const headers = email === null ? {} : { authorization: `Bearer ${await server.token(email)}` };
  return server.http.inject({ method: "GET", url: `/exports/evidence?${query}`, headers });
}

test("it covers the time that is asked for", async () => {
  const sendings = async (period: string) =>
    (await exported("read-only@demo.test", `company=demo${period}`)).body.trimEnd().split("\n").length - 1;
  const email = "commitments-and-invoices@demo.test";
  const find = `{ company(slug: "demo") { erpIntegration { records(search: "PO-002") { edges { node { id version } } } } } }`;
  const found = (await server.ask(email, find)).data as unknown as {
    company: { erpIntegration: { records: { edges: { node: { id: string; version: number } }[] } } };
  };
  const { id, version } = found.company.erpIntegration.records.edges[0]!.node;
  await server.ask(
    email,
    `mutation { sendRecord(input: { company: "demo", record: "${id}", expectedVersion: ${version} }) { outcome } }`,
  );
  const all = await sendings("");
  expect(all).toBe(1);
  expect(await sendings("&until=2026-01-01")).toBe(0);
  expect(await sendings("&from=2099-01-01")).toBe(0);
  expect(await sendings("&from=2026-01-01&until=2099-01-01")).toBe(all);
});

test("no service gets it, whatever its key may read", async () => {
  const made = await server.ask(
    "admin@demo.test",
    `mutation { createApiKey(input: { name: "Sync", companies: ["demo"], scopes: ["decisions:read"] }) { key } }`,
  );
  const { key } = (made.data as unknown as { createApiKey: { key: string } }).createApiKey;
  const headers = { authorization: `Bearer ${key}` };
  const answer = await server.http.inject({ method: "GET", url: "/exports/evidence?company=demo", headers });
  expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining("for people")]);
});

test("people who may review get the file; nobody else does", async () => {
  const answer = await exported("read-only@demo.test", "company=demo&from=2026-01-01&until=2027-01-01");
  expect([answer.statusCode, answer.headers["content-disposition"]]).toEqual([
    200,
    'attachment; filename="evidence-demo.jsonl"',
  ]);
  const [header = ""] = answer.body.split("\n");
  // A day is the company's, which is in New York.
  expect(JSON.parse(header)).toMatchObject({ format: "ledgergate-evidence/1", from: "2026-01-01T05:00:00.000Z" });
  const codes = async (email: string | null) => (await exported(email)).statusCode;
  expect(await codes(null)).toBe(401);
  expect(await codes("admin@other.test")).toBe(404);
  expect(await codes("project-manager@demo.test")).toBe(403);
  expect((await exported("read-only@demo.test", "company=demo&from=yesterday")).statusCode).toBe(400);
});
