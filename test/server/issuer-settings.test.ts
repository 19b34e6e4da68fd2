import { loadConfig } from "../../src/config/config";

const PRODUCTION = {
  NODE_ENV: "production",
  OIDC_ISSUER: "https://id.example.com/",
  OIDC_AUDIENCE: "ledgergate",
  OIDC_JWKS_URL: "https://id.example.com/keys",
};

function problems(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toMatchObject({ name: "Refusal", code: "CONFIGURATION" });
    return (error as Error).message;
  }
  return "";
}

describe("issuers", () => {
  const one = { issuer: "https://a.example", audience: ["ledgergate"] };
  const listed = (...issuers: object[]) => ({ OIDC_ISSUERS: JSON.stringify(issuers) });

  it("have the settings of their provider, but for what is said otherwise", () => {
    const [entra] = loadConfig({ ...PRODUCTION, OIDC_PROVIDER: "entra", OIDC_EMAIL_CLAIM: "email, upn" }).issuers;
    expect(entra).toMatchObject({
      provider: "entra",
      subjectClaims: ["oid"],
      emailClaims: ["email", "upn"],
      emailVerifiedClaims: ["email_verified", "xms_edov"],
    });
    const [own] = loadConfig({
      ...PRODUCTION,
      OIDC_SUBJECT_CLAIM: "uid,sub",
      OIDC_AUDIENCE_CLAIM: "client_id",
      OIDC_EMAIL_TRUST: "always",
      OIDC_EMAIL_DOMAINS: "Example.com, xn--bcher-kva.example",
      OIDC_NAME_CLAIM: "nickname",
      OIDC_ID_TOKENS: "true",
      OIDC_USERINFO: "true",
      OIDC_LINKING: "each-issuer",
      OIDC_MAX_TOKEN_MINUTES: "5",
      OIDC_ALGORITHMS: "ES256",
    }).issuers;
    expect(own).toMatchObject({
      subjectClaims: ["uid", "sub"],
      audienceClaims: ["client_id"],
      emailTrust: "always",
      emailDomains: ["example.com", "bücher.example"],
      nameClaims: ["nickname"],
      idTokens: true,
      userInfo: true,
      linking: "each-issuer",
      maxLifetime: 300,
      algorithms: ["ES256"],
    });
  });

  it("whose addresses are trusted without being verified say of which domains", () => {
    const trusting = { ...PRODUCTION, OIDC_EMAIL_TRUST: "always" };
    expect(problems(trusting)).toContain("OIDC_EMAIL_DOMAINS: expects the domains");
    expect(problems({ ...trusting, OIDC_EMAIL_DOMAINS: "no domain" })).toContain("OIDC_EMAIL_DOMAINS: expects domains");
    expect(loadConfig({ ...trusting, OIDC_EMAIL_DOMAINS: "*" }).issuers).toMatchObject([{ emailDomains: null }]);
  });

  it("can be several, each of which vouches for its own domains", () => {
    const both = [
      { ...one, provider: "okta", emailDomains: ["a.example"] },
      { ...one, issuer: "https://b.example", provider: "entra", emailDomains: ["*"] },
    ];
    expect(loadConfig(listed(...both)).issuers).toMatchObject([
      { provider: "okta", emailDomains: ["a.example"], keys: { discovery: true } },
      { provider: "entra", emailDomains: null },
    ]);
    expect(problems(listed(one, { ...one, issuer: "https://b.example" }))).toContain("entry 2, emailDomains: expects");
    expect(problems(listed(both[0]!, both[0]!))).toContain("OIDC_ISSUERS: expects each issuer once");
  });

  it.each([
    ["no list", "{}", "OIDC_ISSUERS:"],
    ["no JSON", "[", "OIDC_ISSUERS: expects a list of issuers as JSON"],
    ["none", "[]", "OIDC_ISSUERS:"],
    ["an unknown setting", JSON.stringify([{ ...one, emailTrusted: true }]), "entry 1:"],
    ["an unknown provider", JSON.stringify([{ ...one, provider: "adfs" }]), "entry 1, provider:"],
    ["keys over http", JSON.stringify([{ ...one, jwksUrl: "http://a.example/k" }]), "entry 1, jwksUrl: expects"],
    ["no audience", JSON.stringify([{ issuer: "https://a.example" }]), "entry 1, audience:"],
  ])("are refused with %s", (_what, text, expected) => {
    expect(problems({ OIDC_ISSUERS: text })).toContain(expected);
    expect(problems({ OIDC_ISSUERS: text })).not.toContain("a.example");
  });
});
