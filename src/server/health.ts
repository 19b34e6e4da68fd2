import type { FastifyInstance } from "fastify";

export const HEALTH_PATHS: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

const PING_MS = 2000;

/** What is asked whether requests can be answered. */
export interface ReadyParts {
  ping(): Promise<void>;
  /** Throws where there is no room left to write. */
  requireRoom?(): Promise<void>;
}

/**
 * /healthz: the process answers. /readyz: its database answers within two seconds, and has room to write; 503 otherwise.
 * However many ask, the database is asked once at a time.
 */
export function addHealth(app: FastifyInstance, database: ReadyParts): void {
  let asked: Promise<void> | null = null;
  const look = async () => {
    await database.ping();
    await database.requireRoom?.();
  };
  const ready = () => (asked ??= look().finally(() => (asked = null)));
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    try {
      await inTime(ready());
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
