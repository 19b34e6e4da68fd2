import type { EntityManager } from "typeorm";
import { accountOf } from "../identity/account";
import { linksOf, unlinked, type HeldLink } from "../identity/links";
import { VendorStaffEntity } from "./vendor-staff.entity";

/** As much of a person's actor as says who they are. */
export interface Identified {
  readonly subject: string;
  readonly email: string | null;
}

/**
 * The person's record on the vendor's staff: linked with their account; else of their address, where that record's account is
 * not known, and theirs is nobody else's. @param links of the account, where they have been read
 */
export async function staffOf(
  manager: EntityManager,
  person: Identified,
  links?: readonly HeldLink[],
): Promise<VendorStaffEntity | null> {
  const held = links ?? (await linksOf(manager, accountOf(person.subject)));
  const id = held.find(({ staffId }) => staffId !== null)?.staffId;
  if (id) return manager.findOneBy(VendorStaffEntity, { id });
  // An account of somebody in a customer's directory is not on the staff, whatever address it has come to have.
  if (person.email === null || held.length > 0) return null;
  const query = manager.createQueryBuilder(VendorStaffEntity, "staff");
  query.where("staff.email = :email", { email: person.email });
  return query.andWhere(unlinked(query, "staff", "staffId")).getOne();
}
