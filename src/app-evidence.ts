import { DecisionLogResolver } from "./authorization/log/decision-log.graphql";
import { DecisionReading } from "./authorization/log/decision-reading";
import { AccessReviewService } from "./authorization/review/access-review.service";
import { ReviewReading } from "./authorization/review/review-reading";
import {
  AccessReviewItemResolver,
  AccessReviewListResolver,
  AccessReviewResolver,
  GrantUseResolver,
} from "./authorization/review/review.graphql";
import { AuditProof } from "./tenant/audit/audit-proof";
import { AuditProofResolver } from "./tenant/audit/audit-proof.graphql";
import type { CompanyChanges } from "./tenant/audit/company-changes";
import type { CompanyDirectory } from "./tenant/companies/company-directory";
import type { CompanyReader } from "./tenant/companies/company-reader";
import type { Database } from "./infra/db/database";
import type { Clock } from "./kernel/clock";
import type { GrantService } from "./directory/grants/grant.service";
import { EvidenceReading } from "./records/evidence/evidence-reading";
import { EvidenceResolver } from "./records/evidence/evidence.graphql";
import type { Authorizer } from "./policy/ports";

export interface EvidenceParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly reader: CompanyReader;
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
  readonly changes: CompanyChanges;
  readonly grant: GrantService;
}

/** What shows afterwards who decided and changed what: the decision log, the audit trail's proof, access reviews, and how records were sent. */
export function evidenceResolvers(parts: EvidenceParts): object[] {
  const { database, clock, reader, companies, authorizer, changes, grant } = parts;
  const reviews = new ReviewReading(database, clock);
  return [
    new DecisionLogResolver(new DecisionReading(database), reader),
    new AuditProofResolver(new AuditProof(database), companies, authorizer),
    new AccessReviewResolver(reviews, reader, new AccessReviewService(database, changes, companies, grant)),
    new AccessReviewListResolver(reviews),
    new AccessReviewItemResolver(reviews),
    new GrantUseResolver(reviews),
    new EvidenceResolver(new EvidenceReading(database), reader),
  ];
}

export const EVIDENCE_RESOLVERS = [
  DecisionLogResolver,
  AuditProofResolver,
  AccessReviewResolver,
  AccessReviewListResolver,
  AccessReviewItemResolver,
  GrantUseResolver,
  EvidenceResolver,
] as const;
