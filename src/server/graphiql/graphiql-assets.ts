import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const OWN = path.join(__dirname, "../../../src/server/graphiql/client");
const compress = promisify(gzip);

interface Asset {
  readonly type: string;
  read(): Promise<string>;
}

interface Served {
  readonly body: Buffer;
  readonly zipped: Buffer;
  readonly etag: string;
}

type Bundle = typeof import("@graphql-yoga/render-graphiql/graphiql");

/** GraphiQL is nine megabytes of text: loaded when the page is first opened, not when the server starts. */
const fromBundle = (pick: (bundle: Bundle) => string) => async () =>
  pick(await import("@graphql-yoga/render-graphiql/graphiql"));

const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

const ASSETS: Record<string, Asset> = {
  "boot.js": { type: SCRIPT, read: () => readFile(path.join(OWN, "boot.js"), "utf8") },
  "page.css": { type: STYLE, read: () => readFile(path.join(OWN, "page.css"), "utf8") },
  "mark.svg": { type: "image/svg+xml", read: () => readFile(path.join(OWN, "mark.svg"), "utf8") },
  "graphiql.js": { type: SCRIPT, read: fromBundle((bundle) => bundle.js) },
  "graphiql.css": { type: STYLE, read: fromBundle((bundle) => bundle.css) },
  "editor-worker.js": { type: SCRIPT, read: fromBundle((bundle) => bundle.editorWorkerService) },
  "json-worker.js": { type: SCRIPT, read: fromBundle((bundle) => bundle.jsonWorker) },
  "graphql-worker.js": { type: SCRIPT, read: fromBundle((bundle) => bundle.graphqlWorker) },
};

/** Serves what the GraphiQL page is made of, from this package and the installed ones, under /graphiql/. */
export function addGraphiqlAssets(app: FastifyInstance, headers: Readonly<Record<string, string>>): void {
  for (const [name, asset] of Object.entries(ASSETS)) {
    let served: Promise<Served> | undefined;
    app.get(`/graphiql/${name}`, (request, reply) => {
      served ??= prepare(asset).catch((error: unknown) => {
        served = undefined;
        throw error;
      });
      return serve(served, asset.type, headers, request, reply);
    });
  }
}

async function prepare(asset: Asset): Promise<Served> {
  const body = Buffer.from(await asset.read());
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { body, zipped: await compress(body), etag };
}

async function serve(
  served: Promise<Served>,
  type: string,
  headers: Readonly<Record<string, string>>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { body, zipped, etag } = await served;
  void reply.headers({ ...headers, etag, "cache-control": "no-cache", vary: "accept-encoding" });
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  void reply.type(type);
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(body);
  return reply.header("content-encoding", "gzip").send(zipped);
}
