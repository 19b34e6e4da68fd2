import type { FastifyInstance } from "fastify";
import type { DecisionPoint } from "../../decision-point/decision-point";
import { decisionLine } from "../decision-line";
import type { DecisionReading } from "../decision-reading";
import { addCompanyExport } from "../../export/company-export";

export interface DecisionExportParts {
  readonly authorizer: DecisionPoint;
  readonly reading: DecisionReading;
}

// PostgreSQL keeps no NUL, and refuses to look for one.
const TEXT = { type: "string", pattern: "^[^\\u0000]+$" };

/** As the filter of `decisionLog` names them. */
const NARROWING = {
  subject: TEXT,
  asker: TEXT,
  action: TEXT,
  resource: TEXT,
  record: TEXT,
  code: TEXT,
  allowed: { enum: ["true", "false"] },
};

interface Asked extends Partial<Record<Exclude<keyof typeof NARROWING, "allowed">, string>> {
  readonly allowed?: "true" | "false";
}

/** GET /exports/decisions: a company's decisions as JSON lines, oldest first, for who may review. */
export function addDecisionExport(app: FastifyInstance, { authorizer, reading }: DecisionExportParts): void {
  addCompanyExport<Asked>(app, {
    name: "decisions",
    authorizer,
    more: NARROWING,
    lines: ({ id }, period, { allowed, ...narrowed }) =>
      texts(reading.each(id, { ...narrowed, ...period, allowed: allowed === undefined ? null : allowed === "true" })),
  });
}

async function* texts(entries: ReturnType<DecisionReading["each"]>): AsyncGenerator<string> {
  for await (const entry of entries) yield decisionLine(entry);
}
