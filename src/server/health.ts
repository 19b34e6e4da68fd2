import type { FastifyInstance } from "fastify";

export const HEALTH_PATHS: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

const PING_MS = 2000;

/** /healthz: the process answers. /readyz: so does its database, within two seconds; 503 otherwise. */
export function addHealth(app: FastifyInstance, database: { ping(): Promise<void> }): void {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    try {
      await inTime(database.ping());
      return { status: "ready" };
    } catch (error) {
      request.log.error({ err: error }, "database not ready");
      return reply.code(503).send({ status: "unavailable" });
    }
  });
}

async function inTime(ping: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PING_MS} ms`)), PING_MS);
  });
  try {
    await Promise.race([ping, late]);
  } finally {
    clearTimeout(timer);
  }
}
