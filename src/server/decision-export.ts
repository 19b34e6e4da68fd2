import type { FastifyInstance } from "fastify";
import type { AccessAuthorizer } from "../access/access-authorizer";
import { instantFrom } from "../access/decision-input";
import { decisionLine } from "../access/decision-log/decision-line";
import type { DecisionReading } from "../access/decision-log/decision-reading";
import { noSuchCompany } from "../company/company-change";
import { Refusal } from "../kernel/errors";
import { pickLocale } from "../kernel/locale";
import { PolicyRefusal } from "../policy/ports";
import { sendLines } from "./line-stream";

export interface DecisionExportParts {
  readonly authorizer: AccessAuthorizer;
  readonly reading: DecisionReading;
}

/** As the filter of `decisionLog` names them. */
const NARROWING = ["subject", "asker", "action", "resource", "record", "code"] as const;

interface Asked extends Partial<Record<(typeof NARROWING)[number], string>> {
  readonly company: string;
  readonly from?: string;
  readonly until?: string;
  readonly allowed?: "true" | "false";
}

const QUERY = {
  type: "object",
  required: ["company"],
  additionalProperties: false,
  properties: {
    company: { type: "string", minLength: 1 },
    // PostgreSQL keeps no NUL, and refuses to look for one.
    ...Object.fromEntries(NARROWING.map((name) => [name, { type: "string", pattern: "^[^\\u0000]+$" }])),
    from: { type: "string" },
    until: { type: "string" },
    allowed: { enum: ["true", "false"] },
  },
} as const;

/** GET /exports/decisions: a company's decisions as JSON lines, oldest first, for who may review. */
export function addDecisionExport(app: FastifyInstance, { authorizer, reading }: DecisionExportParts): void {
  app.get<{ Querystring: Asked }>("/exports/decisions", { schema: { querystring: QUERY } }, async (request, reply) => {
    const { caller, query } = request;
    if (!caller || caller.kind === "anonymous")
      throw new Refusal("UNAUTHENTICATED", "Send a bearer token or an API key in the Authorization header.");
    const company = await authorizer.companyFor(caller, query.company);
    if (!company) throw noSuchCompany();
    await authorizer.requireReview(caller, company, pickLocale(request.headers["accept-language"])).catch(plainly);
    const { from, until, allowed, company: _company, ...narrowed } = query;
    const lines = reading.each(company.id, {
      ...narrowed,
      from: from ? instantFrom(from, ["from"]) : null,
      until: until ? instantFrom(until, ["until"]) : null,
      allowed: allowed === undefined ? null : allowed === "true",
    });
    return sendLines(reply, `decisions-${company.slug}.jsonl`, texts(lines));
  });
}

async function* texts(entries: ReturnType<DecisionReading["each"]>): AsyncGenerator<string> {
  for await (const entry of entries) yield decisionLine(entry);
}

function plainly(error: unknown): never {
  throw error instanceof PolicyRefusal ? new Refusal("FORBIDDEN", error.message) : error;
}
