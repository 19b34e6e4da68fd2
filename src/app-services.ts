import { AccessAuthorizer } from "./access/access-authorizer";
import { AccessListScope } from "./access/access-list-scope";
import { ApiKeyService } from "./access/api-key.service";
import { FactsLoader } from "./access/facts-loader";
import { GrantScope } from "./access/grant-scope";
import { PastFacts } from "./access/past/past-facts";
import { PastPolicies } from "./access/past/past-policies";
import { RightsRecorder } from "./access/past/rights-recorder";
import { PolicySource } from "./access/policy-source";
import { RequestInsight } from "./access/request-insight";
import { StoredApiKeys } from "./access/stored-api-keys";
import { SubjectDirectory } from "./access/subject-directory";
import { SubjectSearch } from "./access/search/subject-search";
import { createAuthzen } from "./app-authzen";
import { createRecords } from "./app-records";
import { createTenancy, type TenancySettings } from "./app-tenancy";
import { createMemory, type MemoryLimits } from "./app-memory";
import { callMail } from "./app-call-mail";
import { createDigest } from "./app-digest";
import { createCalls } from "./app-calls";
import { createImplementation } from "./app-implementation";
import { CompanyChanges } from "./audit/company-changes";
import { CompanyDirectory } from "./company/company-directory";
import { CompanyReader } from "./company/company-reader";
import { CompanyService } from "./company/company.service";
import { StaffService } from "./company/staff.service";
import { VendorDesk } from "./company/vendor-desk";
import { ConnectionService } from "./connection/connection.service";
import type { Database } from "./db/database";
import { FeatureSwitchService } from "./feature/feature-switch.service";
import { initialSwitches } from "./feature/initial-switches";
import { initialPlan } from "./implementation/initial-plan";
import { passQuestionsOn } from "./implementation/question/question-mail";
import { helpEnd } from "./implementation/phase-entry";
import type { Clock } from "./kernel/clock";
import { ReaderLanguages } from "./mail/reader-languages";
import { AccessListService } from "./member/access-list.service";
import { ApproverService } from "./member/approver.service";
import { firstAdministrator } from "./member/first-administrator";
import { GrantReading } from "./member/grant-reading";
import { GrantService } from "./member/grant.service";
import { MemberService } from "./member/member.service";
import { ProjectService } from "./project/project.service";
import { connectionRecords } from "./record/binding/connection-records";
import { StakeholderService } from "./stakeholder/stakeholder.service";
import { connectionConsent, hasConsent } from "./tenancy/connection-consent";

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
  const changes = new CompanyChanges(database, companies, authorizer, clock, new RightsRecorder(facts), (notice) =>
    memory.companies.raise(notice),
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
