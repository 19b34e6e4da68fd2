import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { Database } from "../../src/infra/db/database";
import { TABLES } from "../../src/app";
import { TEST_KIND, track } from "../support/database";
import { House, SEED } from "../support/house";
import { TestServer } from "../support/server";

/*
 * A request with an API key looks at the database once. However its bytes arrive, an answer is never older than a change
 * that another process had committed before the request was there.
 */

const APPROVER = "commitments-only@demo.test";
const QUESTION = JSON.stringify({
  subject: { type: "user", id: APPROVER },
  action: { name: "send" },
  resource: { type: "feature", id: "commitment", properties: { company: "demo" } },
});

let server: TestServer;
let other: House;
let socket: Socket;
let head = "";

beforeAll(async () => {
  server = await TestServer.start();
  other = new House(track(await Database.open({ ...server.app.config.database, ...TABLES })));
  await server.http.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.http.server.address() as AddressInfo;
  socket = connect(port, "127.0.0.1").setNoDelay(true);
  await once(socket, "connect");
  const asked = { name: "one look", companyIds: ["demo"], scopes: ["decisions:read"] };
  const { key } = await server.app.apiKey.create(SEED, asked);
  head = [
    "POST /access/v1/evaluation HTTP/1.1",
    "host: here",
    `authorization: Bearer ${key}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(QUESTION)}`,
    "\r\n",
  ].join("\r\n");
}, 60_000);
afterAll(async () => {
  socket.destroy();
  await server.stop();
});

async function answer(): Promise<{ decision: boolean; context: { grant?: string } }> {
  const [chunk] = (await once(socket, "data")) as [Buffer];
  const text = chunk.toString();
  expect(text.slice(0, 12)).toBe("HTTP/1.1 200");
  return JSON.parse(text.slice(text.indexOf("\r\n\r\n"))) as Awaited<ReturnType<typeof answer>>;
}

function asked() {
  const answered = answer();
  socket.write(head + QUESTION);
  return answered;
}

/** The statement that counts commits. */
function sqliteFeed(): { readonly version: { get(): unknown } } {
  return server.app.database.feed as unknown as ReturnType<typeof sqliteFeed>;
}

/** By the other process. */
async function grant(): Promise<string> {
  const given = { member: APPROVER, feature: "commitment", direction: "export", reason: "Test" } as const;
  return (await other.services.grant.give(SEED, "demo", given)).grant.id;
}

const revoke = (id: string) => other.services.grant.revoke(SEED, "demo", id, "Left the team");

/** Until they may, by an answer from memory. */
async function remembered(): Promise<string> {
  for (let time = 0; time < 3; time++) await asked();
  const { decision, context } = await asked();
  expect(decision).toBe(true);
  return context.grant!;
}

const onSqlite = TEST_KIND === "sqlite" ? test : test.skip;

onSqlite(
  "what another process has committed is known to the next request, and to the one whose body is late",
  async () => {
    await revoke(await remembered());
    expect(await asked()).toMatchObject({ decision: false });
    await grant();
    const id = await remembered();
    const answered = answer();
    const authenticated = jest.spyOn(server.app.apiKeys, "findByPrefix");
    socket.write(head + QUESTION.slice(0, 20));
    while (authenticated.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await revoke(id);
    socket.write(QUESTION.slice(20));
    expect(await answered).toMatchObject({ decision: false });
  },
);

onSqlite("questions over GraphQL share the look, and hear of every change", async () => {
  const inputs = [{ company: "demo", subject: APPROVER, action: "SEND", feature: "COMMITMENT" }];
  const query = "query ($inputs: [DecisionInput!]!) { decisions(inputs: $inputs) { allowed } }";
  const body = JSON.stringify({ query, variables: { inputs } });
  const over = head.replace("/access/v1/evaluation", "/graphql").replace(/(content-length: )\d+/, `$1${body.length}`);
  const allowed = async () => {
    const answered = once(socket, "data");
    socket.write(over + body);
    const text = String((await answered)[0]);
    return /"allowed":(true|false)/.exec(text)?.[1];
  };
  const id = await grant();
  for (let time = 0; time < 3; time++) expect(await allowed()).toBe("true");
  const looks = jest.spyOn(sqliteFeed().version, "get");
  looks.mockClear();
  expect(await allowed()).toBe("true");
  expect(looks).toHaveBeenCalledTimes(1);
  looks.mockRestore();
  await revoke(id);
  expect(await allowed()).toBe("false");
});

onSqlite("a request that arrived in one piece looks once", async () => {
  await grant();
  await remembered();
  const looks = jest.spyOn(sqliteFeed().version, "get");
  await asked();
  expect(looks).toHaveBeenCalledTimes(1);
});
