import { DecisionLogResolver } from "./access/decision-log/decision-log.graphql";
import { DecisionReading } from "./access/decision-log/decision-reading";
import type { CompanyReader } from "./company/company-reader";
import type { Database } from "./db/database";

export interface EvidenceParts {
  readonly database: Database;
  readonly reader: CompanyReader;
}

/** What shows afterwards who decided and changed what: the decision log, the audit trail's proof, access reviews. */
export function evidenceResolvers({ database, reader }: EvidenceParts): object[] {
  return [new DecisionLogResolver(new DecisionReading(database), reader)];
}

export const EVIDENCE_RESOLVERS = [DecisionLogResolver] as const;
