import { In, type EntityManager } from "typeorm";
import type { WatchedChange } from "../../../tenant/companies/company-change";
import { VendorStaffEntity } from "../../../tenant/companies/vendor-staff.entity";
import { MemberEntity } from "../../../directory/members/member.entity";

/** By what somebody is known, in every directory. */
export interface Identity {
  readonly emails: readonly string[];
  /** The identity provider's `issuer|subject`. */
  readonly subjects: readonly string[];
}

/** The records of somebody in a company's directory and on the vendor's staff. */
export interface OwnRecords {
  readonly members: readonly MemberEntity[];
  readonly staff: readonly VendorStaffEntity[];
}

/** Everything that the author of a change is known by: their token, and the record that the company knows them by. */
export async function identityOf({ manager, company, by, actor }: WatchedChange): Promise<Identity> {
  const emails = new Set<string>();
  const subjects = new Set<string>();
  if (actor?.kind === "person") {
    if (actor.email !== null) emails.add(actor.email);
    subjects.add(actor.subject);
  }
  if (by.kind === "member") {
    const member = await manager.findOneBy(MemberEntity, { companyId: company.id, id: by.id });
    if (member) emails.add(member.email);
    if (member?.identitySubject) subjects.add(member.identitySubject);
  }
  if (by.kind === "staff") {
    const staff = await manager.findOneBy(VendorStaffEntity, { id: by.id });
    if (staff) emails.add(staff.email);
  }
  return { emails: [...emails], subjects: [...subjects] };
}

/** A record of one's own e-mail that is linked with somebody else's subject is theirs. */
export async function recordsOf(
  manager: EntityManager,
  companyId: string,
  { emails, subjects }: Identity,
): Promise<OwnRecords> {
  const found = await manager.findBy(MemberEntity, [
    { companyId, email: In(emails) },
    { companyId, identitySubject: In(subjects) },
  ]);
  const members = found.filter(({ identitySubject }) => identitySubject === null || subjects.includes(identitySubject));
  return { members, staff: await manager.findBy(VendorStaffEntity, { email: In(emails) }) };
}
