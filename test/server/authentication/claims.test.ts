import type { Provider } from "../../../src/config/config-providers";
import { FixedClock } from "../../../src/kernel/clock";
import { createAuthenticate } from "../../../src/server/authentication/authenticate";
import type { TokenIssuer } from "../../../src/server/authentication/token-issuer";
import { AuthenticationUnavailable } from "../../../src/infra/http/authentication-failure";
import { AUDIENCE, issuerOf, TokenMaker } from "../support/token-maker";

const clock = new FixedClock("2026-11-24T09:00:00.000Z");
const apiKeys = { findByPrefix: async () => null, touch: async () => undefined };
const ISSUER = "https://id.example.test/";

let maker: TokenMaker;
beforeAll(async () => {
  maker = await TokenMaker.make("one", () => clock.now());
});

/** What the server makes of a token with these claims, or why it refuses it. */
async function caller(provider: Provider, claims: object, more: Partial<TokenIssuer> = {}) {
  const issuers = [issuerOf([maker], { linking: null, ...more }, provider)];
  const authenticate = createAuthenticate({ issuers, apiKeys, clock, onProblem: () => undefined });
  const token = await maker.token({ email: undefined, email_verified: undefined, name: undefined, ...claims });
  return authenticate(`Bearer ${token}`).then(
    (found) => {
      if (found.kind !== "person") throw new Error(found.kind);
      const { email, subject, unrecognised } = found;
      return { email, subject: subject.replace(`${ISSUER}|`, ""), why: unrecognised?.reason ?? null };
    },
    (error: { reason?: string; name: string }) => error.reason ?? error.name,
  );
}

describe("claims of providers", () => {
  const aline = "aline@demo.test";

  it.each<[string, Provider, object, object]>([
    [
      "Entra, domain verified",
      "entra",
      { oid: "o1", scp: "a", email: aline, xms_edov: true },
      { email: aline, subject: "o1" },
    ],
    ["Entra, as text", "entra", { oid: "o1", scp: "a", email: aline, xms_edov: "1" }, { email: aline }],
    ["Entra, not said", "entra", { oid: "o1", scp: "a", email: aline }, { email: null, why: "EMAIL_NOT_VERIFIED" }],
    [
      "Entra, denied elsewhere",
      "entra",
      { oid: "o1", scp: "a", email: aline, xms_edov: true, email_verified: false },
      { email: null, why: "EMAIL_NOT_VERIFIED" },
    ],
    [
      "Entra, a name that changes",
      "entra",
      { oid: "o1", scp: "a", preferred_username: aline },
      { email: null, why: "EMAIL_CLAIM_MISSING", subject: "o1" },
    ],
    [
      "Okta, an access token",
      "okta",
      { uid: "00u1", sub: "login@demo.test", cid: "c", scp: ["a"], email: aline, email_verified: true },
      { email: aline, subject: "00u1" },
    ],
    ["Keycloak", "keycloak", { typ: "Bearer", email: aline, email_verified: true }, { email: aline, subject: "aline" }],
    ["Google, its own address", "google", { email: "a@gmail.com", email_verified: true }, { email: "a@gmail.com" }],
    ["Google, hosted", "google", { email: aline, email_verified: true, hd: "demo.test" }, { email: aline }],
    ["Google, elsewhere", "google", { email: aline, email_verified: true }, { email: null, why: "EMAIL_NOT_VERIFIED" }],
    [
      "an object as address",
      "standard",
      { email: { value: aline }, email_verified: true },
      { email: null, why: "EMAIL_CLAIM_MISSING" },
    ],
    ["no address", "standard", { email: "aline", email_verified: true }, { email: null, why: "EMAIL_MALFORMED" }],
  ])("%s", async (_what, provider, claims, expected) => {
    expect(await caller(provider, claims)).toMatchObject(expected);
  });

  it("tell an ID token of Entra or Okta from an access token", async () => {
    expect(await caller("entra", { oid: "o1" })).toBe("TOKEN_IS_ID_TOKEN");
    expect(await caller("okta", {})).toBe("TOKEN_IS_ID_TOKEN");
    const taken = await caller("okta", { sub: "00u1", email: aline, email_verified: true }, { idTokens: true });
    expect(taken).toMatchObject({ email: aline, subject: "00u1" });
  });

  it("name the audience as Cognito does, in access tokens only", async () => {
    const access = { aud: undefined, client_id: AUDIENCE, token_use: "access" };
    expect(await caller("cognito", access)).toMatchObject({ why: "EMAIL_CLAIM_MISSING" });
    expect(await caller("cognito", { ...access, client_id: "other" })).toBe("TOKEN_AUDIENCE");
    // An audience that is there counts, whoever the client is.
    expect(await caller("cognito", { ...access, aud: "other" })).toBe("TOKEN_AUDIENCE");
    const id = { aud: undefined, client_id: AUDIENCE, token_use: "id" };
    expect(await caller("cognito", id, { idTokens: true })).toBe("TOKEN_CLAIM");
    expect(await caller("standard", { aud: undefined, client_id: AUDIENCE })).toBe("TOKEN_CLAIM");
  });

  it("count by configuration: another claim, always, never, of some domains", async () => {
    const named = { emailClaims: ["https://demo.test/email", "email"], emailVerifiedClaims: ["https://demo.test/ok"] };
    const own = { "https://demo.test/email": aline, "https://demo.test/ok": true };
    expect(await caller("auth0", own, named)).toMatchObject({ email: aline });
    expect(await caller("standard", { email: aline }, { emailTrust: "always" })).toMatchObject({ email: aline });
    const never = await caller("standard", { email: aline, email_verified: true }, { emailTrust: "never" });
    expect(never).toMatchObject({ email: null, why: "EMAIL_NOT_TRUSTED" });
    const some = { emailDomains: ["demo.test"] };
    const verified = (email: string) => caller("standard", { email, email_verified: true }, some);
    expect(await verified("aline@DEMO.test")).toMatchObject({ email: aline });
    expect(await verified("aline@demo.test.evil.example")).toMatchObject({ email: null, why: "EMAIL_DOMAIN" });
    expect(await verified("demo.test@evil.example")).toMatchObject({ email: null, why: "EMAIL_DOMAIN" });
  });

  it("refuse subjects that cannot be kept", async () => {
    expect(await caller("entra", { scp: "a", sub: "pairwise" })).toBe("TOKEN_CLAIM");
    for (const sub of ["x".repeat(256), "a\u200bb", 7 as unknown as string])
      expect(await caller("standard", { sub })).toBe("TOKEN_CLAIM");
    expect(await caller("standard", { sub: "x".repeat(255) })).toMatchObject({ subject: "x".repeat(255) });
  });
});

describe("the issuer's userinfo", () => {
  const access = { aud: undefined, client_id: AUDIENCE, token_use: "access" };

  it("is asked where an access token has no address", async () => {
    const asked: string[] = [];
    const userInfo = async (_token: string, subject: string) => {
      asked.push(subject);
      return { sub: subject, email: "aline@demo.test", email_verified: "true" };
    };
    expect(await caller("cognito", access, { userInfo })).toMatchObject({ email: "aline@demo.test", why: null });
    const own = { ...access, email: "b@demo.test", email_verified: true };
    expect(await caller("cognito", own, { userInfo })).toMatchObject({ email: "b@demo.test" });
    expect(asked).toEqual(["aline"]);
  });

  it("leaves a person without an address where it says none, and fails where it does not answer", async () => {
    expect(await caller("cognito", access, { userInfo: async () => ({}) })).toMatchObject({
      why: "EMAIL_CLAIM_MISSING",
    });
    const userInfo = async () => Promise.reject(new AuthenticationUnavailable(new Error("down")));
    expect(await caller("cognito", access, { userInfo })).toBe("AuthenticationUnavailable");
  });
});
