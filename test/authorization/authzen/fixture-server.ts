import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import type { AuthzenEngine } from "../../../src/authorization/authzen/transport/engine";
import { addAuthzenMetadata } from "../../../src/authorization/authzen/transport/metadata";
import { addAuthzen } from "../../../src/authorization/authzen/transport/routes";
import { ANONYMOUS, type Caller } from "../../../src/infra/graphql/caller";
import { answerError } from "../../../src/infra/http/http-problem";
import { answeredRequestId, besideRequestId, genReqId } from "../../../src/infra/http/request-id";
import { answerUnknown } from "../../../src/server/unknown-address";
import { FIXTURE_POLICY } from "./fixture-policy";

/** Whoever asks the fixture, or has its credential. */
const ANYBODY: Caller = { kind: "person", email: "pep@example.test", subject: "fixture|pep", name: null };

export interface FixtureOptions {
  readonly engine?: AuthzenEngine;
  readonly publicUrl: string;
  readonly callerOf?: (request: FastifyRequest) => Caller;
}

/** Whoever sends this bearer token is known, and nobody else; null: everybody is. */
export function callerWith(token: string | null): (request: FastifyRequest) => Caller {
  return ({ headers }) => (token === null || headers.authorization === `Bearer ${token}` ? ANYBODY : ANONYMOUS);
}

/** The AuthZEN routes as the product mounts them, over a policy that is not the product's. */
export async function fixtureServer(options: FixtureOptions): Promise<FastifyInstance> {
  const { engine = FIXTURE_POLICY, publicUrl, callerOf = callerWith(null) } = options;
  const app = Fastify({ genReqId, ajv: { customOptions: { coerceTypes: false, removeAdditional: false } } });
  app.removeContentTypeParser("text/plain");
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", answeredRequestId(request));
  });
  app.addHook("onSend", async (_request, reply, payload) => besideRequestId(reply, payload));
  app.setErrorHandler((error, request, reply) => answerError(error as never, request, reply));
  answerUnknown(app);
  await app.register(async (scope) => addAuthzen(scope as never, { engine, publicUrl, callerOf }));
  addAuthzenMetadata(app, { publicUrl });
  await app.ready();
  return app;
}

/** `npm run --silent authzen:fixture -- --port N --token T`; ends with its process. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "0" }, host: { type: "string" }, token: { type: "string" } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error("--port is a number from 0 to 65535.");
  const host = values.host ?? "127.0.0.1";
  const free = port === 0 ? await freePort(host) : port;
  const publicUrl = `http://${host}:${free}`;
  const app = await fixtureServer({ publicUrl, callerOf: callerWith(values.token ?? null) });
  await app.listen({ host, port: free });
  process.stdout.write(`AuthZEN fixture listening on ${publicUrl}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void app.close());
}

async function freePort(host: string): Promise<number> {
  const probe = Fastify();
  await probe.listen({ host, port: 0 });
  const { port } = probe.server.address() as AddressInfo;
  await probe.close();
  return port;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`authzen:fixture: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
