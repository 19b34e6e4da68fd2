import { In, type EntityManager } from "typeorm";
import type { WatchedChange } from "../../../tenant/companies/company-change";
import { VendorStaffEntity } from "../../../tenant/companies/vendor-staff.entity";
import { accountOf, identityOf as written } from "../../../tenant/identity/account";
import { accountsOf, linkedAmong, linksOf, linkedStaffAmong } from "../../../tenant/identity/links";
import { MemberEntity } from "../../../directory/members/member.entity";

/** By what somebody is known, in every directory. */
export interface Identity {
  readonly emails: readonly string[];
  /** Accounts at token issuers, each as `issuer|subject`. */
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
  if (actor?.kind === "letter") emails.add(actor.email);
  if (by.kind === "member") {
    const member = await manager.findOneBy(MemberEntity, { companyId: company.id, id: by.id });
    if (member) emails.add(member.email);
    for (const account of await accountsOf(manager, { memberId: by.id })) subjects.add(written(account));
  }
  if (by.kind === "staff") {
    const staff = await manager.findOneBy(VendorStaffEntity, { id: by.id });
    if (staff) emails.add(staff.email);
    for (const account of await accountsOf(manager, { staffId: by.id })) subjects.add(written(account));
  }
  return { emails: [...emails], subjects: [...subjects] };
}

/** A record of one's own address that is linked with somebody else's account is theirs. */
export async function recordsOf(
  manager: EntityManager,
  companyId: string,
  { emails, subjects }: Identity,
): Promise<OwnRecords> {
  const links = (await Promise.all(subjects.map((subject) => linksOf(manager, accountOf(subject))))).flat();
  const memberIds = links.flatMap((link) => link.memberId ?? []);
  const staffIds = links.flatMap((link) => link.staffId ?? []);
  const members = await manager.findBy(MemberEntity, [
    { companyId, email: In(emails) },
    { companyId, id: In(memberIds) },
  ]);
  const staff = await manager.findBy(VendorStaffEntity, [{ email: In(emails) }, { id: In(staffIds) }]);
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const linkedMembers = await linkedAmong(manager, idsOf(members));
  const linkedStaff = await linkedStaffAmong(manager, idsOf(staff));
  return {
    members: members.filter(({ id }) => memberIds.includes(id) || !linkedMembers.has(id)),
    staff: staff.filter(({ id }) => staffIds.includes(id) || !linkedStaff.has(id)),
  };
}
