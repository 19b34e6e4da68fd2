import type { AccessAuthorizer } from "./access/access-authorizer";
import { AuthzenPolicy } from "./access/authzen-policy";
import type { PolicySource } from "./access/policy-source";
import { AuthzenSearch } from "./access/search/authzen-search";
import { RecordSearch } from "./access/search/record-search";
import type { SubjectSearch } from "./access/search/subject-search";
import { StoredRecords } from "./access/stored-records";
import type { SubjectDirectory } from "./access/subject-directory";
import type { Database } from "./db/database";
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
