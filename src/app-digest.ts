import { PolicyDigestRights } from "./records/digest/rights/digest-rights";
import { DigestPreviewResolver } from "./records/digest/rights/digest-preview.graphql";
import type { PolicySource } from "./authorization/cache/policy-source";
import type { SubjectDirectory } from "./directory/subjects/subject-directory";
import type { CompanyDirectory } from "./tenant/companies/company-directory";
import type { Database } from "./infra/db/database";
import { DigestService } from "./records/digest/digest.service";
import type { Clock } from "./kernel/clock";
import type { Duty } from "./infra/jobs/schedule";

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly policies: PolicySource;
  readonly publicUrl: string;
}

/** The daily digest. */
export function createDigest({ policies, ...parts }: Parts): { readonly digest: DigestService } {
  return { digest: new DigestService({ ...parts, rights: new PolicyDigestRights(policies) }) };
}

/** Looked at every minute; who is told when, the digest says itself. */
export function digestDuty({ digest }: { readonly digest: DigestService }): Duty {
  return { name: "digest", everyMs: 60_000, work: () => digest.run() };
}

export const DIGEST_RESOLVERS = [DigestPreviewResolver] as const;

interface ResolverParts {
  readonly database: Database;
  readonly companies: CompanyDirectory;
  readonly subjects: SubjectDirectory;
  readonly digest: DigestService;
}

export function digestResolvers({ database, companies, subjects, digest }: ResolverParts): object[] {
  return [new DigestPreviewResolver(database, companies, subjects, digest)];
}
