import { In, type EntityManager } from "typeorm";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { isRunning } from "../../tenant/companies/vendor-desk";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { StaffRole } from "../../policy/model/vocabulary";
import { ImplementationPlanEntity } from "../plan/implementation-plan.entity";

/** Who answers a company's questions at an instant. */
export interface Responsible {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

/**
 * Whom questions go to (set-up guide, getting started): the specialist until their help ends, the point of contact after.
 * Where nobody has that part, the other one has to do. @param helpUntil exclusive end; null: not live yet
 */
export function answeringRoles(helpUntil: string | null, at: string): readonly StaffRole[] {
  return helpUntil === null || at < helpUntil ? ["specialist", "point_of_contact"] : ["point_of_contact", "specialist"];
}

/** For many companies, in the order given, in three SELECTs; null: nobody is assigned. */
export async function responsibleIn(
  manager: EntityManager,
  companyIds: readonly string[],
  at: string,
): Promise<(Responsible | null)[]> {
  const companyId = In([...companyIds]);
  const plans = await manager.findBy(ImplementationPlanEntity, { companyId });
  const assigned = await manager.find(StaffAssignmentEntity, {
    where: { companyId },
    // Who came last took over.
    order: { assignedFrom: "DESC", id: "DESC" },
  });
  const running = assigned.filter((one) => isRunning(one, at));
  const staff = await manager.findBy(VendorStaffEntity, {
    id: In([...new Set(running.map(({ staffId }) => staffId))]),
    active: true,
  });
  const people = new Map(staff.map((person) => [person.id, person]));
  return companyIds.map((id) => {
    const helpUntil = plans.find((plan) => plan.companyId === id)?.helpUntil ?? null;
    const here = running.filter((one) => one.companyId === id && people.has(one.staffId));
    for (const role of answeringRoles(helpUntil, at)) {
      const person = people.get(here.find((one) => one.role === role)?.staffId ?? "");
      if (person) return { name: person.name, email: person.email, role };
    }
    return null;
  });
}
