import type { FastifyInstance, InjectOptions } from "fastify";
import path from "node:path";
import { type Config, loadConfig } from "../../../src/config/config";
import { newContext } from "../../../src/infra/graphql/context";
import { FixedClock } from "../../../src/kernel/clock";
import { createAuthenticate } from "../../../src/server/authentication/authenticate";
import { buildServer, type ServerParts } from "../../../src/server/http";
import { createLogger } from "../../../src/infra/telemetry/log";
import { stubSchema } from "./stub-schema";
import { AUDIENCE, ISSUER, issuerOf, TokenMaker } from "./token-maker";

export const PRODUCTION = {
  NODE_ENV: "production",
  OIDC_ISSUER: ISSUER,
  OIDC_AUDIENCE: AUDIENCE,
  OIDC_JWKS_URL: "https://id.example.test/keys",
};

export interface Stub {
  readonly app: FastifyInstance;
  readonly config: Config;
  readonly tokens: TokenMaker;
  /** Log lines so far, as JSON texts. */
  readonly lines: string[];
  graphql(query: string, more?: InjectOptions & { variables?: object }): Promise<GraphqlAnswer>;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

/** A server with a small schema of its own, to see what HTTP adds. */
export async function stubServer(env: Record<string, string> = {}, parts: Partial<ServerParts> = {}): Promise<Stub> {
  const clock = new FixedClock("2026-11-24T09:00:00.000Z");
  const tokens = await TokenMaker.make("one", () => clock.now());
  const config = loadConfig({ NODE_ENV: "test", LOG_FORMAT: "json", LOG_LEVEL: "debug", ...env });
  const authenticate = createAuthenticate({
    issuers: [issuerOf([tokens])],
    apiKeys: { findByPrefix: async () => null, touch: async () => undefined },
    clock,
    onProblem: () => undefined,
  });
  const lines: string[] = [];
  const app = await buildServer({
    config,
    log: createLogger(config.log, { write: (line) => void lines.push(line) }),
    database: { ping: async () => undefined },
    schema: stubSchema(),
    authenticate,
    contextFor: (caller, request) => newContext({ caller, ...request }),
    personas: [],
    operationsDirectory: path.join(__dirname, "no-operations"),
    ...parts,
  });
  return { app, config, tokens, lines, graphql: (query, more) => ask(app, query, more) };
}

async function ask(
  app: FastifyInstance,
  query: string,
  { variables, ...more }: InjectOptions & { variables?: object } = {},
): Promise<GraphqlAnswer> {
  const answer = await app.inject({ method: "POST", url: "/graphql", payload: { query, variables }, ...more });
  return { status: answer.statusCode, headers: answer.headers as Record<string, string>, ...answer.json<object>() };
}
