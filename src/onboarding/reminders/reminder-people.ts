import { In, type EntityManager } from "typeorm";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { isRunning } from "../../tenant/companies/vendor-desk";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { groupBy } from "../../kernel/groups";
import { MemberEntity } from "../../directory/members/member.entity";
import { StakeholderEntity } from "../../directory/stakeholders/stakeholder.entity";
import type { Person } from "../calls/letters/call-people";
import type { Item } from "../items/item";
import { responsibleIn } from "../questions/responsible";

/** Who can be reminded in a company. */
export class ReminderPeople {
  constructor(
    private readonly stakeholders: readonly StakeholderEntity[],
    /** By e-mail: the name; null: somebody who has left. */
    private readonly known: ReadonlyMap<string, string | null>,
    private readonly responsible: Person | null,
  ) {}

  /** The person, by their name; null: they have left the company or the vendor's assignment. */
  person(email: string, name = email): Person | null {
    const known = this.known.get(email);
    return known === null ? null : { email, name: known ?? name };
  }

  /**
   * Who has to do the item: who was named for it; else who has its part; else, by its side, the ERP implementation contact
   * or the vendor's one who is responsible that day.
   */
  ownersOf({ side, owner }: Item, named: string | null): readonly Person[] {
    // A named address that nobody has there, any more or at all, is not written to.
    const name = named === null ? null : this.known.get(named);
    if (named !== null && name) return [{ email: named, name }];
    if (side === "specialist") return this.responsible ? [this.responsible] : [];
    const part = this.withPart(owner);
    return part.length > 0 ? part : this.withPart("erp_implementation_contact");
  }

  private withPart(role: Item["owner"]): readonly Person[] {
    const people = this.stakeholders.filter((one) => one.role === role);
    return people.flatMap(({ email, name }) => this.person(email, name) ?? []);
  }
}

/** For many companies, by their ids, in eight SELECTs. @param emails addresses that were named */
export async function reminderPeople(
  manager: EntityManager,
  companyIds: readonly string[],
  emails: readonly string[],
  at: string,
): Promise<(companyId: string) => ReminderPeople> {
  const companyId = In([...companyIds]);
  const stakeholders = await manager.find(StakeholderEntity, { where: { companyId }, order: { email: "ASC" } });
  const asked = [...new Set([...emails, ...stakeholders.map(({ email }) => email)])];
  const members = groupBy(await manager.findBy(MemberEntity, { companyId, email: In(asked) }), companyOf);
  const staff = await manager.findBy(VendorStaffEntity, { email: In(asked) });
  const assigned = await manager.findBy(StaffAssignmentEntity, { companyId, staffId: In(staff.map(({ id }) => id)) });
  const responsible = await responsibleIn(manager, companyIds, at);
  const parts = groupBy(stakeholders, companyOf);
  return (id) => {
    const serves = new Set(
      assigned.filter((one) => one.companyId === id && isRunning(one, at)).map((one) => one.staffId),
    );
    const known = new Map<string, string | null>([
      ...staff.map((one) => [one.email, one.active && serves.has(one.id) ? one.name : null] as const),
      ...(members.get(id) ?? []).map((one) => [one.email, one.active ? one.name : null] as const),
    ]);
    return new ReminderPeople(parts.get(id) ?? [], known, responsible[companyIds.indexOf(id)] ?? null);
  };
}

function companyOf({ companyId }: { readonly companyId: string }): string {
  return companyId;
}
