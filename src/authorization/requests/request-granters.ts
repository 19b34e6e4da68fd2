import type { EntityManager } from "typeorm";
import { MemberEntity } from "../../directory/members/member.entity";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { isAllowed } from "../../policy/judgement/decide";
import type { Feature } from "../../policy/model/vocabulary";
import type { PolicySource } from "../policies/policy-source";

/**
 * Members whose giving of the right to that person the policy allows now. The asker is never among them. People of the
 * directory alone, no vendor staff.
 */
export async function grantersFor(
  manager: EntityManager,
  company: CompanyEntity,
  { feature, grantee }: { readonly feature: Feature; readonly grantee: string },
  policies: PolicySource,
  at: string,
): Promise<readonly MemberEntity[]> {
  const members = await manager.find(MemberEntity, {
    where: { companyId: company.id, active: true, directoryLevel: "admin" },
    order: { id: "ASC" },
  });
  const others = members.filter(({ id }) => id !== grantee);
  const compiled = await policies.policiesIn([company], { members: others, staffIds: [] }, at);
  const record = { companyId: company.id, feature, grantee };
  const may = compiled.filter((policy) => isAllowed(policy, { action: "grant_access", resource: feature, record }));
  const ids = new Set(may.map(({ facts }) => facts.subject?.subjectId));
  return others.filter(({ id }) => ids.has(id));
}
