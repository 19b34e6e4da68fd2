import { SubjectDirectory } from "../directory/subjects/subject-directory";
import type { Base } from "../infra/infra.module";
import type { Module } from "../infra/module/module";
import { CompanyDirectory } from "../tenant/companies/company-directory";
import { DecisionCache } from "./cache/decision-cache";
import { PolicySource } from "./policies/policy-source";
import { AccessListScope } from "./facts/access-list-scope";
import { FactsLoader } from "./facts/facts-loader";
import { StoredRecords } from "./facts/stored-records";
import { GrantScope } from "./facts/grant-scope";
import { CompanyVersionEntity } from "./history/company-version.entity";
import { MemberVersionEntity } from "./history/member-version.entity";
import { PastFacts } from "./history/past-facts";
import { PastPolicies } from "./history/past-policies";
import { RightsRecorder } from "./history/rights-recorder";
import { OwnRights } from "./insight/own-rights/own-rights";
import { RequestInsight } from "./insight/request-insight";
import { SubjectSearch } from "./search/subject-search";
import { DecisionPoint } from "./decision-point/decision-point";
import { RecordReader } from "./decision-point/record-reader";
import { SubjectResolver } from "./decision-point/subject-resolver";

function services({ database, clock, config }: Base) {
  const cache = new DecisionCache(database, config.memory.members);
  const companies = new CompanyDirectory(database);
  const subjects = new SubjectDirectory(database);
  const facts = new FactsLoader(database);
  const past = new PastPolicies(database, new PastFacts(database, facts), subjects);
  const policies = new PolicySource(database, facts, cache, past);
  const resolver = new SubjectResolver(companies, subjects, cache);
  const records = new RecordReader({ resolver, policies, records: new StoredRecords(database) });
  return {
    companies,
    subjects,
    facts,
    past,
    policies,
    subjectSearch: new SubjectSearch(database, policies, facts, past),
    authorizer: new DecisionPoint({ resolver, policies, cache, records, clock }),
    revisions: cache,
    rightsHistory: new RightsRecorder(facts),
    ownRights: new OwnRights(facts),
    insight: new RequestInsight(database, facts, clock),
    grantBounds: new GrantScope(database),
    accessListBounds: new AccessListScope(database),
  };
}

export type DecisionPointServices = ReturnType<typeof services>;

/** Who may do what. Its objects are made first: the modules below ask by the ports that it fulfils. */
export const decisionPointModule: Module<Base, DecisionPointServices> = {
  name: "decision point",
  entities: [CompanyVersionEntity, MemberVersionEntity],
  services,
};
