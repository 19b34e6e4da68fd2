import type { KeyObject } from "node:crypto";
import path from "node:path";
import { auditConfig, auditProblems, type AuditConfig } from "./config-audit";
import { developmentProblems, isDevelopment } from "./config-development";
import { issuerProblems } from "./config-issuer-settings";
import { issuersOf, type IssuerConfig } from "./config-issuers";
import { configWarnings } from "./config-warnings";
import { configVariables, type LogLevel, type Variables } from "./config-variables";
import { platformConfig, type PlatformConfig } from "./config-platform";
import { ledgerConfig, ledgerProblems, type LedgerConfig } from "./config-ledger";
import { OperatorRefusal } from "../kernel/errors";

export interface Limits {
  readonly depth: number;
  /** Fields that one operation may resolve, counting page sizes. */
  readonly cost: number;
  readonly aliases: number;
  readonly directives: number;
  readonly tokens: number;
  /** Of the text of one GraphQL operation, in UTF-8. */
  readonly queryBytes: number;
  readonly bodyBytes: number;
  /** Time to receive a request. */
  readonly requestSeconds: number;
  /** Time to answer a GraphQL operation. */
  readonly operationSeconds: number;
}

export interface Config {
  readonly environment: "development" | "test" | "production";
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Where people reach the server, without a slash at the end. */
  readonly publicUrl: string;
  /** Absolute path of the directory for the embedded database and the development key. */
  readonly dataDir: string;
  readonly database:
    | { readonly kind: "sqlite"; readonly file: string }
    | { readonly kind: "postgres"; readonly url: string; readonly poolSize: number; readonly listenUrl?: string };
  /** How many people and compiled policies are kept in memory. */
  readonly memory: { readonly members: number; readonly policies: number };
  /** How long after a lost notice a decision may rest on what is outdated at most, on PostgreSQL. */
  readonly staleMilliseconds: number;
  readonly log: { readonly level: LogLevel; readonly format: "json" | "text" };
  readonly corsOrigins: readonly string[];
  /** Whose tokens are accepted; none only outside production. */
  readonly issuers: readonly IssuerConfig[];
  /** Whether the local development issuer and the demo people are on. Never in production. */
  readonly developmentTokens: boolean;
  /** Whether DEVELOPMENT_TOKENS says so in words: then also to who comes through a proxy. */
  readonly developmentTokensAskedFor: boolean;
  /** How long people who signed in stay so: without doing anything, and at most. */
  readonly sessions: { readonly idleMinutes: number; readonly maxHours: number };
  readonly introspection: boolean;
  readonly graphiql: boolean;
  readonly limits: Limits;
  /** Manifests of operations that are asked by id and without limits; and whether nothing else is answered. */
  readonly trustedDocuments: { readonly files: readonly string[]; readonly only: boolean };
  /** Requests per minute and client address; 0 is no limit. */
  readonly rateLimitPerMinute: number;
  /** Points per minute of a person or key, and of a company with all its people and keys; 0 is no limit. */
  readonly budgets: { readonly caller: number; readonly company: number };
  /** Addresses of the proxies in front, whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly shutdownSeconds: number;
  /** Loopback port of the sandbox ledger in development; 0: any free one. */
  readonly sandboxPort: number;
  /** Address of a sandbox ledger that runs by itself; null: one beside the server. */
  readonly sandboxUrl: string | null;
  /** Xero, as the counterpart in production. */
  readonly ledger: LedgerConfig;
  readonly platform: PlatformConfig;
  readonly decisionLog: {
    readonly mode: "complete" | "sample" | "denied" | "off";
    readonly samplePercent: number;
    /** 0 is for ever. */
    readonly retentionDays: number;
    readonly bufferEntries: number;
  };
  readonly audit: AuditConfig;
  /** Signs what `/.well-known/authzen-configuration` says; null: it is not signed. */
  readonly metadataKey: KeyObject | null;
  /** Null: letters are put into a folder of the data directory. */
  readonly mail: { readonly smtpUrl: string | null; readonly from: string; readonly retentionDays: number };
  /** The bearer token that /metrics asks for; null: there is no /metrics. */
  readonly metricsToken: string | null;
  /** What is hardly meant, for the log at the start. */
  readonly warnings: readonly string[];
}

/** The names of all variables that Ledgergate reads. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(configVariables.shape);

/**
 * Reads the configuration. An empty variable counts as not set.
 * Throws a `Refusal` CONFIGURATION that lists every variable at fault and what it expects, and no values.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, env[name]?.trim() || undefined]));
  const result = configVariables.safeParse(set);
  if (!result.success) refuse(result.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`));
  const values = result.data;
  const problems = [
    ...issuerProblems(values),
    ...developmentProblems(values),
    ...ledgerProblems(values),
    ...auditProblems(values),
  ];
  if (problems.length > 0) refuse(problems);
  return toConfig(values);
}

function refuse(problems: readonly string[]): never {
  throw new OperatorRefusal(
    "CONFIGURATION",
    `The configuration cannot be used:\n${problems.map((p) => `  ${p}`).join("\n")}`,
  );
}

function toConfig(values: Variables): Config {
  const production = values.NODE_ENV === "production";
  const dataDir = path.resolve(values.DATA_DIR);
  return {
    environment: values.NODE_ENV,
    production,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? localUrlOf(values),
    dataDir,
    database: databaseOf(values, dataDir),
    memory: { members: values.POLICY_CACHE_MEMBERS, policies: values.POLICY_CACHE_POLICIES },
    staleMilliseconds: values.POLICY_STALENESS_MILLISECONDS,
    log: { level: values.LOG_LEVEL, format: values.LOG_FORMAT ?? (production ? "json" : "text") },
    corsOrigins: values.CORS_ORIGINS,
    issuers: issuersOf(values),
    ...developmentTokensOf(values),
    sessions: { idleMinutes: values.SESSION_IDLE_MINUTES, maxHours: values.SESSION_MAX_HOURS },
    introspection: values.GRAPHQL_INTROSPECTION ?? !production,
    graphiql: values.GRAPHIQL ?? !production,
    limits: limitsOf(values),
    trustedDocuments: { files: values.TRUSTED_DOCUMENTS, only: values.TRUSTED_DOCUMENTS_ONLY },
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE ?? (production ? 6000 : 0),
    budgets: {
      caller: values.CALLER_BUDGET_PER_MINUTE ?? (production ? 3_000_000 : 0),
      company: values.COMPANY_BUDGET_PER_MINUTE ?? (production ? 12_000_000 : 0),
    },
    trustedProxies: values.TRUST_PROXY,
    shutdownSeconds: values.SHUTDOWN_TIMEOUT_SECONDS,
    ...sandboxOf(values),
    ledger: ledgerConfig(values),
    platform: platformConfig(values),
    decisionLog: decisionLogOf(values),
    audit: auditConfig(values),
    metadataKey: values.METADATA_SIGNING_KEY ?? null,
    mail: { smtpUrl: values.SMTP_URL ?? null, from: values.MAIL_FROM, retentionDays: values.MAIL_RETENTION_DAYS },
    metricsToken: values.METRICS_TOKEN ?? null,
    warnings: configWarnings(values),
  };
}

function localUrlOf({ HOST: host, PORT: port }: Variables): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function databaseOf(values: Variables, dataDir: string): Config["database"] {
  const { DATABASE_URL: url, DATABASE_LISTEN_URL: listenUrl } = values;
  if (!url) return { kind: "sqlite", file: path.join(dataDir, "ledgergate.sqlite") };
  return { kind: "postgres", url, poolSize: values.DATABASE_POOL_SIZE, ...(listenUrl ? { listenUrl } : {}) };
}

function developmentTokensOf(values: Variables): Pick<Config, "developmentTokens" | "developmentTokensAskedFor"> {
  const asked = values.NODE_ENV === "production" ? false : values.DEVELOPMENT_TOKENS;
  return { developmentTokens: asked ?? isDevelopment(values), developmentTokensAskedFor: asked ?? false };
}

function sandboxOf(values: Variables): Pick<Config, "sandboxPort" | "sandboxUrl"> {
  return { sandboxPort: values.SANDBOX_LEDGER_PORT, sandboxUrl: values.SANDBOX_LEDGER_URL ?? null };
}

function decisionLogOf(values: Variables): Config["decisionLog"] {
  return {
    mode: values.DECISION_LOG,
    samplePercent: values.DECISION_LOG_SAMPLE_PERCENT,
    retentionDays: values.DECISION_LOG_RETENTION_DAYS,
    bufferEntries: values.DECISION_LOG_BUFFER,
  };
}

function limitsOf(values: Variables): Limits {
  return {
    depth: values.GRAPHQL_MAX_DEPTH,
    cost: values.GRAPHQL_MAX_COST,
    aliases: values.GRAPHQL_MAX_ALIASES,
    directives: values.GRAPHQL_MAX_DIRECTIVES,
    tokens: values.GRAPHQL_MAX_TOKENS,
    queryBytes: values.GRAPHQL_MAX_QUERY_BYTES,
    bodyBytes: values.BODY_LIMIT_BYTES,
    requestSeconds: values.REQUEST_TIMEOUT_SECONDS,
    operationSeconds: values.OPERATION_TIMEOUT_SECONDS,
  };
}
