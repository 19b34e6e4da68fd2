import { AccessAuthorizer } from "./authorization/decision-point/access-authorizer";
import { AccessListScope } from "./authorization/facts/access-list-scope";
import { ApiKeyService } from "./directory/api-keys/api-key.service";
import { FactsLoader } from "./authorization/facts/facts-loader";
import { GrantScope } from "./authorization/facts/grant-scope";
import { OwnRights } from "./authorization/insight/own-rights/own-rights";
import { PastFacts } from "./authorization/history/past-facts";
import { PastPolicies } from "./authorization/history/past-policies";
import { RightsRecorder } from "./authorization/history/rights-recorder";
import { PolicySource } from "./authorization/cache/policy-source";
import { RequestInsight } from "./authorization/insight/request-insight";
import { StoredApiKeys } from "./directory/api-keys/stored-api-keys";
import { SubjectDirectory } from "./directory/subjects/subject-directory";
import { SubjectSearch } from "./authorization/search/subject-search";
import { createAuthzen } from "./app-authzen";
import { createRecords } from "./app-records";
import { createTenancy, type TenancySettings } from "./app-tenancy";
import { createMemory, type MemoryLimits } from "./app-memory";
import { callMail } from "./app-call-mail";
import { createDigest } from "./app-digest";
import { createCalls } from "./app-calls";
import { createImplementation } from "./app-implementation";
import { CompanyChanges } from "./tenant/audit/company-changes";
import { CompanyDirectory } from "./tenant/companies/company-directory";
import { CompanyReader } from "./tenant/companies/company-reader";
import { CompanyService } from "./tenant/companies/company.service";
import { StaffService } from "./tenant/vendor-desk/staff.service";
import { VendorDesk } from "./tenant/companies/vendor-desk";
import { ConnectionService } from "./erp/connections/connection.service";
import type { RevisionNotice } from "./infra/db/feed/change-feed";
import type { Database } from "./infra/db/database";
import { FeatureSwitchService } from "./erp/switches/feature-switch.service";
import { initialSwitches } from "./erp/switches/initial-switches";
import { initialPlan } from "./onboarding/plan/initial-plan";
import { passQuestionsOn } from "./onboarding/questions/question-mail";
import { helpEnd } from "./onboarding/progress/phase-entry";
import type { Clock } from "./kernel/clock";
import { ReaderLanguages } from "./infra/mail/reader-languages";
import { AccessListService } from "./directory/access-list/access-list.service";
import { ApproverService } from "./directory/grants/approver.service";
import { firstAdministrator } from "./directory/members/first-administrator";
import { GrantReading } from "./directory/grants/grant-reading";
import { GrantService } from "./directory/grants/grant.service";
import { MemberService } from "./directory/members/member.service";
import { ProjectService } from "./directory/projects/project.service";
import { connectionRecords } from "./records/binding/connection-records";
import { StakeholderService } from "./directory/stakeholders/stakeholder.service";
import { connectionConsent, hasConsent } from "./erp/oauth/connection-consent";

export type Services = ReturnType<typeof createServices>;

/** Where the server is reached, where nothing else is said. */
const HERE = "http://127.0.0.1:4000";

/** What the set-up has to say about staff who come and go. */
const STAFFING = { helpEnd, changed: passQuestionsOn };

/** All services over one database, made by hand. Letters name addresses under `publicUrl`. */
export function createServices(
  database: Database,
  clock: Clock,
  limits?: MemoryLimits,
  publicUrl = HERE,
  tenancy?: TenancySettings,
) {
  const access = createAccess(database, clock, limits);
  const { authorizer, companies, changes } = access;
  const desk = new VendorDesk(database);
  const bounds = new GrantScope(database);
  const records = createRecords(access);
  const founding = [initialPlan, initialSwitches, firstAdministrator];
  const nouns = {
    desk,
    staff: new StaffService({ database, changes, companies, authorizer, desk, clock, ...STAFFING }),
    member: new MemberService(changes, authorizer),
    stakeholder: new StakeholderService(changes),
    connection: createConnections(changes, tenancy),
  };
  return {
    ...access,
    ...nouns,
    company: new CompanyService({ database, changes, desk, clock, founding }),
    project: new ProjectService(changes),
    grant: new GrantService(database, changes, companies, bounds),
    grantReading: new GrantReading(database),
    approver: new ApproverService(database, changes, companies, bounds),
    accessList: new AccessListService(changes, new AccessListScope(database)),
    featureSwitch: new FeatureSwitchService(changes),
    calls: createCalls({ ...access, mail: callMail }),
    ...createImplementation({ ...access, ...nouns, publicUrl }),
    apiKeys: new StoredApiKeys(database),
    apiKey: new ApiKeyService(database, changes, companies, authorizer, clock),
    authzen: createAuthzen(access),
    ...records,
    ...createDigest({ ...access, publicUrl }),
    tenancy: createTenancy({ ...access, outbox: records.outbox }, tenancy),
  };
}

function createConnections(changes: CompanyChanges, tenancy?: TenancySettings): ConnectionService {
  const uses = [connectionRecords, connectionConsent];
  return new ConnectionService(changes, uses, tenancy?.consentOnly ? hasConsent : null);
}

/** Who may do what, and the one way to change it. */
function createAccess(database: Database, clock: Clock, limits?: MemoryLimits) {
  const memory = createMemory(database, clock, limits);
  const companies = new CompanyDirectory(database);
  const subjects = new SubjectDirectory(database);
  const facts = new FactsLoader(database);
  const past = new PastPolicies(database, new PastFacts(database, facts), subjects);
  const policies = new PolicySource(database, facts, memory.cache, past, memory.verdicts);
  const subjectSearch = new SubjectSearch(database, policies, facts, past);
  const authorizer = new AccessAuthorizer(companies, subjects, policies, clock, memory);
  const raise = (notice: RevisionNotice) => memory.companies.raise(notice);
  const changes = new CompanyChanges(
    database,
    companies,
    authorizer,
    clock,
    new RightsRecorder(facts),
    raise,
    new OwnRights(facts),
  );
  const insight = new RequestInsight(database, facts, clock);
  const reader = new CompanyReader(database, insight, authorizer);
  return {
    database,
    clock,
    companies,
    subjects,
    facts,
    past,
    policies,
    subjectSearch,
    authorizer,
    changes,
    languages: new ReaderLanguages(database, clock),
    insight,
    reader,
  };
}
