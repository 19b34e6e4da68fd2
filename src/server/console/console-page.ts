import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { localeOf } from "../../infra/http/http-problem";
import { ConsoleFiles, type ConsoleFile } from "./console-files";
import { waitingPage } from "./waiting-page";

/** The console's addresses. What stands behind one is found by its script, over GraphQL, for whoever may see it. */
export const CONSOLE_PATHS = [
  "/",
  "/queue",
  "/set-up/:company",
  "/erp-integrations/:company",
  "/records/:record",
  "/people/:company",
  "/people/:company/:member",
  "/access-list/:company",
  "/requests/:company",
  "/explain/:company",
  "/reviews/:company",
  "/reviews/:company/:review",
  "/keys/:company",
  "/decisions/:company",
  "/audit-trail/:company",
  "/deliveries/:company",
];

/** Nothing from elsewhere, no script or style in the page itself; forms sign in, at this server. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");
const HEADERS = { "content-security-policy": POLICY, vary: "accept-encoding" };
const A_YEAR = "public, max-age=31536000, immutable";

/** The console at `/`, and its files below /console/. They show nobody's data, and ask for no credentials. */
export function addConsole(app: FastifyInstance, files = new ConsoleFiles()): void {
  for (const path of CONSOLE_PATHS)
    app.get(path, async (request, reply) => {
      const page = await files.page();
      if (page) return send(request, reply.header("cache-control", "no-cache"), page);
      return waiting(request, reply);
    });
  app.get<{ Params: { "*": string } }>("/console/*", async (request, reply) => {
    const file = await files.file(request.params["*"]);
    // Names of scripts and styles change with their content; the page has no address here.
    if (!file || file.type.startsWith("text/html")) return reply.callNotFound();
    return send(request, reply.header("cache-control", A_YEAR), file);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, file: ConsoleFile): FastifyReply {
  void reply.headers({ ...HEADERS, etag: file.etag });
  if (request.headers["if-none-match"] === file.etag) return reply.code(304).send();
  void reply.type(file.type);
  const accepted = request.headers["accept-encoding"] ?? "";
  if (file.brotli && /\bbr\b/.test(accepted)) return reply.header("content-encoding", "br").send(file.brotli);
  if (file.gzip && /\bgzip\b/.test(accepted)) return reply.header("content-encoding", "gzip").send(file.gzip);
  return reply.send(file.body);
}

/** The first start builds the console beside the server, which does not wait for it. */
function waiting(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.code(503).headers({ ...HEADERS, "cache-control": "no-store", "retry-after": "2" });
  return reply.type("text/html; charset=utf-8").send(waitingPage(localeOf(request)));
}
