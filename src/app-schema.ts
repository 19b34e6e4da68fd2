import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { AccessMatrix } from "./authorization/lists/access-matrix";
import { AccessMatrixResolver } from "./authorization/lists/access-matrix.graphql";
import { ApiKeyResolver } from "./directory/api-keys/api-key.graphql";
import { DecisionLinksResolver } from "./authorization/decision-point/decision-links.graphql";
import { DecisionResolver, resolveDecisionsDirectly } from "./authorization/decision-point/decision.graphql";
import { GrantProjectsResolver } from "./authorization/insight/grant-projects.graphql";
import { MailPreferencesResolver } from "./directory/preferences/mail-preferences.graphql";
import { MailPreferencesService } from "./directory/preferences/mail-preferences.service";
import { MemberLevelResolver } from "./authorization/insight/member-levels.graphql";
import { NodeResolver, type NodeFinder } from "./authorization/insight/node.graphql";
import { RemedyPeople } from "./authorization/insight/remedy-people";
import { RemedyResolver } from "./authorization/insight/remedy.graphql";
import { RightsSearch } from "./authorization/lists/rights-search";
import { RightsSearchResolver } from "./authorization/lists/rights-search.graphql";
import { SetUpApprovers } from "./authorization/insight/set-up-approvers";
import { ViewerResolver } from "./authorization/insight/viewer.graphql";
import { EVIDENCE_RESOLVERS, evidenceResolvers } from "./app-evidence";
import { RECORD_RESOLVERS, recordResolvers } from "./app-records";
import { CALL_RESOLVERS, createCallResolvers } from "./app-calls";
import { DIGEST_RESOLVERS, digestResolvers } from "./app-digest";
import { createQuestionResolvers, QUESTION_RESOLVERS } from "./app-questions";
import type { Services } from "./app-services";
import { SIMULATION_RESOLVERS, simulationResolvers } from "./app-simulation";
import { TENANCY_RESOLVERS, tenancyResolvers } from "./app-tenancy";
import { AuditResolver } from "./tenant/audit/audit.graphql";
import { CompanyList } from "./tenant/companies/company-list";
import { CompanyResolver } from "./tenant/companies/company-resolver.graphql";
import { StaffResolver } from "./tenant/vendor-desk/staff.graphql";
import { ConnectionResolver } from "./erp/connections/connection.graphql";
import { FeatureResolver } from "./erp/switches/feature-switch.graphql";
import { quickenInputs } from "./infra/graphql/input-fields";
import { GuideResolver } from "./onboarding/guide/guide.graphql";
import { ImplementationResolver } from "./onboarding/progress/implementation.graphql";
import { ActionItemResolver } from "./onboarding/items/item.graphql";
import { PortfolioResolver } from "./onboarding/progress/portfolio.graphql";
import { WelcomeResolver } from "./onboarding/welcome/welcome.graphql";
import { AccessListResolver } from "./directory/access-list/access-list.graphql";
import { ApproverResolver } from "./directory/grants/approver.graphql";
import { CompanyGrantsResolver, GrantPeopleResolver, MemberGrantsResolver } from "./directory/grants/grant.graphql";
import { MemberList } from "./directory/members/member-list";
import { MemberResolver } from "./directory/members/member-resolver.graphql";
import { ProjectLevelResolver, ProjectResolver } from "./directory/projects/project.graphql";
import { StakeholderResolver } from "./directory/stakeholders/stakeholder.graphql";

type ResolverClass = abstract new (...args: never[]) => object;

/** The resolvers of people, rights and settings: one noun each. */
function nounResolvers(s: Services): object[] {
  const { database, reader } = s;
  return [
    new CompanyResolver(s.companies, new CompanyList(database), s.authorizer, s.company),
    new StaffResolver(database, reader, s.staff),
    new MemberResolver(new MemberList(database), reader, s.member),
    new StakeholderResolver(database, reader, s.stakeholder),
    new ProjectResolver(database, reader, s.project),
    new ProjectLevelResolver(database, reader),
    new CompanyGrantsResolver(s.grantReading, reader, s.grant),
    new MemberGrantsResolver(s.grantReading, reader),
    new GrantPeopleResolver(s.grantReading),
    new ApproverResolver(database, reader, s.approver),
    new AccessListResolver(s.accessList),
    new ConnectionResolver(database, reader, s.connection),
    new FeatureResolver(database, reader, s.featureSwitch),
    new ImplementationResolver(database, s.clock, reader, s.implementation),
    new ActionItemResolver(s.item),
    new PortfolioResolver(database, s.clock, s.desk, s.purchase),
    new WelcomeResolver(database, s.clock, s.welcome),
    new GuideResolver(database, s.companies, reader, s.clock, new SetUpApprovers(database, s.facts)),
    ...createCallResolvers(s),
    ...createQuestionResolvers(s),
    new AuditResolver(database, reader),
  ];
}

/** The resolvers that answer who may do what, and who is asking. */
function accessResolvers(s: Services): object[] {
  const { database, reader } = s;
  return [
    new DecisionResolver(s.authorizer),
    new DecisionLinksResolver(database),
    new RemedyResolver(new RemedyPeople(database, s.policies)),
    new RightsSearchResolver(new RightsSearch(s.authorizer, s.subjects, s.policies, s.subjectSearch, s.clock)),
    new AccessMatrixResolver(new AccessMatrix(database, s.policies, s.past, s.clock), reader),
    new MemberLevelResolver(database, reader),
    new GrantProjectsResolver(database),
    new ApiKeyResolver(s.apiKey, reader),
    new ViewerResolver(database, s.subjects, s.clock),
    new MailPreferencesResolver(new MailPreferencesService(database, s.subjects, s.clock, s.languages)),
  ];
}

const RESOLVERS: readonly ResolverClass[] = [
  CompanyResolver,
  StaffResolver,
  MemberResolver,
  StakeholderResolver,
  ProjectResolver,
  ProjectLevelResolver,
  CompanyGrantsResolver,
  MemberGrantsResolver,
  GrantPeopleResolver,
  ApproverResolver,
  AccessListResolver,
  ConnectionResolver,
  FeatureResolver,
  ImplementationResolver,
  ActionItemResolver,
  PortfolioResolver,
  WelcomeResolver,
  GuideResolver,
  ...CALL_RESOLVERS,
  ...QUESTION_RESOLVERS,
  AuditResolver,
  DecisionResolver,
  DecisionLinksResolver,
  RemedyResolver,
  RightsSearchResolver,
  AccessMatrixResolver,
  MemberLevelResolver,
  GrantProjectsResolver,
  ApiKeyResolver,
  ViewerResolver,
  MailPreferencesResolver,
  ...DIGEST_RESOLVERS,
  ...EVIDENCE_RESOLVERS,
  ...SIMULATION_RESOLVERS,
  ...RECORD_RESOLVERS,
  ...TENANCY_RESOLVERS,
  NodeResolver,
];

/** The executable schema. Without services it can be printed, but not asked. */
export function createSchema(services: Services | null): GraphQLSchema {
  const made = services ? makeResolvers(services) : [];
  const byClass = new Map<unknown, object>(made.map((resolver) => [resolver.constructor, resolver]));
  const schema = buildSchemaSync({
    resolvers: RESOLVERS as unknown as NonEmptyArray<new () => object>,
    container: { get: (type) => byClass.get(type) },
    validate: false,
    // The schema's own introspection takes longer than making it, and says the same for all services: those who print it
    // check it. Whether it is valid is checked at every start all the same.
    skipCheck: services !== null,
  });
  const decisions = byClass.get(DecisionResolver);
  if (decisions instanceof DecisionResolver) resolveDecisionsDirectly(schema, decisions);
  quickenInputs(schema);
  return schema;
}

function makeResolvers(services: Services): object[] {
  const resolvers = [
    ...nounResolvers(services),
    ...accessResolvers(services),
    ...digestResolvers(services),
    ...evidenceResolvers(services),
    ...simulationResolvers(services),
    ...recordResolvers(services),
    ...tenancyResolvers(services),
  ];
  const finders = resolvers.filter((resolver): resolver is NodeFinder => "find" in resolver);
  return [...resolvers, new NodeResolver(finders)];
}
