import { API, CLIENT, type Profile, type ProviderAccount } from "../../support/oidc/profiles";
import { ProviderHouse, type Tokens } from "../../support/oidc/test-provider";
import { TestServer } from "../../support/server";

let providers: ProviderHouse;
beforeAll(async () => {
  providers = await ProviderHouse.start();
});
afterAll(() => providers.stop());

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

const EMAIL = "commitments-only@demo.test";
const ALINE: ProviderAccount = { id: "id-of-aline", login: EMAIL, email: EMAIL, verified: true, name: "Aline" };

async function house(profile: Profile, account: ProviderAccount, env: Readonly<Record<string, string>> = {}) {
  const provider = await providers.open(profile, [account]);
  const kind = profile === "okta-org" ? "okta" : profile;
  const issuer = { OIDC_PROVIDER: kind, OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: API };
  const server = await TestServer.start({ ...issuer, DEVELOPMENT_TOKENS: "false", ...env });
  open.push(server);
  return { provider, server, tokens: await provider.signIn(account.login) };
}

const QUERY = `{
  viewer { email name memberships { company { slug } } unrecognised { reason } }
  decision(input: {company: "demo", action: SEND, feature: COMMITMENT}) { allowed code }
}`;

/** Where the token leads: to the rights of its person, or to a reason. */
async function use(server: TestServer, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await server.http.inject({ method: "POST", url: "/graphql", headers, payload: { query: QUERY } });
  if (answer.statusCode !== 200)
    return answer.json<{ errors: { extensions: { reason?: string } }[] }>().errors[0]!.extensions.reason;
  const { viewer, decision } = answer.json<{ data: Record<string, Record<string, unknown>> }>().data;
  const unrecognised = viewer!.unrecognised as { reason: string } | null;
  expect(answer.headers["x-ledgergate-unrecognised"]).toBe(unrecognised?.reason);
  return unrecognised?.reason ?? (decision!.allowed ? "may send" : decision!.code);
}

type Pick = (tokens: Tokens) => string;
const access: Pick = (tokens) => tokens.access_token;
const id: Pick = (tokens) => tokens.id_token;
const edov = { claims: { xms_edov: true } };
const trusting = { OIDC_EMAIL_TRUST: "always", OIDC_EMAIL_DOMAINS: "demo.test" };
const own = { "https://l.test/email": EMAIL, "https://l.test/email_verified": true };
const named = { OIDC_EMAIL_CLAIM: "https://l.test/email", OIDC_EMAIL_VERIFIED_CLAIM: "https://l.test/email_verified" };

describe("an access token", () => {
  it.each<[string, Profile, Partial<ProviderAccount>, Record<string, string>, string]>([
    ["of a standard provider", "standard", {}, {}, "may send"],
    ["whose address is not verified", "standard", { verified: false }, {}, "EMAIL_NOT_VERIFIED"],
    ["for another audience", "standard", {}, { OIDC_AUDIENCE: "another" }, "TOKEN_AUDIENCE"],
    ["of Entra, with xms_edov", "entra", edov, {}, "may send"],
    ["of Entra, without it", "entra", {}, {}, "EMAIL_NOT_VERIFIED"],
    [
      "of Entra, whose sign-in name is trusted",
      "entra",
      { email: undefined },
      { ...trusting, OIDC_EMAIL_CLAIM: "email,preferred_username" },
      "may send",
    ],
    ["of Okta, which says no address", "okta", {}, {}, "EMAIL_CLAIM_MISSING"],
    ["of Okta, with claims", "okta", { claims: { email: EMAIL, email_verified: true } }, {}, "may send"],
    ["of Okta's org server", "okta-org", {}, {}, "TOKEN_TYPE"],
    ['of Cognito, whose userinfo says "true"', "cognito", {}, { OIDC_AUDIENCE: CLIENT }, "may send"],
    ["of Cognito, not verified", "cognito", { verified: false }, { OIDC_AUDIENCE: CLIENT }, "EMAIL_NOT_VERIFIED"],
    ["of Keycloak", "keycloak", {}, {}, "may send"],
    ["of Keycloak, of a user whom an administrator made", "keycloak", { verified: false }, {}, "EMAIL_NOT_VERIFIED"],
    ["of Keycloak, where the directory is trusted", "keycloak", { verified: false }, trusting, "may send"],
    ["of Auth0, by its userinfo", "auth0", {}, {}, "may send"],
    ["of Auth0, with claims of one's own", "auth0", { claims: own }, { ...named, OIDC_USERINFO: "false" }, "may send"],
    ["of Auth0, without either", "auth0", {}, { OIDC_USERINFO: "false" }, "EMAIL_CLAIM_MISSING"],
    ["of Google, which is opaque", "google", {}, {}, "TOKEN_MALFORMED"],
  ])("%s", async (_what, profile, change, env, expected) => {
    const { server, tokens } = await house(profile, { ...ALINE, ...change }, env);
    expect(await use(server, access(tokens))).toBe(expected);
  });
});

describe("an ID token", () => {
  it.each<[string, Profile, Partial<ProviderAccount>, Record<string, string>, string]>([
    ["is no access token", "standard", {}, { OIDC_AUDIENCE: CLIENT }, "TOKEN_IS_ID_TOKEN"],
    ["is taken where it is said so", "okta-org", {}, { OIDC_AUDIENCE: CLIENT, OIDC_ID_TOKENS: "true" }, "may send"],
    [
      "of Google is taken, of an address that it hosts",
      "google",
      { claims: { hd: "demo.test" } },
      { OIDC_AUDIENCE: CLIENT },
      "may send",
    ],
    ["of Google says nothing of other addresses", "google", {}, { OIDC_AUDIENCE: CLIENT }, "EMAIL_NOT_VERIFIED"],
  ])("%s", async (_what, profile, change, env, expected) => {
    const { server, tokens } = await house(profile, { ...ALINE, ...change }, env);
    expect(await use(server, id(tokens))).toBe(expected);
  });
});

describe("somebody who has signed in once", () => {
  it("is known by the account: the address goes, changes, and is somebody else's", async () => {
    const { provider, server, tokens } = await house("keycloak", ALINE);
    expect(await use(server, access(tokens))).toBe("may send");
    await provider.put({ ...ALINE, email: "aline@married.test", verified: false });
    expect(await use(server, access(await provider.signIn(EMAIL)))).toBe("may send");
    await provider.put({ id: "id-of-successor", login: "successor", email: EMAIL, verified: true });
    expect(await use(server, access(await provider.signIn("successor")))).toBe("EMAIL_OF_ANOTHER_ACCOUNT");
  });

  it("is let in while the issuer's keys are at hand, and told 503 where they never were", async () => {
    const { provider, server, tokens } = await house("cognito", ALINE, { OIDC_AUDIENCE: CLIENT });
    expect(await use(server, access(tokens))).toBe("may send");
    await provider.stop();
    expect(await use(server, access(tokens))).toBe("may send");
    const fresh = await TestServer.start({
      ...{ OIDC_PROVIDER: "cognito", OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: CLIENT, DEVELOPMENT_TOKENS: "false" },
    });
    open.push(fresh);
    const headers = { authorization: `Bearer ${access(tokens)}` };
    const answer = await fresh.http.inject({ method: "POST", url: "/graphql", headers, payload: { query: QUERY } });
    expect([answer.statusCode, Number(answer.headers["retry-after"]) > 0]).toEqual([503, true]);
  });
});
