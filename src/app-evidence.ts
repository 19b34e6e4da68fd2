import { DecisionLogResolver } from "./authorization/log/decision-log.graphql";
import { DecisionReading } from "./authorization/log/decision-reading";
import type { FactsLoader } from "./authorization/facts/facts-loader";
import type { PolicySource } from "./authorization/cache/policy-source";
import { AccessReviewService } from "./authorization/review/access-review.service";
import { CompanyHoldings } from "./authorization/review/company-holdings";
import type { EndingServices } from "./authorization/review/review-endings";
import { AccessReviewItemResolver } from "./authorization/review/review-item.graphql";
import { ReviewReading } from "./authorization/review/review-reading";
import { ReviewSigningService } from "./authorization/review/review-signing.service";
import {
  AccessReviewListResolver,
  AccessReviewResolver,
  GrantUseResolver,
} from "./authorization/review/review.graphql";
import { AuditProof } from "./tenant/audit/audit-proof";
import { AuditProofResolver } from "./tenant/audit/audit-proof.graphql";
import type { CompanyChanges } from "./tenant/audit/company-changes";
import type { CompanyDirectory } from "./tenant/companies/company-directory";
import type { CompanyReader } from "./tenant/companies/company-reader";
import type { Clock } from "./kernel/clock";
import { EvidenceReading } from "./records/evidence/evidence-reading";
import { EvidenceResolver } from "./records/evidence/evidence.graphql";
import type { Authorizer } from "./policy/ports";

export interface EvidenceParts extends EndingServices {
  readonly clock: Clock;
  readonly facts: FactsLoader;
  readonly policies: PolicySource;
  readonly reader: CompanyReader;
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
  readonly changes: CompanyChanges;
}

/** What shows afterwards who decided and changed what: the decision log, the audit trail's proof, access reviews, and how records were sent. */
export function evidenceResolvers(parts: EvidenceParts): object[] {
  const { database, clock, reader, companies, authorizer, changes, facts, policies } = parts;
  const reviews = new ReviewReading(database, clock);
  const holdings = new CompanyHoldings(database, facts);
  const signing = new ReviewSigningService(changes, companies, holdings, parts, clock);
  return [
    new DecisionLogResolver(new DecisionReading(database), reader),
    new AuditProofResolver(new AuditProof(database), companies, authorizer),
    new AccessReviewResolver(reviews, reader, new AccessReviewService(changes, holdings), signing),
    new AccessReviewListResolver(reviews),
    new AccessReviewItemResolver(database, policies, holdings, reviews),
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
