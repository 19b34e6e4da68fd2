import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readOperationTabs } from "../../src/server/graphiql/operation-tabs";
import { PRODUCTION, type Stub, stubServer } from "./support/stub-server";

const PERSONAS = [
  { email: "admin@demo.test", title: 'The "admin" <b>' },
  { email: "read-only@demo.test", title: "Reader" },
];
const issueToken = async (email: string) => `token-for-${email}`;
const operationsDirectory = path.join(__dirname, "support", "operations");

const open: Stub[] = [];
async function serve(env: Record<string, string> = {}): Promise<Stub> {
  const stub = await stubServer(env, { personas: PERSONAS, issueToken, operationsDirectory });
  open.push(stub);
  return stub;
}
afterEach(() => Promise.all(open.splice(0).map(({ app }) => app.close())));

async function tokenFor(stub: Stub, email: unknown, headers: Record<string, string> = {}) {
  const answer = await stub.app.inject({ method: "POST", url: "/graphiql/token", payload: { email }, headers });
  return answer.statusCode === 200 ? answer.json<{ token: string }>().token : answer.statusCode;
}

describe("the GraphiQL page", () => {
  it("names nothing outside its own server", async () => {
    const { app } = await serve();
    const page = await app.inject("/graphiql");
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.body).not.toMatch(/(https?:)?\/\/[a-z]/i);
    const linked = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    const workers = [...page.body.matchAll(/(?:"|&quot;)(\/graphiql\/[\w-]+\.js)(?:"|&quot;)/g)].map(
      ([, address]) => address!,
    );
    expect(workers).toHaveLength(5);
    for (const address of new Set([...linked, ...workers])) expect((await app.inject(address)).statusCode).toBe(200);
    const style = await app.inject("/graphiql/graphiql.css");
    expect(style.body).not.toMatch(/@import|url\((?!["']?(data:|#))/);
  });

  it("lets scripts come from its own server only", async () => {
    const { app } = await serve();
    const policy = (await app.inject("/graphiql")).headers["content-security-policy"];
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect((await app.inject("/graphiql/graphql-worker.js")).headers["content-security-policy"]).toBe(policy);
  });

  it("holds titles as text, whatever is in them", async () => {
    const { app } = await serve();
    const { body } = await app.inject("/graphiql");
    expect(body).toContain("The &quot;admin&quot; &lt;b&gt;");
    expect(body).not.toContain("<b>");
  });

  it("holds examples as data, whatever is in them", async () => {
    const directory = await mkdtemp(path.join(tmpdir(), "lg-tabs-"));
    await writeFile(path.join(directory, "a.graphql"), "# </script><script>x\nquery A { __typename }");
    const { app } = await stubServer({}, { operationsDirectory: directory });
    const { body } = await app.inject("/graphiql");
    expect(body.match(/<\/script>/g)).toHaveLength(1);
    expect(body).toContain("&lt;/script&gt;");
    await app.close();
    await rm(directory, { recursive: true });
  });

  it("is sent compressed, and once", async () => {
    const { app } = await serve();
    const url = "/graphiql/graphiql.js";
    const zipped = await app.inject({ url, headers: { "accept-encoding": "br, gzip" } });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(zipped.rawPayload.length).toBeLessThan((await app.inject(url)).rawPayload.length / 2);
    const again = await app.inject({ url, headers: { "if-none-match": String(zipped.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  it("is where people land, in their language", async () => {
    const { app } = await serve();
    expect((await app.inject("/graphiql/")).headers.location).toBe("/graphiql");
    const french = await app.inject({ url: "/graphiql", headers: { "accept-language": "fr" } });
    expect(french.body).toContain("Demander en tant que");
  });

  it("is off in production unless allowed, and never knows demo people there", async () => {
    expect((await (await serve(PRODUCTION)).app.inject("/graphiql")).statusCode).toBe(404);
    const allowed = await serve({ ...PRODUCTION, GRAPHIQL: "true" });
    const page = await allowed.app.inject("/graphiql");
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/demo\.test|id="persona"/);
    expect(await tokenFor(allowed, "admin@demo.test")).toBe(404);
  });
});

describe("tokens of demo people", () => {
  it("go to the page, for demo people only", async () => {
    const stub = await serve();
    expect(await tokenFor(stub, "admin@demo.test")).toBe("token-for-admin@demo.test");
    for (const other of ["root@demo.test", "", null, undefined, { a: 1 }])
      expect(await tokenFor(stub, other)).toBe(404);
  });

  it("do not go to another site, nor to a foreign name that leads here", async () => {
    const stub = await serve({ PUBLIC_URL: "http://ledgergate.lan:4000", DEVELOPMENT_TOKENS: "true" });
    const as = (headers: Record<string, string>) => tokenFor(stub, "admin@demo.test", headers);
    expect(await as({ "sec-fetch-site": "same-origin" })).toContain("token-for");
    expect(await as({ "sec-fetch-site": "cross-site" })).toBe(404);
    expect(await as({ "sec-fetch-site": "same-site" })).toBe(404);
    for (const host of ["localhost:4000", "127.0.0.1", "[::1]:4000", "ledgergate.lan:4000", "192.168.1.7:4000"])
      expect(await as({ host })).toContain("token-for");
    for (const host of ["evil.example:4000", "127.0.0.1.evil.example", "localhost.evil.example", "ledgergate.lan.evil"])
      expect(await as({ host })).toBe(404);
  });
});

describe("a proxy in front that nobody told of", () => {
  it("gets no token of a demo person, unless somebody said so in words", async () => {
    const closed = await serve();
    const open = await serve({ DEVELOPMENT_TOKENS: "true" });
    for (const name of ["x-forwarded-for", "forwarded", "x-real-ip", "via"]) {
      expect(await tokenFor(closed, "admin@demo.test", { [name]: "198.51.100.7" })).toBe(404);
      expect(await tokenFor(open, "admin@demo.test", { [name]: "198.51.100.7" })).toContain("token-for");
    }
  });
});

describe("ready tabs", () => {
  it("are the operations, in order, with title and variables", async () => {
    expect(await readOperationTabs(operationsDirectory)).toEqual([
      { name: "WhoAmI", title: "Who am I?", query: expect.stringContaining("viewer") as string },
      {
        name: "Items",
        title: "A page of items",
        query: expect.stringContaining("query Items") as string,
        variables: '{ "first": 3 }\n',
      },
    ]);
    expect(await readOperationTabs(path.join(__dirname, "nowhere"))).toEqual([]);
  });

  it.each([
    ["a.graphql", "query {"],
    ["b.graphql", "fragment F on Query { viewer { kind } }"],
    ["c.graphql", "{ viewer { kind } }"],
    ["d.variables.json", "{"],
  ])("stop the start with the name of a bad file: %s", async (name, content) => {
    const directory = await mkdtemp(path.join(tmpdir(), "lg-tabs-"));
    await writeFile(path.join(directory, "d.graphql"), "query D { __typename }");
    await writeFile(path.join(directory, name), content);
    await expect(readOperationTabs(directory)).rejects.toThrow(`${name} cannot be shown`);
    await rm(directory, { recursive: true });
  });
});
