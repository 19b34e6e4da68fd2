import type { DirectoryServices } from "../directory/directory.module";
import { ANONYMOUS } from "../infra/graphql/caller";
import type { Base, InfraServices } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { TenantServices } from "../tenant/tenant.module";
import { DenialBinding, KEYS_PATH, REQUESTS_PATH } from "./authzen/access-request/denial-binding";
import { RequestableDenials } from "./authzen/access-request/requestable-denials";
import { AuthzenPolicy } from "./authzen/authzen-policy";
import { SUBJECT_TYPES } from "./authzen/mapping/authzen-mapping";
import { OBLIGATION_TYPES } from "./authzen/mapping/obligations";
import { addAuthzenMetadata } from "./authzen/transport/metadata";
import { addAuthzen } from "./authzen/transport/routes";
import { DecisionLinksResolver } from "./decision-point/decision-links.graphql";
import type { DecisionPointServices } from "./decision-point.module";
import { DecisionResolver } from "./decision-point/decision.graphql";
import { StoredRecords } from "./facts/stored-records";
import { GrantProjectsResolver } from "./insight/grant-projects.graphql";
import { MemberLevelResolver } from "./insight/member-levels.graphql";
import { RemedyPeople } from "./insight/remedy-people";
import { RemedyResolver } from "./insight/remedy.graphql";
import { ScopeLinks } from "./insight/scope-links";
import { AccessMatrix } from "./lists/access-matrix";
import { AccessMatrixResolver } from "./lists/access-matrix.graphql";
import { RightsSearch } from "./lists/rights-search";
import { RightsSearchResolver } from "./lists/rights-search.graphql";
import { AuthorizationTables } from "./migrations/authorization-tables";
import { AuthzenSearch } from "./search/authzen-search";
import { RecordSearch } from "./search/record-search";
import { underCompany } from "../tenant/companies/company-node";

type Needs = Base & InfraServices & DecisionPointServices & TenantServices & DirectoryServices;

function services(s: Needs) {
  const { config, database, clock, subjects, policies, authorizer, subjectSearch } = s;
  const records = new StoredRecords(database);
  const recordSearch = new RecordSearch(database, records);
  const search = { authorizer, policies, directory: subjects, subjectSearch, recordSearch, clock };
  const { metadataKey, publicUrl } = config;
  const address = `${publicUrl}${REQUESTS_PATH}`;
  const denialBinding = metadataKey && new DenialBinding(metadataKey, publicUrl, address, clock);
  const denials = denialBinding && new RequestableDenials(authorizer, denialBinding);
  return { denialBinding, authzen: new AuthzenPolicy(authorizer, new AuthzenSearch(search), denials) };
}

export type AuthorizationServices = ReturnType<typeof services>;

/** Decisions for whoever asks: over GraphQL and AuthZEN, one, many, or a search. */
export const authorizationModule: Module<Needs, AuthorizationServices> = {
  name: "authorization",
  migrations: [AuthorizationTables],
  services,
  resolvers: [
    resolver(DecisionResolver, (s) => new DecisionResolver(s.authorizer)),
    resolver(DecisionLinksResolver, (s) => new DecisionLinksResolver(s.database)),
    resolver(RemedyResolver, (s) => new RemedyResolver(new RemedyPeople(s.database, s.policies))),
    resolver(
      RightsSearchResolver,
      (s) => new RightsSearchResolver(new RightsSearch(s.authorizer, s.subjects, s.policies, s.subjectSearch, s.clock)),
    ),
    resolver(
      AccessMatrixResolver,
      (s) => new AccessMatrixResolver(new AccessMatrix(s.database, s.policies, s.past, s.clock), s.reader),
    ),
    resolver(MemberLevelResolver, (s) => new MemberLevelResolver(s.database, s.reader)),
    resolver(GrantProjectsResolver, (s) => new GrantProjectsResolver(new ScopeLinks(s.database))),
  ],
  nodes: (made) => [
    underCompany(made, "access-matrix-row", (company, rest, context) =>
      made(AccessMatrixResolver).row(company, rest, context),
    ),
  ],
  routes: (scope, { authzen, config: { publicUrl, limits, metadataKey } }) => {
    addAuthzen(scope, {
      engine: authzen,
      publicUrl,
      callerOf: ({ caller }) => caller ?? ANONYMOUS,
      searchSeconds: limits.operationSeconds,
    });
    addAuthzenMetadata(scope, {
      publicUrl,
      signingKey: metadataKey,
      subjectTypes: SUBJECT_TYPES,
      obligationTypes: OBLIGATION_TYPES,
      accessRequests: metadataKey && { requestsPath: REQUESTS_PATH, keysPath: KEYS_PATH },
    });
  },
};
