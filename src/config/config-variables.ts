import { isIP } from "node:net";
import { z } from "zod";
import { readPublicKey, readSigningKey } from "../kernel/signing-keys";
import { EMAIL_TRUSTS, PROVIDERS } from "./config-providers";

/** Signature algorithms a token may use. `none` and the shared-secret HS* family are never among them. */
export const TOKEN_ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
] as const;
export type TokenAlgorithm = (typeof TOKEN_ALGORITHMS)[number];

/**
 * Whom a verified address is linked with at the first sign-in: people who are linked with no account yet, or also those
 * who are linked with accounts of other issuers only.
 */
export const LINKINGS = ["unlinked", "each-issuer"] as const;
export type Linking = (typeof LINKINGS)[number];

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A variable read by `read`, which answers undefined for a text that is not what the variable expects. */
function variable<T>(expects: string, read: (text: string) => T | undefined) {
  return z.string().transform((text, context) => {
    const value = read(text.trim());
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: `expects ${expects}` });
    return z.NEVER;
  });
}

const text = (expects: string) => variable(expects, (value) => value);

function whole(min: number, max: number) {
  return variable(`a whole number from ${min} to ${max}`, (value) =>
    /^\d{1,12}$/.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined,
  );
}

function oneOf<T extends string>(values: readonly T[]) {
  return variable(`one of ${values.join(", ")}`, (value) => values.find((known) => known === value));
}

const flag = () =>
  variable("true or false", (value) => (value === "true" ? true : value === "false" ? false : undefined));

function listOf<T>(expects: string, read: (item: string) => T | undefined) {
  return variable(`${expects}, separated by commas`, (value) => {
    const items = value.split(",").map((item) => read(item.trim()));
    return items.every((item) => item !== undefined) ? items : undefined;
  });
}

const claims = () => listOf("names of claims", (item) => item || undefined);

/** What the issuer is asked to tell, in the form of OAuth 2.0. */
export function readScopes(value: string): string | undefined {
  const scopes = value.split(/ +/);
  return scopes.includes("openid") && scopes.every((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))
    ? value
    : undefined;
}

function readJson(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

function parsedUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

/** Whether a host name stands for this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

export const readHttpUrl = (value: string) => {
  const url = parsedUrl(value);
  return url && /^https?:$/.test(url.protocol) && !url.username ? value.replace(/\/+$/, "") : undefined;
};

/** Where secrets are sent: never in clear over a network. */
const readSafeUrl = (value: string) => {
  const url = parsedUrl(value);
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  return safe ? readHttpUrl(value) : undefined;
};

export const readKeysUrl = (value: string) => {
  const url = parsedUrl(value);
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  return safe ? value : undefined;
};

const readPostgresUrl = (value: string) =>
  /^postgres(ql)?:$/.test(parsedUrl(value)?.protocol ?? "") ? value : undefined;

/** Addresses, not a count: a count would believe whoever connects directly. */
const readProxy = (item: string): string | undefined => {
  const [address = "", bits = "0", ...rest] = item.split("/");
  const known = isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && rest.length === 0;
  return known || ["loopback", "linklocal", "uniquelocal"].includes(item) ? item : undefined;
};

/** "2026a:" and 32 bytes in base64. */
const readTokenKey = (item: string) => {
  const [, id, secret] = /^([\w-]{1,40}):([A-Za-z0-9+/_-]{43}=?)$/.exec(item) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  return Buffer.from(secret, "base64").length === 32 ? { id, secret } : undefined;
};

/** Every variable that Ledgergate reads, with its form and its default. */
export const configVariables = z.object({
  NODE_ENV: oneOf(["development", "test", "production"]).default("development"),
  HOST: text("an address or host name to listen on").default("127.0.0.1"),
  PORT: whole(0, 65535).default(4000),
  PUBLIC_URL: variable("an http or https address", readHttpUrl).optional(),
  DATA_DIR: text("a directory").default("./data"),
  DATABASE_URL: variable("a postgres:// or postgresql:// address", readPostgresUrl).optional(),
  DATABASE_POOL_SIZE: whole(1, 1000).default(10),
  DATABASE_LISTEN_URL: variable("a postgres:// or postgresql:// address", readPostgresUrl).optional(),
  POLICY_CACHE_MEMBERS: whole(0, 100_000_000).default(100_000),
  POLICY_CACHE_POLICIES: whole(0, 10_000_000).default(10_000),
  POLICY_STALENESS_MILLISECONDS: whole(50, 60_000).default(1000),
  LOG_LEVEL: oneOf(LOG_LEVELS).default("info"),
  LOG_FORMAT: oneOf(["json", "text"]).optional(),
  CORS_ORIGINS: listOf("origins such as https://app.example.com", (item) =>
    item !== "null" && parsedUrl(item)?.origin === item ? item : undefined,
  ).default([]),
  OIDC_ISSUER: variable("the issuer's http or https address, exactly as its tokens carry it", (value) =>
    readHttpUrl(value) === undefined ? undefined : value,
  ).optional(),
  OIDC_AUDIENCE: listOf("audiences that a token may name", (item) => item || undefined).optional(),
  OIDC_JWKS_URL: variable("an https address (http only on this machine) of a JWKS", readKeysUrl).optional(),
  OIDC_JWKS_FILE: text("the path of a JWKS file").optional(),
  OIDC_ALGORITHMS: listOf(`algorithms out of ${TOKEN_ALGORITHMS.join(" ")}`, (item) =>
    TOKEN_ALGORITHMS.find((known) => known === item),
  ).optional(),
  OIDC_PROVIDER: oneOf(PROVIDERS).default("standard"),
  OIDC_AUDIENCE_CLAIM: claims().optional(),
  OIDC_SUBJECT_CLAIM: claims().optional(),
  OIDC_EMAIL_CLAIM: claims().optional(),
  OIDC_EMAIL_TRUST: oneOf(EMAIL_TRUSTS).optional(),
  OIDC_EMAIL_VERIFIED_CLAIM: claims().optional(),
  OIDC_EMAIL_DOMAINS: listOf("domains such as example.com, or *", (item) => item || undefined).optional(),
  OIDC_NAME_CLAIM: claims().optional(),
  OIDC_ID_TOKENS: flag().optional(),
  OIDC_USERINFO: flag().optional(),
  OIDC_LINKING: oneOf(LINKINGS).optional(),
  OIDC_MAX_TOKEN_MINUTES: whole(1, 525_600).optional(),
  OIDC_CLIENT_ID: text("the client id of this server at the issuer").optional(),
  OIDC_CLIENT_SECRET: text("the client's secret").optional(),
  OIDC_SCOPES: variable("scopes separated by blanks, openid among them", readScopes).optional(),
  OIDC_ISSUERS: variable("a list of issuers as JSON", readJson).optional(),
  SESSION_IDLE_MINUTES: whole(1, 43_200).default(60),
  SESSION_MAX_HOURS: whole(1, 8760).default(12),
  DEVELOPMENT_TOKENS: flag().optional(),
  GRAPHQL_INTROSPECTION: flag().optional(),
  GRAPHIQL: flag().optional(),
  TRUSTED_DOCUMENTS: listOf("paths of manifests of operations", (item) => item || undefined).default([]),
  TRUSTED_DOCUMENTS_ONLY: flag().default(false),
  GRAPHQL_MAX_DEPTH: whole(1, 100).default(12),
  GRAPHQL_MAX_COST: whole(1, 10_000_000).default(50_000),
  GRAPHQL_MAX_ALIASES: whole(0, 10_000).default(30),
  GRAPHQL_MAX_DIRECTIVES: whole(0, 10_000).default(50),
  GRAPHQL_MAX_TOKENS: whole(100, 1_000_000).default(2000),
  GRAPHQL_MAX_QUERY_BYTES: whole(1024, 1_048_576).default(65_536),
  BODY_LIMIT_BYTES: whole(1024, 104_857_600).default(4_194_304),
  REQUEST_TIMEOUT_SECONDS: whole(1, 3600).default(30),
  OPERATION_TIMEOUT_SECONDS: whole(1, 3600).default(20),
  CALLER_BUDGET_PER_MINUTE: whole(0, 1_000_000_000).optional(),
  COMPANY_BUDGET_PER_MINUTE: whole(0, 1_000_000_000).optional(),
  RATE_LIMIT_PER_MINUTE: whole(0, 10_000_000).optional(),
  TRUST_PROXY: listOf("addresses or ranges of proxies (or loopback, uniquelocal)", readProxy).default([]),
  SHUTDOWN_TIMEOUT_SECONDS: whole(1, 3600).default(20),
  DECISION_LOG: oneOf(["complete", "sample", "denied", "off"]).default("complete"),
  DECISION_LOG_SAMPLE_PERCENT: whole(0, 100).default(10),
  DECISION_LOG_RETENTION_DAYS: whole(0, 36_500).default(90),
  DECISION_LOG_BUFFER: whole(100, 1_000_000).default(20_000),
  AUDIT_SIGNING_KEY: variable("an Ed25519 key in PKCS #8; make one: ledgergate audit key", readSigningKey).optional(),
  METADATA_SIGNING_KEY: variable(
    "an Ed25519 key in PKCS #8; make one: ledgergate audit key",
    readSigningKey,
  ).optional(),
  AUDIT_TRUSTED_KEYS: listOf("public Ed25519 keys, as `audit key` prints them", readPublicKey).default([]),
  AUDIT_ANCHOR_MINUTES: whole(1, 10_080).default(60),
  AUDIT_ANCHOR_FILE: text("the path of a file").optional(),
  AUDIT_ANCHOR_URL: variable(
    "an https address (http only on this machine) of an S3-compatible bucket, with a prefix",
    readSafeUrl,
  ).optional(),
  AUDIT_ANCHOR_REGION: text("the region of the bucket").default("us-east-1"),
  AUDIT_ANCHOR_KEY_ID: text("the id of the bucket's access key").optional(),
  AUDIT_ANCHOR_SECRET: text("the bucket's secret access key").optional(),
  AUDIT_TIMESTAMP_URL: variable("the address of a timestamp authority (RFC 3161)", readHttpUrl).optional(),
  AUDIT_TIMESTAMP_CA: text("the path of a PEM file with the certificates that its own lead to").optional(),
  SANDBOX_LEDGER_PORT: whole(0, 65_535).default(0),
  SANDBOX_LEDGER_URL: variable("an http address on this machine, of `ledgergate sandbox`", (value) =>
    isLoopback(parsedUrl(value)?.hostname ?? "") ? readHttpUrl(value) : undefined,
  ).optional(),
  SANDBOX_PLATFORM_PORT: whole(0, 65_535).default(0),
  SANDBOX_PLATFORM_URL: variable("an http address on this machine, of `ledgergate sandbox-platform`", (value) =>
    isLoopback(parsedUrl(value)?.hostname ?? "") ? readHttpUrl(value) : undefined,
  ).optional(),
  PLATFORM_API_URL: variable(
    "an https address (http only on this machine) of the platform's interface",
    readSafeUrl,
  ).optional(),
  PLATFORM_LOGIN_URL: variable(
    "an https address (http only on this machine) of the platform's login",
    readSafeUrl,
  ).optional(),
  XERO_CLIENT_ID: variable("the client id of an application at developer.xero.com", (value) =>
    /^[\x21-\x7e]{8,200}$/.test(value) ? value : undefined,
  ).optional(),
  XERO_CLIENT_SECRET: variable("the client secret of the application", (value) =>
    /^[\x21-\x7e]{8,500}$/.test(value) ? value : undefined,
  ).optional(),
  XERO_WEBHOOK_KEY: variable("the webhook signing key of the application", (value) =>
    /^[\x21-\x7e]{8,500}$/.test(value) ? value : undefined,
  ).optional(),
  TOKEN_KEYS: listOf("name:key pairs, each key 32 bytes in base64, the newest first", readTokenKey).default([]),
  SMTP_URL: variable("an address such as smtps://user:password@mail.example.com", (value) => {
    const url = parsedUrl(value);
    return url && ["smtp:", "smtps:"].includes(url.protocol) ? value : undefined;
  }).optional(),
  MAIL_FROM: text("an address such as Ledgergate <noreply@example.com>").default("Ledgergate <noreply@localhost>"),
  MAIL_RETENTION_DAYS: whole(0, 36_500).default(365),
  METRICS_TOKEN: variable("16 characters or more, without spaces", (value) =>
    /^[\x21-\x7e]{16,}$/.test(value) ? value : undefined,
  ).optional(),
});
export type Variables = z.output<typeof configVariables>;
