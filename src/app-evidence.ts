import { DecisionLogResolver } from "./access/decision-log/decision-log.graphql";
import { DecisionReading } from "./access/decision-log/decision-reading";
import { AuditProof } from "./audit/audit-proof";
import { AuditProofResolver } from "./audit/audit-proof.graphql";
import type { CompanyDirectory } from "./company/company-directory";
import type { CompanyReader } from "./company/company-reader";
import type { Database } from "./db/database";
import type { Authorizer } from "./policy/ports";

export interface EvidenceParts {
  readonly database: Database;
  readonly reader: CompanyReader;
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
}

/** What shows afterwards who decided and changed what: the decision log, the audit trail's proof, access reviews. */
export function evidenceResolvers({ database, reader, companies, authorizer }: EvidenceParts): object[] {
  return [
    new DecisionLogResolver(new DecisionReading(database), reader),
    new AuditProofResolver(new AuditProof(database), companies, authorizer),
  ];
}

export const EVIDENCE_RESOLVERS = [DecisionLogResolver, AuditProofResolver] as const;
