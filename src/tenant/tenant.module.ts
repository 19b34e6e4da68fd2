import type { Base } from "../infra/infra.module";
import { ExtensionPoint } from "../infra/module/extension-point";
import { resolver, type Module } from "../infra/module/module";
import type { RevisionNotice } from "../infra/db/feed/change-feed";
import type { Authorizer } from "../policy/ports";
import { AuditEntryEntity } from "./audit/audit-entry.entity";
import { AuditHeadEntity } from "./audit/audit-head.entity";
import { AuditProof } from "./audit/audit-proof";
import { AuditResolver } from "./audit/audit.graphql";
import { HeadKeys } from "./audit/head-keys";
import { CompanyChanges } from "./audit/company-changes";
import type { OwnRightsGuard, RightsHistory } from "./companies/company-change";
import type { CompanyDirectory } from "./companies/company-directory";
import { CompanyList } from "./companies/company-list";
import { CompanyReader, type CompanyInsight } from "./companies/company-reader";
import { CompanyResolver } from "./companies/company-resolver.graphql";
import { CompanyEntity } from "./companies/company.entity";
import { CompanyService } from "./companies/company.service";
import type { FoundingStep } from "./companies/registration";
import { StaffAssignmentEntity } from "./companies/staff-assignment.entity";
import { VendorDesk } from "./companies/vendor-desk";
import { VendorStaffEntity } from "./companies/vendor-staff.entity";
import { IdentityLinkEntity } from "./identity/identity-link.entity";
import { TenantTables } from "./migrations/tenant-tables";
import { VendorAccessEntity } from "./vendor-desk/access/vendor-access.entity";
import { VendorAccessResolver } from "./vendor-desk/access/vendor-access.graphql";
import { VendorAccessService } from "./vendor-desk/access/vendor-access.service";
import { StaffResolver } from "./vendor-desk/staff.graphql";
import { StaffService, type StaffServiceParts, type StaffUse } from "./vendor-desk/staff.service";

/** The ports that the decision point fulfils. */
interface Needs extends Base {
  readonly companies: CompanyDirectory;
  readonly authorizer: Authorizer;
  readonly insight: CompanyInsight;
  readonly rightsHistory: RightsHistory;
  readonly ownRights: OwnRightsGuard;
  /** Told at each commit, before anybody hears that the change is made. */
  readonly revisions: { raise(notice: RevisionNotice): void };
}

function services(s: Needs) {
  const { database, clock, companies, authorizer, insight, rightsHistory, ownRights } = s;
  const committed = (notice: RevisionNotice) => s.revisions.raise(notice);
  const { signingKey, trustedKeys } = s.config.audit;
  const headKeys = new HeadKeys(signingKey, trustedKeys);
  const changes = new CompanyChanges(
    ...([database, companies, authorizer, clock, rightsHistory, committed, ownRights, headKeys] as const),
  );
  const desk = new VendorDesk(database);
  const founding = new ExtensionPoint<FoundingStep>();
  const staffUses = new ExtensionPoint<StaffUse>();
  const staffParts: StaffServiceParts = { database, changes, companies, authorizer, desk, clock, uses: staffUses };
  const staff = new StaffService(staffParts);
  return {
    changes,
    headKeys,
    auditProof: new AuditProof(database, headKeys),
    desk,
    /** What modules lay down for a new company. */
    founding,
    staffUses,
    reader: new CompanyReader(database, insight, authorizer),
    company: new CompanyService({ database, changes, desk, clock, founding }),
    staff,
    vendorAccess: new VendorAccessService(staffParts, staff),
  };
}

export type TenantServices = ReturnType<typeof services>;

/** Companies, the vendor's staff, and the audited change that everything else is made by. */
export const tenantModule: Module<Needs, TenantServices> = {
  name: "tenant",
  entities: [
    CompanyEntity,
    VendorStaffEntity,
    StaffAssignmentEntity,
    VendorAccessEntity,
    IdentityLinkEntity,
    AuditEntryEntity,
    AuditHeadEntity,
  ],
  migrations: [TenantTables],
  services,
  resolvers: [
    resolver(
      CompanyResolver,
      (s) => new CompanyResolver(s.companies, new CompanyList(s.database), s.authorizer, s.company),
    ),
    resolver(StaffResolver, (s) => new StaffResolver(s.database, s.reader, s.staff)),
    resolver(VendorAccessResolver, (s) => new VendorAccessResolver(s.database, s.reader, s.vendorAccess)),
    resolver(AuditResolver, (s) => new AuditResolver(s.database, s.reader)),
  ],
};
