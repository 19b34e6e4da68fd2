import type { FastifyInstance } from "fastify";
import type { AccessAuthorizer } from "../access/access-authorizer";
import { instantFrom } from "../access/decision-input";
import { noSuchCompany } from "../company/company-change";
import { toInstant, type Clock } from "../kernel/clock";
import { Refusal } from "../kernel/errors";
import { pickLocale } from "../kernel/locale";
import { PolicyRefusal } from "../policy/ports";
import { evidenceFile } from "../record/evidence/evidence-file";
import type { EvidenceReading } from "../record/evidence/evidence-reading";
import { sendLines } from "./line-stream";

export interface EvidenceExportParts {
  readonly authorizer: AccessAuthorizer;
  readonly reading: EvidenceReading;
  readonly clock: Clock;
}

interface Asked {
  readonly company: string;
  readonly from?: string;
  readonly until?: string;
}

const QUERY = {
  type: "object",
  required: ["company"],
  additionalProperties: false,
  properties: {
    company: { type: "string", minLength: 1 },
    from: { type: "string" },
    until: { type: "string" },
  },
} as const;

/** GET /exports/evidence: how a company's records were sent, as JSON lines, for people who may review. */
export function addEvidenceExport(app: FastifyInstance, { authorizer, reading, clock }: EvidenceExportParts): void {
  app.get<{ Querystring: Asked }>("/exports/evidence", { schema: { querystring: QUERY } }, async (request, reply) => {
    const { caller, query } = request;
    if (!caller || caller.kind === "anonymous")
      throw new Refusal("UNAUTHENTICATED", "Send a bearer token or an API key in the Authorization header.");
    const company = await authorizer.companyFor(caller, query.company);
    if (!company) throw noSuchCompany();
    // A key reads decisions, and no scope says more; items are for people.
    if (caller.kind !== "person") throw new Refusal("FORBIDDEN", "Evidence is for people who may review the company.");
    await authorizer.requireReview(caller, company, pickLocale(request.headers["accept-language"])).catch(plainly);
    const period = {
      from: query.from ? instantFrom(query.from, ["from"]) : null,
      until: query.until ? instantFrom(query.until, ["until"]) : null,
    };
    const lines = evidenceFile(reading, company, period, toInstant(clock.now()));
    return sendLines(reply, `evidence-${company.slug}.jsonl`, lines);
  });
}

function plainly(error: unknown): never {
  throw error instanceof PolicyRefusal ? new Refusal("FORBIDDEN", error.message) : error;
}
