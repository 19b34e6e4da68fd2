import type { EntityManager } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { isRunning } from "../../tenant/companies/vendor-desk";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Feature } from "../../policy/model/vocabulary";
import { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";

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

/** An accounting approver as they are set up, whether or not the company is live. */
export interface GuideApprover {
  readonly name: string;
  readonly email: string;
  /** What they may send today, by their own rights. */
  readonly features: readonly Feature[];
  /** What they may send from a later day on. */
  readonly coming: readonly Feature[];
  /** As a directory administrator, without a grant. */
  readonly asAdministrator: boolean;
}

/** The port through which the guide asks the policy who the approvers are; access/ implements it. */
export interface ApproverReading {
  /** By name. @param at ISO-8601 instant */
  approvers(company: CompanyEntity, at: string): Promise<readonly GuideApprover[]>;
}
