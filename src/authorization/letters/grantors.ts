import type { EntityManager } from "typeorm";
import { MemberEntity } from "../../directory/members/member.entity";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { PolicySource } from "../policies/policy-source";

/** Members who may give rights in the company, by the policy itself; people of the directory alone, no vendor staff. */
export async function grantorsOf(
  manager: EntityManager,
  company: CompanyEntity,
  policies: PolicySource,
  at: string,
): Promise<MemberEntity[]> {
  const members = await manager.find(MemberEntity, {
    where: { companyId: company.id, active: true, directoryLevel: "admin" },
    order: { id: "ASC" },
  });
  const compiled = await policies.policiesIn([company], { members, staffIds: [] }, at);
  const may = compiled.filter((policy) => policy.verdict("grant_access", "company") !== "never");
  const ids = new Set(may.map(({ facts }) => facts.subject?.subjectId));
  return members.filter(({ id }) => ids.has(id));
}
