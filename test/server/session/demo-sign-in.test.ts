import { MiniBrowser } from "../../support/oidc/mini-browser";
import { TestServer } from "../../support/server";

const HERE = "http://127.0.0.1:4000";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const browser = () => new MiniBrowser(server.http, HERE);
const session = async (one: MiniBrowser) => JSON.parse((await one.send("/session")).body) as Record<string, unknown>;

describe("signing in to the demo", () => {
  it("is picking one of its people", async () => {
    const one = browser();
    expect(await session(one)).toMatchObject({
      signedIn: false,
      people: expect.arrayContaining([
        { email: "admin@demo.test", name: "Alma Reyes", title: expect.any(String) as string },
      ]) as unknown,
    });
    const page = await one.send("/sign-in?returnTo=/session");
    expect(page.body).toContain("Alma Reyes");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    const arrived = await one.visit("/sign-in", { form: { email: "admin@demo.test", returnTo: "/session" } });
    expect(JSON.parse(arrived.body)).toMatchObject({ signedIn: true, person: { email: "admin@demo.test" } });
    const query = "{ viewer { email memberships { company { slug } } } }";
    expect(JSON.parse((await one.send("/graphql", { json: { query } })).body)).toMatchObject({
      data: { viewer: { email: "admin@demo.test", memberships: [{ company: { slug: "demo" } }] } },
    });
    const out = await one.visit("/sign-out", { form: {} }, `${HERE}/graphiql`);
    expect(out.url).toBe(`${HERE}/`);
    expect(await session(one)).toMatchObject({ signedIn: false });
  });

  it("is for its people, from its own page, on its own machine", async () => {
    const pick = async (email: string, headers: Record<string, string> = {}) =>
      (await browser().send("/sign-in", { form: { email }, headers })).status;
    expect(await pick("admin@demo.test")).toBe(303);
    expect(await pick("root@demo.test")).toBe(404);
    expect(await pick("admin@demo.test", { "sec-fetch-site": "cross-site" })).toBe(404);
    expect(await pick("admin@demo.test", { host: "evil.example" })).toBe(404);
    expect(await pick("admin@demo.test", { "x-forwarded-for": "198.51.100.7" })).toBe(404);
  });

  it("is not there without development tokens", async () => {
    const closed = await TestServer.start({ DEVELOPMENT_TOKENS: "false" });
    const one = new MiniBrowser(closed.http, HERE);
    expect((await one.send("/sign-in", { form: { email: "admin@demo.test" } })).status).toBe(405);
    expect((await one.send("/sign-in")).body).toContain("OIDC_CLIENT_ID");
    expect(await session(one)).toMatchObject({ signedIn: false, people: [] });
    await closed.stop();
  });
});
