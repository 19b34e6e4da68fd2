import { writeFileSync } from "node:fs";
import path from "node:path";
import { testFolder } from "../support/database";
import { compile, WatchedServer } from "./support/watched-server";

/** Enough to start and to work; the server's own objects take about half of it. */
const HEAP_MEGABYTES = 96;

let server: WatchedServer;
beforeAll(async () => {
  compile();
  const keys = path.join(testFolder(), "keys.json");
  writeFileSync(keys, JSON.stringify({ keys: [] }));
  server = await WatchedServer.start(HEAP_MEGABYTES, {
    NODE_ENV: "production",
    OIDC_ISSUER: "https://id.example.test/",
    OIDC_AUDIENCE: "ledgergate",
    OIDC_JWKS_FILE: keys,
    PUBLIC_URL: "https://ledgergate.example.test",
    RATE_LIMIT_PER_MINUTE: "0",
  });
}, 300_000);
afterAll(() => server.stop());

/** Sends all of it, four at once as an impatient attacker would; how the answers went, by status. */
async function sendAll(count: number, body: (index: number) => string): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  let next = 0;
  const sender = async () => {
    while (next < count && server.up) {
      const { status } = await server.post("/graphql", body(next++));
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 4 }, sender));
  return statuses;
}

const query = (text: string) => JSON.stringify({ query: text });
/** As large a text as is taken, with `text` at its beginning. */
const filled = (text: string) => query(text.padEnd(65_536, "comment "));

describe("with little memory, in production and without a token", () => {
  it("a text of megabytes is refused before it is parsed", async () => {
    const long = "x".repeat(3_900_000);
    expect(await sendAll(50, (n) => query(`{__typename}#${n} ${long}`))).toEqual({ 413: 50 });
    expect(await sendAll(50, (n) => query(`{__typename}#${n} ${long.slice(0, 100_000)}`))).toEqual({ 413: 50 });
  });

  it("operations that differ in their comments only do not pile up", async () => {
    expect(await sendAll(900, (n) => filled(`{__typename}#${n} `))).toEqual({ 200: 900 });
  });

  it("neither do operations of as many fields as are allowed", async () => {
    const fields = (n: number) => `${"__typename ".repeat(95)} a${n}: __typename`;
    expect(await sendAll(300, (n) => filled(`{${fields(n)}}#`))).toEqual({ 200: 300 });
  });

  it("nor do operations that are not valid, or no operations", async () => {
    const answers = await sendAll(100, (n) => filled(n % 2 ? `{ nothing${n} }#` : `{ a${n} `));
    expect(answers).toEqual({ 200: 100 });
  });

  it("the process is up and answers", async () => {
    expect(server.complaint).toBe("");
    expect((await server.post("/graphql", query("{ __typename }"))).text).toContain("Query");
  });
});
