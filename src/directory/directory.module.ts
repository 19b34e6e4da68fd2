import type { Base, InfraServices } from "../infra/infra.module";
import { resolver, type Module } from "../infra/module/module";
import { RIGHTS_CHANGED } from "../tenant/companies/company-change";
import type { TenantServices } from "../tenant/tenant.module";
import type { Authorizer } from "../policy/ports";
import type { CompanyDirectory } from "../tenant/companies/company-directory";
import type { AccessListBounds } from "./access-list/access-list-bounds";
import { AccessListExport } from "./access-list/access-list-export";
import { AccessListExportResolver } from "./access-list/access-list-export.graphql";
import { AccessListResolver } from "./access-list/access-list.graphql";
import { AccessListService } from "./access-list/access-list.service";
import { ApiKeyEntity } from "./api-keys/api-key.entity";
import { ApiKeyResolver } from "./api-keys/api-key.graphql";
import { ApiKeyService } from "./api-keys/api-key.service";
import { KeyMakers } from "./api-keys/key-makers";
import { StoredApiKeys } from "./api-keys/stored-api-keys";
import { ApproverResolver } from "./grants/approver.graphql";
import { ApproverService } from "./grants/approver.service";
import type { GrantBounds } from "./grants/grant-bounds";
import { GrantReading } from "./grants/grant-reading";
import { GrantEntity } from "./grants/grant.entity";
import { CompanyGrantsResolver, GrantPeopleResolver, MemberGrantsResolver } from "./grants/grant.graphql";
import { GrantService } from "./grants/grant.service";
import { leave } from "./leaving/leaving";
import { firstAdministrator } from "./members/first-administrator";
import { MemberList } from "./members/member-list";
import { MemberResolver } from "./members/member-resolver.graphql";
import { MemberEntity } from "./members/member.entity";
import { MemberService } from "./members/member.service";
import { DirectoryTables } from "./migrations/directory-tables";
import { MailPreferencesResolver } from "./preferences/mail-preferences.graphql";
import { MailPreferencesService } from "./preferences/mail-preferences.service";
import { ProjectLevelEntity } from "./projects/project-level.entity";
import { ProjectEntity } from "./projects/project.entity";
import { ProjectLevelResolver, ProjectResolver } from "./projects/project.graphql";
import { ProjectService } from "./projects/project.service";
import { followMembers } from "./stakeholders/follow-members";
import { StakeholderEntity } from "./stakeholders/stakeholder.entity";
import { StakeholderResolver } from "./stakeholders/stakeholder.graphql";
import { StakeholderService } from "./stakeholders/stakeholder.service";
import type { SubjectDirectory } from "./subjects/subject-directory";
import { derivedId } from "../infra/graphql/global-id";
import { derivedFinder } from "../infra/graphql/node-finder";

/** With the ports that the decision point fulfils. */
interface Needs extends Base, InfraServices, TenantServices {
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
  readonly subjects: SubjectDirectory;
  readonly grantBounds: GrantBounds;
  readonly accessListBounds: AccessListBounds;
}

function services(s: Needs) {
  const { database, clock, changes, companies, authorizer, grantBounds } = s;
  s.founding.add(firstAdministrator);
  const keyMakers = new KeyMakers(database, changes, authorizer);
  changes.followers.add(RIGHTS_CHANGED, (scope, told) => leave(scope, told));
  changes.followers.add(RIGHTS_CHANGED, (scope, told) => followMembers(scope, told));
  changes.followers.add(RIGHTS_CHANGED, (scope) => keyMakers.rightsChanged(scope));
  return {
    keyMakers,
    member: new MemberService(changes, authorizer),
    stakeholder: new StakeholderService(changes),
    project: new ProjectService(changes),
    grant: new GrantService(database, changes, companies, grantBounds),
    grantReading: new GrantReading(database),
    approver: new ApproverService(database, changes, companies, grantBounds),
    accessList: new AccessListService(changes, s.accessListBounds),
    accessListExport: new AccessListExport(changes, database, s.accessListBounds),
    apiKeys: new StoredApiKeys(database),
    apiKey: new ApiKeyService(database, changes, companies, authorizer, clock),
  };
}

export type DirectoryServices = ReturnType<typeof services>;

/** Who is there: members and their grants, stakeholders, projects, programs with their keys. */
export const directoryModule: Module<Needs, DirectoryServices> = {
  name: "directory",
  entities: [MemberEntity, GrantEntity, ProjectEntity, ProjectLevelEntity, StakeholderEntity, ApiKeyEntity],
  migrations: [DirectoryTables],
  services,
  resolvers: [
    resolver(MemberResolver, (s) => new MemberResolver(new MemberList(s.database), s.reader, s.member)),
    resolver(StakeholderResolver, (s) => new StakeholderResolver(s.database, s.reader, s.stakeholder)),
    resolver(ProjectResolver, (s) => new ProjectResolver(s.database, s.reader, s.project)),
    resolver(ProjectLevelResolver, (s) => new ProjectLevelResolver(s.database, s.reader)),
    resolver(CompanyGrantsResolver, (s) => new CompanyGrantsResolver(s.grantReading, s.reader, s.grant)),
    resolver(MemberGrantsResolver, (s) => new MemberGrantsResolver(s.grantReading, s.reader)),
    resolver(GrantPeopleResolver, (s) => new GrantPeopleResolver(s.grantReading)),
    resolver(ApproverResolver, (s) => new ApproverResolver(s.database, s.reader, s.approver)),
    resolver(AccessListResolver, (s) => new AccessListResolver(s.accessList)),
    resolver(AccessListExportResolver, (s) => new AccessListExportResolver(s.accessListExport, s.clock)),
    resolver(ApiKeyResolver, (s) => new ApiKeyResolver(s.apiKey, s.reader)),
    resolver(
      MailPreferencesResolver,
      (s) => new MailPreferencesResolver(new MailPreferencesService(s.database, s.subjects, s.clock, s.languages)),
    ),
  ],
  jobs: ({ keyMakers }) => [{ name: "keys of makers", everyMs: 60_000, work: () => keyMakers.endOverdue() }],
  nodes: (made) => [
    derivedFinder("mail-preferences", async (parts, context) => {
      const own = await made(MailPreferencesResolver).mailPreferences(context);
      return own?.id === derivedId("mail-preferences", ...parts) ? own : null;
    }),
  ],
};
