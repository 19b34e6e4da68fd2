import type { FastifyInstance } from "fastify";
import { Late } from "../../infra/http/late";

/** What takes the platform's events, once they are found to carry a company's secret. */
export interface PlatformEvents {
  receive(body: unknown, authorization: string): Promise<"kept" | "unknown">;
}

export const PLATFORM_WEBHOOK_PATH = "/webhooks/platform";

/** The platform waits five seconds for an answer; an event is stored within one, or told again. */
const ANSWER_MS = 4_000;
/** An event names things by their ids; more than this is none. */
const MAX_EVENT_BYTES = 64 * 1024;

const STATUS = { kept: 204, unknown: 401 } as const;

/** POST /webhooks/platform: 204 for what is stored, 401 without the company's secret, 503 where it could not be stored. */
export function addPlatformWebhook(app: FastifyInstance, events: PlatformEvents, answerMs = ANSWER_MS): void {
  app.post(PLATFORM_WEBHOOK_PATH, { bodyLimit: MAX_EVENT_BYTES }, async (request, reply) => {
    const late = new Late(answerMs);
    try {
      const received = events.receive(request.body, request.headers.authorization ?? "");
      const outcome = await Promise.race([received, late.passed]);
      if (outcome === "late") request.log.warn("an event of the platform took too long to be kept");
      return await reply.code(outcome === "late" ? 503 : STATUS[outcome]).send();
    } catch (error) {
      request.log.error({ err: error }, "an event of the platform could not be kept");
      return await reply.code(503).send();
    } finally {
      late.stop();
    }
  });
}
