import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Choice } from "../consent.service";
import { ConsentRefused, type ConsentProblem } from "../consent-refused";
import { choicePage, CONSENT_HEADERS, donePage, problemPage } from "./consent-page";
import { localeOf } from "../../../infra/http/http-problem";

/** Consents as these routes need them. */
export interface Consents {
  answered(answer: { readonly state: string; readonly code: string | null }): Promise<Choice>;
  choose(token: string, tenantId: string): Promise<{ readonly company: string; readonly organisation: string }>;
}

const CALLBACK = "/connections/xero/callback";
const CHOICE = "/connections/xero/choice";
/** Seen from the callback: the server may be reached under a path. */
const CHOICE_FROM_CALLBACK = "choice";
/** What Xero and our own page send is short. */
const MAX_COUNT = 4096;
const STATUS: Readonly<Record<ConsentProblem, number>> = {
  CONSENT_UNKNOWN: 400,
  CONSENT_DECLINED: 400,
  CONSENT_FAILED: 400,
  LEDGER_NOT_REACHED: 503,
  NO_ORGANISATION: 400,
  ORGANISATION_TAKEN: 409,
  NOT_ALLOWED: 403,
};

/**
 * Where Xero sends people back to, and where they say which organisation they mean. They come in a browser, without a
 * token: the state and the choice's token, each good once, say what they complete.
 */
export function addConsentRoutes(app: FastifyInstance, consents: Consents): void {
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: MAX_COUNT },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.get(CALLBACK, (request, reply) =>
      answer(request, reply, async (locale) => {
        const { state, code } = request.query as Record<string, unknown>;
        // Whatever the ledger says instead of a code, no code means no consent.
        const choice = await consents.answered({ state: text(state), code: text(code) || null });
        return choicePage(locale, choice, CHOICE_FROM_CALLBACK);
      }),
    );
    scope.post(CHOICE, (request, reply) =>
      answer(request, reply, async (locale) => {
        const { choice, organisation } = (request.body ?? {}) as Record<string, unknown>;
        const done = await consents.choose(text(choice), text(organisation));
        return donePage(locale, done.company, done.organisation);
      }),
    );
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (locale: ReturnType<typeof localeOf>) => Promise<string>,
): Promise<FastifyReply> {
  const locale = localeOf(request);
  void reply.headers(CONSENT_HEADERS).type("text/html; charset=utf-8");
  try {
    return reply.send(await work(locale));
  } catch (error) {
    if (error instanceof ConsentRefused)
      return reply.code(STATUS[error.code]).send(problemPage(locale, error.code, detailOf(error)));
    request.log.error({ err: error }, "consent failed");
    return reply.code(500).send(problemPage(locale, "INTERNAL", null));
  }
}

/** The policy's words are for people; an OAuth code is for the log. */
function detailOf({ code, detail }: ConsentRefused): string | null {
  return code === "NOT_ALLOWED" ? detail : null;
}

/** A parameter that comes twice is no parameter. */
function text(value: unknown): string {
  return typeof value === "string" && value.length <= MAX_COUNT ? value : "";
}
