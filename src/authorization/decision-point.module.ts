import { SubjectDirectory } from "../directory/subjects/subject-directory";
import type { Base } from "../infra/infra.module";
import type { Module } from "../infra/module/module";
import { CompanyDirectory } from "../tenant/companies/company-directory";
import { createMemory } from "./cache/decision-memory";
import { PolicySource } from "./cache/policy-source";
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
import { AccessAuthorizer } from "./decision-point/access-authorizer";

function services({ database, clock, config }: Base) {
  const memory = createMemory(database, clock, config.memory);
  const companies = new CompanyDirectory(database);
  const subjects = new SubjectDirectory(database);
  const facts = new FactsLoader(database);
  const past = new PastPolicies(database, new PastFacts(database, facts), subjects);
  const policies = new PolicySource(database, facts, memory.cache, past, memory.verdicts);
  return {
    companies,
    subjects,
    facts,
    past,
    policies,
    subjectSearch: new SubjectSearch(database, policies, facts, past),
    authorizer: new AccessAuthorizer(companies, subjects, policies, clock, memory, new StoredRecords(database)),
    revisions: memory.companies,
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
