import { newApiKey, type StoredKey } from "../../../src/directory/api-keys/api-key-format";
import { FixedClock } from "../../../src/kernel/clock";
import { type Authenticate, createAuthenticate } from "../../../src/server/authentication/authenticate";
import { SignJWT, UnsecuredJWT } from "jose";
import { AUDIENCE, ISSUER, issuerOf, TokenMaker } from "../support/token-maker";

const clock = new FixedClock("2026-11-24T09:00:00.000Z");
const seconds = () => Math.floor(clock.now().getTime() / 1000);
const key = newApiKey();
const stored: StoredKey = {
  id: "key-1",
  name: "payroll",
  prefix: key.prefix,
  hash: key.hash,
  scopes: ["decisions"],
  companyIds: ["company-1"],
  expiresAt: null,
  revokedAt: null,
};

let maker: TokenMaker;
let stranger: TokenMaker;
let authenticate: Authenticate;
let keys: StoredKey[] = [stored];
const touched: string[] = [];
const problems: unknown[] = [];

beforeAll(async () => {
  maker = await TokenMaker.make("one", () => clock.now());
  stranger = await TokenMaker.make("one", () => clock.now());
  authenticate = createAuthenticate({
    clock,
    onProblem: (error) => problems.push(error),
    issuers: [issuerOf([maker])],
    apiKeys: {
      findByPrefix: async (prefix) => keys.find((known) => known.prefix === prefix) ?? null,
      touch: async (id, at) => {
        touched.push(`${id} ${at}`);
        if (touched.length > 1) throw new Error("disk full");
      },
    },
  });
});

async function reason(token: string): Promise<string> {
  return authenticate(`Bearer ${token}`).then(
    () => "accepted",
    (error: { code?: string; reason?: string }) => `${error.code} ${error.reason}`,
  );
}

describe("bearer tokens", () => {
  it("takes a good token for the person it names", async () => {
    expect(await authenticate(`Bearer ${await maker.token()}`)).toEqual({
      kind: "person",
      email: "aline@demo.test",
      subject: "https://id.example.test/|aline",
      name: "Aline",
      unrecognised: null,
    });
    expect(await authenticate(`bearer  ${await maker.token()}`)).toMatchObject({ kind: "person" });
  });

  it("takes nobody for anonymous, without a header only", async () => {
    expect(await authenticate(undefined)).toEqual({ kind: "anonymous" });
    for (const header of ["", "Bearer", "Bearer ", "Basic YWxpbmU6cGFzcw==", "Bearer a b", "Bearer a, Bearer b"])
      await expect(authenticate(header)).rejects.toMatchObject({ reason: "AUTHORIZATION_MALFORMED" });
  });

  it("uses an e-mail only when the issuer has verified it", async () => {
    for (const claims of [{ email_verified: false }, { email_verified: undefined }, { email_verified: "yes" }])
      expect(await authenticate(`Bearer ${await maker.token(claims)}`)).toMatchObject({
        email: null,
        name: "Aline",
        unrecognised: { reason: "EMAIL_NOT_VERIFIED", claims: ["email_verified"] },
      });
    const text = await authenticate(`Bearer ${await maker.token({ email_verified: "true" })}`);
    expect(text).toMatchObject({ email: "aline@demo.test" });
    for (const email of ["aline", ".aline@acme.test", "\u212aarl@acme.test", "aline@acme.test\u200b"])
      expect(await authenticate(`Bearer ${await maker.token({ email })}`)).toMatchObject({ email: null });
  });

  it.each([
    ["another issuer", { iss: "https://evil.example" }, "TOKEN_ISSUER"],
    ["no issuer", { iss: undefined }, "TOKEN_ISSUER"],
    ["another audience", { aud: "payroll" }, "TOKEN_AUDIENCE"],
    ["no audience", { aud: undefined }, "TOKEN_CLAIM"],
    ["no expiry", { exp: undefined }, "TOKEN_CLAIM"],
    ["no subject", { sub: undefined }, "TOKEN_CLAIM"],
    ["an empty subject", { sub: "" }, "TOKEN_CLAIM"],
  ])("refuses a token with %s", async (_what, claims, expected) => {
    expect(await reason(await maker.token(claims))).toBe(`UNAUTHENTICATED ${expected}`);
  });

  it("refuses a token outside its time", async () => {
    expect(await reason(await maker.token({ exp: seconds() - 61 }))).toBe("UNAUTHENTICATED TOKEN_EXPIRED");
    expect(await reason(await maker.token({ exp: seconds() - 59 }))).toBe("accepted");
    expect(await reason(await maker.token({ nbf: seconds() + 59 }))).toBe("accepted");
    expect(await reason(await maker.token({ nbf: seconds() + 61 }))).toBe("UNAUTHENTICATED TOKEN_NOT_YET_VALID");
    expect(await reason(await maker.token({ iat: seconds() + 61 }))).toBe("UNAUTHENTICATED TOKEN_NOT_YET_VALID");
  });

  it("refuses a token that is good for longer than a day", async () => {
    const day = 24 * 3600;
    expect(await reason(await maker.token({ exp: seconds() + day }))).toBe("accepted");
    expect(await reason(await maker.token({ exp: seconds() + day + 1 }))).toBe("UNAUTHENTICATED TOKEN_LIFETIME");
    const old = { iat: seconds() - 30 * day, exp: seconds() + 60 };
    expect(await reason(await maker.token(old))).toBe("UNAUTHENTICATED TOKEN_LIFETIME");
    const unsaid = { iat: undefined, exp: seconds() + day + 1 };
    expect(await reason(await maker.token(unsaid))).toBe("UNAUTHENTICATED TOKEN_LIFETIME");
  });

  it.each([
    ["a logout token", {}, { typ: "logout+jwt" }, "TOKEN_TYPE"],
    [
      "a logout token without its type",
      { events: { "http://schemas.openid.net/event/backchannel-logout": {} } },
      {},
      "TOKEN_TYPE",
    ],
    ["a security event", {}, { typ: "application/secevent+jwt" }, "TOKEN_TYPE"],
    ["a request object", {}, { typ: "oauth-authz-req+jwt" }, "TOKEN_TYPE"],
    ["Okta's own access token", {}, { typ: "application/okta-internal-at+jwt" }, "TOKEN_TYPE"],
    ["a refresh token of Keycloak", { typ: "Refresh" }, {}, "TOKEN_TYPE"],
    ["a token that only a key's holder may use", { cnf: { jkt: "x" } }, {}, "TOKEN_TYPE"],
    ["Keycloak's ID token", { typ: "ID" }, {}, "TOKEN_IS_ID_TOKEN"],
    ["Cognito's ID token", { token_use: "id" }, {}, "TOKEN_IS_ID_TOKEN"],
    ["an ID token with a nonce", { nonce: "n" }, {}, "TOKEN_IS_ID_TOKEN"],
    ["an ID token with a hash", { at_hash: "h" }, {}, "TOKEN_IS_ID_TOKEN"],
    ["an access token by its type", { nonce: "n" }, { typ: "application/at+jwt" }, "accepted"],
    ["Keycloak's access token", { typ: "Bearer" }, { typ: "JWT" }, "accepted"],
  ])("knows %s", async (_what, claims, header, expected) => {
    expect(await reason(await maker.token(claims, header))).toMatch(new RegExp(`${expected}$`));
  });

  it("refuses a token that somebody else signed, or nobody, or with a shared secret", async () => {
    expect(await reason(await stranger.token())).toBe("UNAUTHENTICATED TOKEN_SIGNATURE");
    expect(await reason(await maker.token({}, { kid: "two" }))).toBe("UNAUTHENTICATED TOKEN_SIGNATURE");
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: "aline", exp: seconds() + 60 };
    expect(await reason(new UnsecuredJWT(claims).encode())).toMatch(/^UNAUTHENTICATED TOKEN_(MALFORMED|ALGORITHM)$/);
    const secret = new TextEncoder().encode(JSON.stringify(maker.publicKey));
    const shared = await new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret);
    expect(await reason(shared)).toBe("UNAUTHENTICATED TOKEN_ALGORITHM");
    const [header, , signature] = (await maker.token()).split(".");
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: "root" })).toString("base64url");
    expect(await reason(`${header}.${forged}.${signature}`)).toBe("UNAUTHENTICATED TOKEN_SIGNATURE");
  });

  it("refuses what is no token", async () => {
    for (const token of ["x", "a.b.c", "e30.e30.", "...."])
      expect(await reason(token)).toMatch(/^UNAUTHENTICATED TOKEN_(MALFORMED|ISSUER)$/);
  });

  it("says nothing of what would be accepted", async () => {
    const error = await authenticate(`Bearer ${await maker.token({ iss: "x" })}`).catch((e: unknown) => e);
    expect(JSON.stringify([error, String(error)])).not.toMatch(/example\.test|"ledgergate"/);
    expect((error as { challenge: string }).challenge).toMatch(/^Bearer realm="ledgergate", error="invalid_token"/);
  });
});

describe("API keys", () => {
  beforeEach(() => {
    keys = [stored];
  });

  it("takes a key for its service, and notes its use once a minute", async () => {
    expect(await authenticate(`Bearer ${key.key}`)).toEqual({
      kind: "service",
      keyId: "key-1",
      name: "payroll",
      scopes: ["decisions"],
      companyIds: ["company-1"],
    });
    await authenticate(`Bearer ${key.key}`);
    expect(touched).toEqual(["key-1 2026-11-24T09:00:00.000Z"]);
    clock.advance(61_000);
    await authenticate(`Bearer ${key.key}`);
    await new Promise(setImmediate);
    expect(touched).toHaveLength(2);
    expect(problems).toEqual([new Error("disk full")]);
  });

  it("refuses a wrong secret, an unknown prefix and a broken key alike", async () => {
    const other = newApiKey();
    const sameLength = key.key.slice(0, -1) + (key.key.endsWith("A") ? "B" : "A");
    for (const wrong of [sameLength, other.key, "lg_x", `${key.key}A`, "lg___proto__"])
      expect(await reason(wrong)).toBe("UNAUTHENTICATED API_KEY_INVALID");
    keys = [{ ...stored, hash: "" }];
    expect(await reason(key.key)).toBe("UNAUTHENTICATED API_KEY_INVALID");
  });

  it("says expired or revoked only to who has the key", async () => {
    keys = [{ ...stored, expiresAt: clock.now().toISOString() }];
    expect(await reason(key.key)).toBe("UNAUTHENTICATED API_KEY_EXPIRED");
    keys = [{ ...stored, revokedAt: "2026-11-01T00:00:00.000Z" }];
    expect(await reason(key.key)).toBe("UNAUTHENTICATED API_KEY_REVOKED");
    expect(await reason(`lg_${key.prefix}_${"A".repeat(43)}`)).toBe("UNAUTHENTICATED API_KEY_INVALID");
  });

  it("lets a key without companies ask about none", async () => {
    keys = [{ ...stored, companyIds: null }];
    expect(await authenticate(`Bearer ${key.key}`)).toMatchObject({ companyIds: [] });
  });
});
