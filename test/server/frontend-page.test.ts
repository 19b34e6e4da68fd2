import { readFileSync } from "node:fs";
import path from "node:path";
import { TestServer } from "../support/server";
import { Listener } from "./streams/listener";

/* docs/frontend.md is tried by whoever reads it: what stands there must work. */

const PAGE = readFileSync(path.join(__dirname, "../../docs/frontend.md"), "utf8");
const OPERATIONS = [...PAGE.matchAll(/```graphql\n([^]*?)```/g)].map(([, text]) => text!);
const SMALLEST = /const query = `([^`]*)`/.exec(PAGE)![1]!;

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()), 60_000);
afterAll(() => server.stop());

test("there are operations on the page", () => expect(OPERATIONS.length).toBeGreaterThan(3));

const ASKED = OPERATIONS.filter((text) => !text.startsWith("subscription"));

test.each(ASKED.map((text) => [/(?:query|mutation) (\w+)/.exec(text)![1]!, text]))(
  "%s is answered",
  async (_name, text) => {
    const { data, errors } = await server.ask("admin@demo.test", text);
    expect(errors).toBeUndefined();
    for (const value of Object.values(data!)) expect(value).not.toBeNull();
  },
);

test("the subscription tells its first event", async () => {
  const address = await server.http.listen({ port: 0, host: "127.0.0.1" });
  const headers = { authorization: `Bearer ${await server.token("admin@demo.test")}` };
  const text = OPERATIONS.find((one) => one.startsWith("subscription"));
  const listener = await Listener.of(address, headers, { company: "demo" }, text);
  expect(await listener.event()).toMatchObject({ areas: [], readAnew: false });
  listener.dispose();
});

test("the smallest app has its answer", async () => {
  const { data } = await server.ask("read-only@demo.test", SMALLEST, { company: "demo" });
  expect(data).toMatchObject({ decision: { allowed: false, message: expect.any(String) as unknown } });
});
