import { AccessFailure } from "./access-failure";
import type { AccessClient } from "./access-client";
import type { Decision, Question } from "./messages";

/* Guards for routes. They know no framework: what they need of Express and Fastify is written down here. */

/** What a request is about; null: nobody may, so it is refused without a question. */
export type QuestionOf<Request> = (request: Request) => Question | null | Promise<Question | null>;

type Asking = Pick<AccessClient, "evaluate">;

/** An answer that a guard gives in the route's place. It tells code and reason, which are the caller's to hear. */
export interface Refused {
  /** 403, or 503 where there was no answer. */
  readonly status: number;
  readonly body: { readonly error: { readonly code: string; readonly message: string } };
}

/** Null: it is allowed. Whatever is no clean yes is refused. */
export async function refusalFor<Request>(
  access: Asking,
  questionOf: QuestionOf<Request>,
  request: Request,
): Promise<Refused | null> {
  try {
    const question = await questionOf(request);
    const { decision, context }: Decision = question ? await access.evaluate(question) : { decision: false };
    if (decision) return null;
    const { code = "FORBIDDEN", message = "This is not allowed." } = context ?? {};
    return code === "NO_ANSWER" ? UNANSWERED : { status: 403, body: { error: { code, message } } };
  } catch (error) {
    if (error instanceof AccessFailure) return UNANSWERED;
    throw error;
  }
}

/** What went wrong is not the caller's to hear. */
const UNANSWERED: Refused = {
  status: 503,
  body: { error: { code: "NO_ANSWER", message: "Whether this is allowed could not be found out." } },
};

interface ExpressResponse {
  status(code: number): { json(body: unknown): unknown };
}

/** Middleware of Express: `app.post("/x", expressGuard(access, questionOf), handler)`. What throws goes to its error handler. */
export function expressGuard<Request>(access: Asking, questionOf: QuestionOf<Request>) {
  return (request: Request, response: ExpressResponse, next: (error?: unknown) => void): void => {
    // Also what is thrown where somebody else has answered meanwhile: left to nobody it would end the process.
    refusalFor(access, questionOf, request)
      .then((refused) => (refused ? void response.status(refused.status).json(refused.body) : next()))
      .catch(next);
  };
}

interface FastifyReply {
  code(status: number): { send(body: unknown): unknown };
}

/** A hook of Fastify: `app.post("/x", { preHandler: fastifyGuard(access, questionOf) }, handler)`. */
export function fastifyGuard<Request>(access: Asking, questionOf: QuestionOf<Request>) {
  return async (request: Request, reply: FastifyReply): Promise<unknown> => {
    const refused = await refusalFor(access, questionOf, request);
    return refused ? reply.code(refused.status).send(refused.body) : undefined;
  };
}
