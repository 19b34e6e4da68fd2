import { IdentityLinkEntity } from "../../../src/tenant/identity/identity-link.entity";
import { MiniBrowser } from "../../support/oidc/mini-browser";
import { API, CLIENT, CLIENT_SECRET, type ProviderAccount } from "../../support/oidc/profiles";
import { ProviderHouse, type TestProvider } from "../../support/oidc/test-provider";
import { TestServer } from "../../support/server";

const HERE = "http://127.0.0.1:4000";
const EMAIL = "commitments-only@demo.test";
const ALINE: ProviderAccount = { id: "id-of-aline", login: "aline", email: EMAIL, verified: true, name: "Aline" };

let providers: ProviderHouse;
let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  providers = await ProviderHouse.start();
  const client = { redirectUris: [`${HERE}/sign-in/callback`], signOutUris: [`${HERE}/`] };
  provider = await providers.open("keycloak", [ALINE], client);
  server = await TestServer.start({
    ...{ OIDC_ISSUER: provider.issuer, OIDC_PROVIDER: "keycloak", OIDC_AUDIENCE: API, PUBLIC_URL: HERE },
    ...{ OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: CLIENT_SECRET, DEVELOPMENT_TOKENS: "false" },
  });
});
afterAll(async () => {
  await server.stop();
  await providers.stop();
});

const browser = () => new MiniBrowser(server.http, HERE);

/** Signs in as somebody does: to the issuer, their login, and back. */
async function signIn(login = "aline", returnTo = "/session", one = browser()) {
  const form = await one.visit(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  expect(form.url).toContain(provider.issuer);
  return { browser: one, arrived: await one.visit(form.url, { form: { login } }) };
}

const MAY = `{ decision(input: {company: "demo", action: SEND, feature: COMMITMENT}) { allowed } }`;
const WRITE = `mutation { setMailPreferences(input: {locale: FR}) { userErrors { code } } }`;

async function graphql(one: MiniBrowser, query: string, headers: Record<string, string> = {}) {
  const { status, body } = await one.send("/graphql", { json: { query }, headers });
  return { status, ...(JSON.parse(body) as { data?: Record<string, unknown>; errors?: { extensions: object }[] }) };
}

describe("signing in", () => {
  it("leads to the issuer and back, to a session that GraphQL knows", async () => {
    const { browser: one, arrived } = await signIn();
    expect(arrived.url).toBe(`${HERE}/session`);
    expect(JSON.parse(arrived.body)).toMatchObject({
      signedIn: true,
      person: { name: "Aline", email: EMAIL, account: { issuer: provider.issuer, subject: ALINE.id } },
      unrecognised: null,
    });
    expect(await graphql(one, MAY)).toMatchObject({ status: 200, data: { decision: { allowed: true } } });
    const links = await server.app.database.read().findBy(IdentityLinkEntity, { subject: ALINE.id });
    expect(links).toHaveLength(1);
  });

  it("puts no token within the page's reach", async () => {
    const { browser: one } = await signIn();
    await graphql(one, MAY);
    await one.send("/session");
    const cookie = one.cookie("ledgergate")!;
    expect(cookie.attributes).toMatch(/HttpOnly/i);
    expect(cookie.attributes).toMatch(/SameSite=Lax/i);
    expect(one.seen.join("\n")).not.toMatch(/eyJ[\w-]+\./);
    expect(one.seen.join("\n")).not.toContain(cookie.value);
  });

  it("over https has a cookie that no other host can set, and that never travels in the clear", async () => {
    const production = await TestServer.start({
      ...{ OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: API, PUBLIC_URL: "https://ledgergate.example.com" },
      ...{ OIDC_CLIENT_ID: CLIENT, DEVELOPMENT_TOKENS: "false" },
    });
    const answer = await production.http.inject("/sign-in");
    const set = [answer.headers["set-cookie"]].flat().join("");
    expect(set).toMatch(/^__Host-ledgergate-sign-in-[\w-]{8}=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    expect(set).not.toMatch(/Domain=/i);
    const { searchParams } = new URL(answer.headers.location!);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ response_type: "code", code_challenge_method: "S256", client_id: CLIENT },
      redirect_uri: "https://ledgergate.example.com/sign-in/callback",
    });
    await production.stop();
  });

  it("goes on to a path of this server, and to no other", async () => {
    expect((await signIn("aline", "/session?x=1#top")).arrived.url).toBe(`${HERE}/session?x=1#top`);
    for (const elsewhere of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/.//evil.example",
      "session",
    ])
      expect((await signIn("aline", elsewhere)).arrived.url).toMatch(new RegExp(`^${HERE}/(graphiql)?$`));
  });

  it("tells somebody whom no directory has why", async () => {
    await provider.put({ id: "id-of-guest", login: "guest", email: "guest@nowhere.test", verified: true });
    await provider.put({ id: "id-of-new", login: "new", email: "new@demo.test", verified: false });
    const guest = (await signIn("guest")).arrived.body;
    expect(JSON.parse(guest)).toMatchObject({ signedIn: true, unrecognised: { reason: "NOT_IN_A_DIRECTORY" } });
    const unverified = (await signIn("new")).arrived.body;
    expect(JSON.parse(unverified)).toMatchObject({ unrecognised: { reason: "EMAIL_NOT_VERIFIED" } });
  });
});

describe("a sign-in that somebody else arranged", () => {
  it("is refused without the browser's own attempt, twice, and with another state", async () => {
    const victim = browser();
    const attacker = browser();
    const form = await attacker.visit("/sign-in");
    const { url } = await attacker.visit(form.url, { form: { login: "aline" } }, `${HERE}/sign-in/callback`);
    const planted = await victim.visit(url);
    expect([planted.status, victim.cookie("ledgergate")]).toEqual([400, undefined]);
    expect((await attacker.visit(url)).status).not.toBe(400);
    expect((await attacker.visit(url)).status).toBe(400);
    expect((await browser().visit("/sign-in/callback?code=x&state=y")).status).toBe(400);
  });

  it("is refused with a state that was changed, and by the issuer's own no", async () => {
    const one = browser();
    const form = await one.visit("/sign-in");
    const { url } = await one.visit(form.url, { form: { login: "aline" } }, `${HERE}/sign-in/callback`);
    const changed = new URL(url);
    changed.searchParams.set("state", `${changed.searchParams.get("state")!.slice(0, 12)}x`);
    expect((await one.visit(changed.href)).status).toBe(400);
    const again = browser();
    const begun = await again.send("/sign-in");
    const state = new URL(String(begun.headers.location)).searchParams.get("state")!;
    const iss = encodeURIComponent(provider.issuer);
    const refused = await again.visit(`/sign-in/callback?error=access_denied&state=${state}&iss=${iss}`);
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining("cancelled or refused")]);
  });
});

describe("what a cookie vouches for", () => {
  it("is changed from this server's own pages only", async () => {
    const { browser: one } = await signIn();
    expect(await graphql(one, WRITE)).toMatchObject({ status: 200, data: { setMailPreferences: { userErrors: [] } } });
    for (const site of ["cross-site", "same-site", "none"])
      expect(await graphql(one, WRITE, { "sec-fetch-site": site })).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: "CROSS_SITE_REQUEST" } }],
      });
    const forms = await one.send("/sign-out", {
      form: { everywhere: "true" },
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(forms.status).toBe(403);
    // The browser leaves the cookie out of another site's form, and must not be told to drop it.
    const without = await server.http.inject({
      ...{ method: "POST", url: "/sign-out", payload: "", headers: { "sec-fetch-site": "cross-site" } },
    });
    expect([without.statusCode, without.headers["set-cookie"]]).toEqual([403, undefined]);
    expect(JSON.parse((await one.send("/session")).body)).toMatchObject({ signedIn: true });
  });

  it("of a browser without Fetch Metadata is known by the origin that it names", async () => {
    const { browser: one } = await signIn();
    const cookie = `${[...one.cookies.keys()].find((name) => name.startsWith(HERE))!.split(" ")[1]}=${one.cookie("ledgergate")!.value}`;
    const as = async (headers: Record<string, string>) =>
      (
        await server.http.inject({
          method: "POST",
          url: "/graphql",
          payload: { query: WRITE },
          headers: { cookie, ...headers },
        })
      ).statusCode;
    expect(await as({ origin: HERE })).toBe(200);
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1:4001"])
      expect(await as({ origin })).toBe(403);
    expect(await as({})).toBe(403);
  });

  it("does not count where an Authorization header says who is asking", async () => {
    const { browser: one } = await signIn();
    const refused = await graphql(one, MAY, { authorization: "Bearer x" });
    expect(refused.status).toBe(401);
  });
});

describe("signing out", () => {
  it("ends the session here and at the issuer", async () => {
    const { browser: one } = await signIn();
    const copy = one.cookie("ledgergate")!.value;
    const { body } = await one.send("/sign-out", { json: {}, headers: { accept: "application/json" } });
    const { redirectTo } = JSON.parse(body) as { redirectTo: string };
    const asked = new URL(redirectTo);
    expect(asked.origin).toBe(new URL(provider.issuer).origin);
    expect(asked.searchParams.get("post_logout_redirect_uri")).toBe(`${HERE}/`);
    expect(asked.searchParams.get("id_token_hint")).toMatch(/^eyJ/);
    expect(one.cookie("ledgergate")).toBeUndefined();
    const stolen = browser();
    stolen.cookies.set(`${HERE} ledgergate-4000`, { value: copy, attributes: "" });
    expect(JSON.parse((await stolen.send("/session")).body)).toMatchObject({ signedIn: false });
    expect((await one.visit(redirectTo)).status).toBe(200);
  });

  it("ends it on all browsers where that is asked for, and asks before by GET", async () => {
    const [first, second] = [(await signIn()).browser, (await signIn()).browser];
    expect((await first.send("/sign-out")).body).toContain("Sign out on all devices");
    expect(JSON.parse((await first.send("/session")).body)).toMatchObject({ signedIn: true });
    await first.send("/sign-out", { form: { everywhere: "true" } });
    for (const one of [first, second])
      expect(JSON.parse((await one.send("/session")).body)).toMatchObject({ signedIn: false, signIn: "/sign-in" });
    expect(await graphql(second, MAY)).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  });

  it("by signing in anew ends what the browser had", async () => {
    const { browser: one } = await signIn();
    await provider.put({ id: "id-of-bruno", login: "bruno", email: "read-only@demo.test", verified: true });
    const fresh = new MiniBrowser(server.http, HERE);
    for (const [name, cookie] of one.cookies) if (name.startsWith(HERE)) fresh.cookies.set(name, cookie);
    await signIn("bruno", "/session", fresh);
    expect(JSON.parse((await one.send("/session")).body)).toMatchObject({ signedIn: false });
  });
});
