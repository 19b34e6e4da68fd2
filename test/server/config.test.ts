import { readFileSync } from "node:fs";
import path from "node:path";
import { CONFIG_VARIABLES, loadConfig } from "../../src/config/config";
import { PROVIDER_RULES } from "../../src/config/config-providers";

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

function exampleFile(): Record<string, string> {
  const lines = readFileSync(path.join(__dirname, "../../.env.example"), "utf8").split("\n");
  const pairs = lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split(/=(.*)/s));
  return Object.fromEntries(pairs) as Record<string, string>;
}

describe("configuration", () => {
  it("starts with safe defaults and nothing set", () => {
    expect(loadConfig({})).toMatchObject({
      environment: "development",
      host: "127.0.0.1",
      port: 4000,
      publicUrl: "http://127.0.0.1:4000",
      dataDir: path.resolve("data"),
      database: { kind: "sqlite", file: path.resolve("data/ledgergate.sqlite") },
      corsOrigins: [],
      issuers: [],
      warnings: [],
      developmentTokens: true,
      introspection: true,
      graphiql: true,
      trustedProxies: [],
    });
  });

  it("names every variable at fault and what it expects, but no value", () => {
    const message = problems({ PORT: "eighty", LOG_LEVEL: "loud", DATABASE_URL: "mysql://user:hunter2@host/db" });
    expect(message).toContain("PORT: expects a whole number from 0 to 65535");
    expect(message).toContain("LOG_LEVEL: expects one of fatal, error");
    expect(message).toContain("DATABASE_URL: expects a postgres:// or postgresql:// address");
    expect(message).not.toMatch(/hunter2|eighty|loud/);
  });

  it.each([
    ["PORT", "70000"],
    ["PORT", "1.5"],
    ["PORT", "-1"],
    ["GRAPHQL_MAX_DEPTH", "0"],
    ["GRAPHIQL", "yes"],
    ["CORS_ORIGINS", "*"],
    ["CORS_ORIGINS", "null"],
    ["CORS_ORIGINS", "https://a.example/path"],
    ["TRUST_PROXY", "true"],
    ["TRUST_PROXY", "1"],
    ["TRUST_PROXY", "10.0.0.0/8/9"],
    ["OIDC_ALGORITHMS", "HS256"],
    ["OIDC_ALGORITHMS", "RS256,none"],
    ["OIDC_JWKS_URL", "http://id.example.com/keys"],
    ["OIDC_ISSUER", "id.example.com"],
    ["NODE_ENV", "prod"],
  ])("refuses %s=%s", (name, value) => {
    expect(problems({ [name]: value })).toContain(`${name}: expects`);
  });

  it("reads lists, proxies and PostgreSQL", () => {
    const config = loadConfig({
      CORS_ORIGINS: "https://a.example, http://localhost:3000",
      TRUST_PROXY: "10.0.0.0/8,::1,loopback",
      DEVELOPMENT_TOKENS: "false",
      DATABASE_URL: "postgres://user:secret@db/ledgergate",
      PUBLIC_URL: "https://ledgergate.example.com/",
    });
    expect(config.corsOrigins).toEqual(["https://a.example", "http://localhost:3000"]);
    expect(config.trustedProxies).toEqual(["10.0.0.0/8", "::1", "loopback"]);
    expect(config.database).toMatchObject({ kind: "postgres", poolSize: 10 });
    expect(config.publicUrl).toBe("https://ledgergate.example.com");
  });

  it("counts an empty variable as not set", () => {
    expect(loadConfig({ PORT: "", GRAPHIQL: " " })).toMatchObject({ port: 4000, graphiql: true });
  });
});

describe("configuration in production", () => {
  it("refuses to start without a token issuer", () => {
    expect(problems({ NODE_ENV: "production" })).toContain("OIDC_ISSUER: expects the token issuer's address");
  });

  it("refuses an issuer without an audience", () => {
    const { OIDC_AUDIENCE: _left, ...rest } = PRODUCTION;
    expect(problems(rest)).toContain("OIDC_AUDIENCE: expects");
  });

  it("asks the issuer where its keys are, unless told; over https only", () => {
    const { OIDC_JWKS_URL: _left, ...rest } = PRODUCTION;
    expect(loadConfig(rest).issuers).toMatchObject([{ keys: { discovery: true } }]);
    expect(problems({ ...rest, OIDC_ISSUER: "http://id.example.com" })).toContain("OIDC_ISSUER: expects an https");
  });

  it("warns where letters and links go nowhere", () => {
    const { warnings } = loadConfig(PRODUCTION);
    expect(warnings.map((warning) => warning.split(" ")[0])).toEqual(["SMTP_URL", "PUBLIC_URL"]);
    const complete = { SMTP_URL: "smtp://mail", MAIL_FROM: "a@b.example", PUBLIC_URL: "https://l.example" };
    expect(loadConfig({ ...PRODUCTION, ...complete }).warnings).toEqual([]);
  });

  it("refuses keys from two places, and keys without an issuer", () => {
    expect(problems({ ...PRODUCTION, OIDC_JWKS_FILE: "keys.json" })).toContain("OIDC_JWKS_FILE: expects to be empty");
    expect(problems({ OIDC_AUDIENCE: "ledgergate" })).toContain("OIDC_ISSUER: expects");
  });

  it("keeps introspection, GraphiQL and development tokens off, and a rate limit on", () => {
    const off = { developmentTokens: false, introspection: false, graphiql: false, rateLimitPerMinute: 6000 };
    expect(loadConfig(PRODUCTION)).toMatchObject({ ...off, production: true, log: { format: "json" } });
    expect(loadConfig({ ...PRODUCTION, GRAPHIQL: "true", GRAPHQL_INTROSPECTION: "true" })).toMatchObject({
      graphiql: true,
      introspection: true,
    });
    expect(problems({ ...PRODUCTION, DEVELOPMENT_TOKENS: "true" })).toContain("DEVELOPMENT_TOKENS: expects false");
  });

  it("accepts tokens of the configured issuer only, with pinned algorithms", () => {
    expect(loadConfig(PRODUCTION).issuers).toEqual([
      {
        provider: "standard",
        issuer: "https://id.example.com/",
        audience: ["ledgergate"],
        keys: { url: "https://id.example.com/keys" },
        algorithms: ["RS256", "ES256"],
        emailDomains: null,
        linking: "unlinked",
        client: null,
        maxLifetime: 86_400,
        ...PROVIDER_RULES.standard,
      },
    ]);
  });
});

describe("development reachable from outside", () => {
  it("hands out demo tokens only when told so", () => {
    expect(problems({ HOST: "0.0.0.0" })).toContain("DEVELOPMENT_TOKENS: expects true or false");
    expect(loadConfig({ HOST: "0.0.0.0", DEVELOPMENT_TOKENS: "true" }).developmentTokens).toBe(true);
    expect(loadConfig({ ...PRODUCTION, NODE_ENV: "development", HOST: "0.0.0.0" }).developmentTokens).toBe(false);
  });

  // Each of them is what a server behind a proxy says, where somebody forgot NODE_ENV.
  it.each([
    ["an issuer", { OIDC_ISSUER: PRODUCTION.OIDC_ISSUER, OIDC_AUDIENCE: "ledgergate" }],
    ["several issuers", { OIDC_ISSUERS: '[{"issuer":"https://id.example.com","audience":["ledgergate"]}]' }],
    ["a public address", { PUBLIC_URL: "https://ledgergate.example.com", DEVELOPMENT_TOKENS: "" }],
    ["a proxy", { TRUST_PROXY: "10.0.0.0/8" }],
  ])("hands out none by itself behind %s", (_what, env) => {
    const open = loadConfig({ ...env, DEVELOPMENT_TOKENS: "true" });
    expect([open.developmentTokens, open.warnings.at(-1)]).toEqual([
      true,
      expect.stringMatching(/^DEVELOPMENT_TOKENS/),
    ]);
    if ("OIDC_ISSUER" in env || "OIDC_ISSUERS" in env) expect(loadConfig(env).developmentTokens).toBe(false);
    else expect(problems(env)).toContain("DEVELOPMENT_TOKENS: expects true or false");
  });
});

describe(".env.example", () => {
  it("lists exactly the variables that are read", () => {
    expect(Object.keys(exampleFile()).sort()).toEqual([...CONFIG_VARIABLES].sort());
  });

  it("shows the defaults", () => {
    expect(loadConfig(exampleFile())).toEqual(loadConfig({}));
  });
});
