import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";

/**
 * Says once that requests come through a proxy that nobody has named: everybody behind it is counted as one address then,
 * and one of them can use up what all of them may.
 */
export function warnOfProxies(app: FastifyInstance, log: Logger): void {
  let told = false;
  app.addHook("onRequest", (request, _reply, done) => {
    const { headers, socket } = request.raw;
    const isForwarded = (headers["x-forwarded-for"] ?? headers["forwarded"]) !== undefined;
    if (!told && isForwarded && request.ip === socket.remoteAddress) {
      told = true;
      const text =
        "a request was forwarded by a proxy that TRUST_PROXY does not name: all who come through it count as one address";
      log.warn({ peer: socket.remoteAddress }, text);
    }
    done();
  });
}
