import type { EntityManager } from "typeorm";
import { CompanyEntity } from "../../src/tenant/companies/company.entity";
import { insertRows } from "../../src/infra/db/query/rows";
import { newId } from "../../src/kernel/ids";
import { GrantEntity } from "../../src/directory/grants/grant.entity";
import { MemberEntity } from "../../src/directory/members/member.entity";

const AT = "2026-01-05T09:00:00.000Z";

/** A company that is not in the table yet. */
export function companyRow(changes: Partial<CompanyEntity> = {}): CompanyEntity {
  const id = changes.id ?? newId();
  return Object.assign(new CompanyEntity(), {
    id,
    slug: id,
    name: "Dupont Construction",
    country: "GB",
    locale: "en",
    currency: "GBP",
    policyRevision: 1,
    twoPersonAboveMinor: null,
    twoPersonAboveCurrency: null,
    version: 1,
    createdAt: AT,
    ...changes,
  });
}

/** Puts a company straight into its table, for tests of what lies below the services. */
export async function aCompany(manager: EntityManager, changes: Partial<CompanyEntity> = {}): Promise<CompanyEntity> {
  const company = companyRow(changes);
  await insertRows(manager, CompanyEntity, [company]);
  return company;
}

/** A member that is not in the table yet. */
export function memberOf(company: { id: string }, changes: Partial<MemberEntity> = {}): MemberEntity {
  const id = changes.id ?? newId();
  return {
    id,
    companyId: company.id,
    email: `${id}@demo.test`,
    name: "Aline",
    toolLevel: "standard",
    directoryLevel: "none",
    canPushToAccounting: true,
    digest: false,
    active: true,
    mirrored: false,
    erasedAt: null,
    version: 1,
    createdAt: AT,
    ...changes,
  };
}

/** A grant that is not in the table yet. */
export function grantOf(member: MemberEntity, changes: Partial<GrantEntity> = {}): GrantEntity {
  return {
    id: newId(),
    companyId: member.companyId,
    memberId: member.id,
    feature: "commitment",
    direction: "export",
    projectIds: null,
    ceilingMinor: null,
    ceilingCurrency: null,
    validFrom: null,
    validUntil: null,
    givenBy: member.id,
    givenAt: AT,
    reason: null,
    revokedAt: null,
    revokedBy: null,
    revokeReason: null,
    createdAt: AT,
    ...changes,
  };
}
