import type { DirectoryServices } from "../directory/directory.module";
import type { GrantBounds } from "../directory/grants/grant-bounds";
import { ANONYMOUS, type Caller } from "../infra/graphql/caller";
import type { Base, InfraServices } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import type { TenantServices } from "../tenant/tenant.module";
import type { AuthorizationServices } from "./authorization.module";
import type { DecisionPointServices } from "./decision-point.module";
import { ScopeLinks } from "./insight/scope-links";
import { AccessRequestEntity } from "./requests/access-request.entity";
import { AccessRequestPeopleResolver, AccessRequestResolver } from "./requests/access-request.graphql";
import { AccessRequestService } from "./requests/access-request.service";
import { addAccessRequests } from "./requests/request-routes";
import { RequestMail } from "./requests/request-mail";
import { RequestReading } from "./requests/request-reading";
import { RequestedScopeResolver } from "./requests/requested-scope.graphql";

type Needs = Base &
  InfraServices &
  DecisionPointServices &
  TenantServices &
  DirectoryServices &
  AuthorizationServices & { readonly grantBounds: GrantBounds };

function services(s: Needs) {
  const { database, reader, subjects, policies, letterLinks } = s;
  return {
    accessRequest: new AccessRequestService({ ...s, mail: new RequestMail(policies, letterLinks) }),
    accessRequests: new RequestReading(database, reader, subjects),
  };
}

/** Rights that members ask for from a refused decision, and who decides on them. */
export const requestsModule: Module<Needs, ReturnType<typeof services>> = {
  name: "access requests",
  entities: [AccessRequestEntity],
  services,
  resolvers: [
    resolver(AccessRequestResolver, (s) => new AccessRequestResolver(s.accessRequest, s.accessRequests, s.clock)),
    resolver(AccessRequestPeopleResolver, (s) => new AccessRequestPeopleResolver(s.grantReading, s.authorizer)),
    resolver(RequestedScopeResolver, (s) => new RequestedScopeResolver(new ScopeLinks(s.database))),
  ],
  routes: (scope, { accessRequest: service, accessRequests: requests, idempotencyKeys: keys, ...s }) => {
    const { denialBinding: binding, clock, config } = s;
    if (!binding) return;
    const callerOf = ({ caller }: { readonly caller: Caller | null }) => caller ?? ANONYMOUS;
    addAccessRequests(scope, { service, requests, keys, binding, clock, publicUrl: config.publicUrl, callerOf });
  },
};
