import { readFileSync } from "node:fs";
import path from "node:path";
import { TestServer } from "../support/server";

/* docs/frontend.md is tried by whoever reads it: what stands there must work. */

const PAGE = readFileSync(path.join(__dirname, "../../docs/frontend.md"), "utf8");
const OPERATIONS = [...PAGE.matchAll(/```graphql\n([^]*?)```/g)].map(([, text]) => text!);
const SMALLEST = /const query = `([^`]*)`/.exec(PAGE)![1]!;

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

test("there are operations on the page", () => expect(OPERATIONS.length).toBeGreaterThan(3));

test.each(OPERATIONS.map((text) => [/(?:query|mutation) (\w+)/.exec(text)![1]!, text]))(
  "%s is answered",
  async (_name, text) => {
    const { data, errors } = await server.ask("admin@demo.test", text);
    expect(errors).toBeUndefined();
    for (const value of Object.values(data!)) expect(value).not.toBeNull();
  },
);

test("the smallest app has its answer", async () => {
  const { data } = await server.ask("read-only@demo.test", SMALLEST, { company: "demo" });
  expect(data).toMatchObject({ decision: { allowed: false, message: expect.any(String) as unknown } });
});
