import type { FastifyRequest } from "fastify";
import type { Limits } from "../../config/config";
import { localeOf, type Problem } from "../../infra/http/http-problem";
import { fill } from "../../kernel/catalogue";
import { LIMIT_TEXTS } from "./limit-texts";
import { FieldRepetition } from "./field-repetition";

/** Looks at the texts of operations before the engine does anything with them. */
export class OperationTexts {
  private readonly repetition: FieldRepetition;

  constructor(private readonly limits: Pick<Limits, "queryBytes" | "tokens">) {
    this.repetition = new FieldRepetition(limits.tokens);
  }

  /** What is wrong with the request's operation; null: nothing that its text alone shows. */
  problemOf(request: FastifyRequest): Problem | null {
    const text = queryOf(request);
    if (text === null) return null;
    const { queryBytes } = this.limits;
    const locale = localeOf(request);
    if (Buffer.byteLength(text) > queryBytes) {
      const message = fill(LIMIT_TEXTS.queryBytes, { max: queryBytes })[locale];
      return { status: 413, code: "LIMIT_EXCEEDED", message, extensions: { limit: "query" } };
    }
    if (!this.repetition.isTooMuch(text)) return null;
    const message = LIMIT_TEXTS.repetition[locale];
    return { status: 400, code: "LIMIT_EXCEEDED", message, extensions: { limit: "repetition" } };
  }
}

function queryOf({ body, query }: Pick<FastifyRequest, "body" | "query">): string | null {
  const text = (body as { query?: unknown } | null)?.query ?? (query as { query?: unknown } | undefined)?.query;
  return typeof text === "string" ? text : null;
}
