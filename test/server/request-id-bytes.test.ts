import { request, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { TestServer } from "../support/server";

/* X-Request-ID comes back byte for byte, also on the wire, where what Fastify's own injection shows is not what is sent. */

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await TestServer.start();
  await server.http.listen({ port: 0, host: "127.0.0.1" });
  port = (server.http.server.address() as AddressInfo).port;
}, 60_000);
afterAll(() => server.stop());

function call(method: string, path: string, headers: Record<string, string>, body = "") {
  return new Promise<{ status: number; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", method, path, headers, agent: false }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    asked.on("error", reject);
    // Bytes: beside a text the client would write its headers in UTF-8, as the server must not.
    asked.end(Buffer.from(body));
  });
}

const SENT = "caf\u00e9 \u00ff-7";
const QUESTION = JSON.stringify({
  subject: { type: "user", id: "read-only@demo.test" },
  action: { name: "view" },
  resource: { type: "feature", id: "company", properties: { company: "demo" } },
});

test("with every answer, beyond ASCII too, and however the path is written", async () => {
  const known = { authorization: `Bearer ${await server.token("read-only@demo.test")}` };
  const json = { "content-type": "application/json", "x-request-id": SENT };
  const answers = [
    [200, await call("POST", "/access/v1/evaluation", { ...json, ...known }, QUESTION)],
    [200, await call("POST", "/%61ccess/v1/evaluation", { ...json, ...known }, QUESTION)],
    [400, await call("POST", "/access/v1/evaluation", { ...json, ...known }, "{")],
    [401, await call("POST", "/access/v1/evaluation", json, QUESTION)],
    [404, await call("POST", "/access/v1/nothing", json, QUESTION)],
    [405, await call("GET", "/access/v1/evaluation", json)],
    [405, await call("GET", "/access/v1/%65valuation", json)],
    [200, await call("GET", "/.well-known/authzen-configuration", json)],
  ] as const;
  for (const [status, answer] of answers)
    expect([answer.status, answer.headers["x-request-id"]]).toEqual([status, SENT]);
  expect(answers[1][1].headers["cache-control"]).toBe("no-store");
});
