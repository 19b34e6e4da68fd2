import type { RecordPolicies } from "./records/rights/record-policies";
import type { ImportServiceParts } from "./app-imports";
import type { RecordAnswers } from "./records/types/stale-record.graphql";
import type { StagingService } from "./records/import/staging.service";
import { DuplicateVendorsResolver } from "./records/matching/duplicates.graphql";
import { MatchingResolver } from "./records/matching/matching.graphql";
import { MatchingService } from "./records/matching/matching.service";

interface Parts extends Pick<ImportServiceParts, "database" | "companies" | "authorizer"> {
  readonly rights: RecordPolicies;
  readonly staging: StagingService;
}

/** What the ERP may hold already of what the platform offers. */
export function createMatching(parts: Parts): { readonly matching: MatchingService } {
  return { matching: new MatchingService(parts) };
}

export const MATCHING_RESOLVERS = [MatchingResolver, DuplicateVendorsResolver] as const;

export function matchingResolvers(s: {
  readonly database: Parts["database"];
  readonly recordRights: RecordPolicies;
  readonly matching: MatchingService;
  readonly answers: RecordAnswers;
}): object[] {
  return [
    new MatchingResolver(s.database, s.recordRights, s.matching, s.answers),
    new DuplicateVendorsResolver(s.database, s.recordRights),
  ];
}
