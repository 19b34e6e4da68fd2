import { TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

async function exported(email: string | null, query = "company=demo") {
  const headers = email === null ? {} : { authorization: `Bearer ${await server.token(email)}` };
  return server.http.inject({ method: "GET", url: `/exports/evidence?${query}`, headers });
}

test("people who may review get the file; nobody else does", async () => {
  const answer = await exported("read-only@demo.test", "company=demo&from=2026-01-01&until=2027-01-01");
  expect([answer.statusCode, answer.headers["content-disposition"]]).toEqual([
    200,
    'attachment; filename="evidence-demo.jsonl"',
  ]);
  const [header = ""] = answer.body.split("\n");
  expect(JSON.parse(header)).toMatchObject({ format: "ledgergate-evidence/1", from: "2026-01-01T00:00:00.000Z" });
  const codes = async (email: string | null) => (await exported(email)).statusCode;
  expect(await codes(null)).toBe(401);
  expect(await codes("admin@other.test")).toBe(404);
  expect(await codes("project-manager@demo.test")).toBe(403);
  expect((await exported("read-only@demo.test", "company=demo&from=yesterday")).statusCode).toBe(400);
});
