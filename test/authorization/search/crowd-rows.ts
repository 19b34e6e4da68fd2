import type { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { StaffAssignmentEntity } from "../../../src/tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../../src/tenant/companies/vendor-staff.entity";
import type { Database } from "../../../src/infra/db/database";
import { insertRows } from "../../../src/infra/db/query/rows";
import { newId } from "../../../src/kernel/ids";
import type { MemberEntity } from "../../../src/directory/members/member.entity";
import type { ConnectionStatus, StaffRole } from "../../../src/policy/model/vocabulary";
import { START } from "../../support/house";

interface Connected {
  readonly connection: ConnectionStatus;
  readonly second: { readonly status: ConnectionStatus; readonly edition: string } | null;
}

/** The company's default connection, and the second one if it has one. */
export function connectionsOf(made: Connected, here: { companyId: string; createdAt: string; version: number }) {
  const common = { ...here, connector: "xero", country: "US", organisationName: null, trackingCategory: null };
  const first = { ...common, id: newId(), name: "First", keyPrefix: "", defaultOf: here.companyId };
  const id = newId();
  const second = { ...common, id, name: "Second", keyPrefix: `@${id}/`, defaultOf: null };
  return [
    { ...first, edition: "established", status: made.connection },
    ...(made.second ? [{ ...second, edition: made.second.edition, status: made.second.status }] : []),
  ];
}

interface Assigned {
  readonly role: StaffRole;
  readonly active: boolean;
  readonly twin: boolean;
  readonly assignedFrom: string;
  readonly assignedUntil: string | null;
}

/** The vendor's staff with their assignments, put into the tables. */
export async function settleStaff(
  database: Database,
  company: CompanyEntity,
  made: { readonly staff: readonly Assigned[] },
  members: readonly MemberEntity[],
) {
  const staff = made.staff.map(({ active, twin }, index) => {
    const id = newId();
    const email = twin && index === 0 ? members[0]!.email : `${id}@vendor.test`;
    return { id, email, name: "Farid", active, superUser: false, createdAt: START };
  });
  const assignments = made.staff.map(({ role, assignedFrom, assignedUntil }, index) => ({
    ...{ id: newId(), companyId: company.id, staffId: staff[index]!.id, role, assignedFrom, assignedUntil },
    ...{ assignedBy: "test", createdAt: START },
  }));
  await database.write(async (manager) => {
    await insertRows(manager, VendorStaffEntity, staff);
    await insertRows(manager, StaffAssignmentEntity, assignments);
  });
  return staff;
}
