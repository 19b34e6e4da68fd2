import { IsNull, type EntityManager } from "typeorm";
import { StaffAssignmentEntity } from "../../company/staff-assignment.entity";
import { isRunning } from "../../company/vendor-desk";
import { VendorStaffEntity } from "../../company/vendor-staff.entity";
import { GrantEntity } from "../../member/grant.entity";
import { MemberEntity } from "../../member/member.entity";
import { atLeast } from "../../policy/vocabulary";
import { StakeholderEntity } from "../../stakeholder/stakeholder.entity";

/** The parts that the person has in the company's set-up: as its stakeholder, or as the vendor's staff. */
export async function partsOf(
  manager: EntityManager,
  companyId: string,
  email: string,
  at: string,
): Promise<ReadonlySet<string>> {
  const parts = await manager.findBy(StakeholderEntity, { companyId, email });
  const staff = await manager.findOneBy(VendorStaffEntity, { email, active: true });
  const assigned = staff ? await manager.findBy(StaffAssignmentEntity, { companyId, staffId: staff.id }) : [];
  const running = assigned.filter((one) => isRunning(one, at));
  return new Set([...parts, ...running].map(({ role }) => role));
}

export interface GuideApprover {
  readonly name: string;
  readonly email: string;
  readonly features: readonly string[];
}

/** The company's accounting approvers as they are set up, each with the features granted for export, by name. */
export async function approversOf(
  manager: EntityManager,
  companyId: string,
  at: string,
): Promise<readonly GuideApprover[]> {
  const members = await manager.find(MemberEntity, {
    where: { companyId, active: true, canPushToAccounting: true },
    order: { name: "ASC", id: "ASC" },
  });
  const grants = await manager.findBy(GrantEntity, { companyId, direction: "export", revokedAt: IsNull() });
  const running = grants.filter(({ validUntil }) => validUntil === null || validUntil > at);
  return members
    .filter(({ toolLevel }) => atLeast(toolLevel, "standard"))
    .map(({ id, name, email }) => {
      const held = running.filter(({ memberId }) => memberId === id).map(({ feature }) => feature);
      return { name, email, features: [...new Set(held)].sort() };
    });
}
