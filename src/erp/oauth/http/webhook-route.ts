import type { FastifyInstance } from "fastify";
import { Late } from "../../../infra/http/late";
import type { Received } from "../webhook-inbox";

/** What takes a ledger's notices, once they are found to be signed by it. */
export interface Notices {
  receive(body: Buffer, signature: string | undefined): Promise<Received>;
}

export const WEBHOOK_PATH = "/webhooks/xero";

/** Xero waits five seconds for an answer, and tells again what was not answered. */
const ANSWER_MS = 4_000;
/** Events that cannot be read, named in the log. */
const MAX_NAMED = 10;

/**
 * POST /webhooks/xero: 200 for what is signed by Xero, 401 for what is not, both empty. So Xero's "intent to receive" is
 * answered too: some right and some wrong signatures over nothing.
 */
export function addWebhook(app: FastifyInstance, notices: Notices, answerMs = ANSWER_MS): void {
  void app.register(async (scope) => {
    // The signature is over the bytes as they came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    scope.post(WEBHOOK_PATH, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const signature = request.headers["x-xero-signature"];
      const late = new Late(answerMs);
      try {
        const received = notices.receive(body, typeof signature === "string" ? signature : undefined);
        const outcome = await Promise.race([received, late.passed]);
        if (outcome === "late") {
          request.log.warn("a webhook took too long to be kept");
          return await reply.code(503).send();
        }
        const { signed, unread } = outcome;
        if (unread.length > 0)
          request.log.warn({ unread: unread.slice(0, MAX_NAMED) }, "a webhook had events that cannot be read");
        return await reply.code(signed ? 200 : 401).send();
      } catch (error) {
        request.log.error({ err: error }, "a webhook could not be kept");
        return await reply.code(503).send();
      } finally {
        late.stop();
      }
    });
  });
}
