import type { FastifyReply } from "fastify";
import type { Bilingual, Locale } from "../../../kernel/locale";
import { AUTHZEN_TEXTS } from "../transport/authzen-texts";

/** Problem types of the draft ("Error Responses") that we answer with. */
const PROBLEMS = {
  not_requestable: { status: 400, texts: AUTHZEN_TEXTS.notRequestable },
  expired_denial: { status: 410, texts: AUTHZEN_TEXTS.expiredDenial },
  invalid_denial_binding: { status: 400, texts: AUTHZEN_TEXTS.invalidBinding },
  duplicate_request: { status: 409, texts: AUTHZEN_TEXTS.duplicateRequest },
  unknown_task: { status: 404, texts: AUTHZEN_TEXTS.unknownTask },
} as const satisfies Readonly<Record<string, { status: number; texts: Bilingual }>>;
export type RequestProblem = keyof typeof PROBLEMS;

/** Answers with the problem (RFC 9457). */
export function sendProblem(reply: FastifyReply, problem: RequestProblem, locale: Locale): FastifyReply {
  const { status, texts } = PROBLEMS[problem];
  const type = `urn:openid:authzen:access-request:error:${problem}`;
  const body = JSON.stringify({ type, title: texts[locale], status });
  return reply.code(status).type("application/problem+json; charset=utf-8").send(body);
}
