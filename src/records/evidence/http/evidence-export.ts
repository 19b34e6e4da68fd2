import { RECORD_TEXTS } from "../../texts/record-texts";
import type { FastifyInstance } from "fastify";
import type { DecisionPoint } from "../../../authorization/decision-point/decision-point";
import { toInstant, type Clock } from "../../../kernel/clock";
import { evidenceFile } from "../evidence-file";
import type { EvidenceReading } from "../evidence-reading";
import { addCompanyExport } from "../../../authorization/export/company-export";

export interface EvidenceExportParts {
  readonly authorizer: DecisionPoint;
  readonly reading: EvidenceReading;
  readonly clock: Clock;
}

/** GET /exports/evidence: how a company's records were sent, as JSON lines, for people who may review. */
export function addEvidenceExport(app: FastifyInstance, { authorizer, reading, clock }: EvidenceExportParts): void {
  addCompanyExport(app, {
    name: "evidence",
    authorizer,
    // A key reads decisions, and no scope says more; items are for people.
    peopleOnly: RECORD_TEXTS.evidenceForPeople,
    more: {},
    lines: (company, period) => evidenceFile(reading, company, period, toInstant(clock.now())),
  });
}
