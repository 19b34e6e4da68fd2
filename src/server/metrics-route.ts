import type { FastifyInstance } from "fastify";
import { sendProblem } from "../infra/http/http-problem";
import { isSameSecret } from "../kernel/opaque-token";

export interface MetricsParts {
  /** What a scraper sends as its bearer token. */
  readonly token: string;
  readonly text: () => Promise<string>;
}

/** GET /metrics, for Prometheus. It has a token of its own: no person's token or API key opens it. */
export function addMetrics(app: FastifyInstance, { token, text }: MetricsParts): void {
  app.get("/metrics", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    if (!isSameSecret(request.headers.authorization ?? "", `Bearer ${token}`)) {
      void reply.header("www-authenticate", "Bearer");
      const message = "Send the metrics token as a bearer token.";
      return sendProblem(request, reply, { status: 401, code: "UNAUTHENTICATED", message });
    }
    return reply.type("text/plain; version=0.0.4; charset=utf-8").send(await text());
  });
}
