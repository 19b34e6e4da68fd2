import type { AccessAuthorizer } from "./authorization/decision-point/access-authorizer";
import { AuthzenPolicy } from "./authorization/authzen/authzen-policy";
import type { PolicySource } from "./authorization/cache/policy-source";
import { AuthzenSearch } from "./authorization/search/authzen-search";
import { RecordSearch } from "./authorization/search/record-search";
import type { SubjectSearch } from "./authorization/search/subject-search";
import { StoredRecords } from "./authorization/facts/stored-records";
import type { SubjectDirectory } from "./directory/subjects/subject-directory";
import type { Database } from "./infra/db/database";
import type { Clock } from "./kernel/clock";

export interface AuthzenParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly subjects: SubjectDirectory;
  readonly policies: PolicySource;
  readonly authorizer: AccessAuthorizer;
  readonly subjectSearch: SubjectSearch;
}

/** Our policy behind AuthZEN, with its searches. */
export function createAuthzen(parts: AuthzenParts): AuthzenPolicy {
  const { database, clock, subjects, policies, authorizer, subjectSearch } = parts;
  const records = new StoredRecords(database);
  const recordSearch = new RecordSearch(database, records);
  const search = { authorizer, policies, directory: subjects, records, subjectSearch, recordSearch, clock };
  return new AuthzenPolicy(authorizer, records, new AuthzenSearch(search));
}
