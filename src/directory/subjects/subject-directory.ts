import { In } from "typeorm";
import type { Actor } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import { isId } from "../../kernel/ids";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { staffOf } from "../../tenant/companies/staff-person";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Database } from "../../infra/db/database";
import { ApiKeyEntity } from "../api-keys/api-key.entity";
import { MemberEntity } from "../members/member.entity";
import { partsOf } from "../stakeholders/stakeholder-list";
import { ownMembers } from "./own-members";

/**
 * Somebody a company knows: a member of its directory, vendor staff that is or was assigned to it, a service, by the API key
 * that reaches it, or a stakeholder whom the directory does not know; such a one is found by the link of a letter only.
 */
export interface KnownSubject {
  readonly kind: "member" | "staff" | "service" | "stakeholder";
  readonly id: string;
  readonly name: string;
  /** Of a service: empty. */
  readonly email: string;
}

/** Where a person is known: as a member of companies, and as vendor staff in all others. */
export interface Everywhere {
  readonly members: readonly MemberEntity[];
  readonly staff: VendorStaffEntity | null;
  /** Ids of companies where they count as a member, or as nobody, but not as staff. */
  readonly taken: ReadonlySet<string>;
}

/** Finds out who a reference or an actor is in a company. Null: nobody the company knows. */
export class SubjectDirectory {
  constructor(private readonly database: Database) {}

  /** By id or e-mail, in any case; a service by the id of its API key. */
  async find(companyId: string, reference: string): Promise<KnownSubject | null> {
    const key = personKey(reference);
    // PostgreSQL cannot even be asked for it.
    if (key.includes("\0")) return null;
    const where = isId(key) ? { id: key } : { email: key };
    const member = await this.database.read().findOneBy(MemberEntity, { ...where, companyId });
    if (member) return known("member", member);
    const staff = await this.database.read().findOneBy(VendorStaffEntity, where);
    if (staff) return this.assigned(companyId, staff);
    return isId(key) ? this.service(companyId, key) : null;
  }

  private async service(companyId: string, id: string): Promise<KnownSubject | null> {
    const key = await this.database.read().findOneBy(ApiKeyEntity, { id });
    return key?.companyIds?.includes(companyId) ? { kind: "service", id, name: key.name, email: "" } : null;
  }

  /**
   * A person is the member linked with their account; else the one with their verified e-mail, unless that record is linked
   * with another account; else vendor staff, found likewise.
   */
  async findPerson(companyId: string, person: Extract<Actor, { kind: "person" }>): Promise<KnownSubject | null> {
    const manager = this.database.read();
    const { members, taken, links } = await ownMembers(manager, person, [companyId]);
    if (members[0]) return known("member", members[0]);
    if (taken.size > 0) return null;
    const staff = await staffOf(manager, person, links);
    return staff ? this.assigned(companyId, staff) : null;
  }

  /** Whom the company means by the address of a letter: its member, else its stakeholder. */
  async findByLetter(companyId: string, email: string): Promise<KnownSubject | null> {
    const manager = this.database.read();
    const member = await manager.findOneBy(MemberEntity, { companyId, email });
    if (member) return known("member", member);
    const [part] = await partsOf(manager, companyId, email);
    return part ? known("stakeholder", part) : null;
  }

  /** The person's member records, one a company at most, and their vendor staff record, found as `findPerson` does. */
  async everywhere(person: Extract<Actor, { kind: "person" }>): Promise<Everywhere> {
    const manager = this.database.read();
    const { members, taken, links } = await ownMembers(manager, person);
    // Where their address is somebody's member record, they are not looked at as vendor staff.
    return { members, staff: await staffOf(manager, person, links), taken };
  }

  /** The company's active members, and active vendor staff that is or was assigned to it; in three SELECTs. */
  async everybody(companyId: string): Promise<{ members: MemberEntity[]; staff: VendorStaffEntity[] }> {
    const manager = this.database.read();
    const members = await manager.findBy(MemberEntity, { companyId, active: true });
    const assignments = await manager.findBy(StaffAssignmentEntity, { companyId });
    const id = In(assignments.map(({ staffId }) => staffId));
    return { members, staff: await manager.findBy(VendorStaffEntity, { id, active: true }) };
  }

  /** All members of the company with these ids, for naming people. */
  async byIds(companyId: string, ids: readonly string[]): Promise<readonly KnownSubject[]> {
    const members = await this.database.read().findBy(MemberEntity, { companyId, id: In([...ids]) });
    return members.map((member) => known("member", member));
  }

  /** By what `find` finds each of them: the e-mail, or the id where the e-mail is another's here; in one SELECT. */
  async references(companyId: string, people: readonly KnownSubject[]): Promise<ReadonlyMap<string, string>> {
    const emails = people.filter(({ kind }) => kind === "staff").map(({ email }) => email);
    const where = { companyId, email: In(emails) };
    const members = emails.length > 0 ? await this.database.read().findBy(MemberEntity, where) : [];
    const taken = new Set(members.map(({ email }) => email));
    const own = ({ kind, email }: KnownSubject) => email.includes("@") && (kind === "member" || !taken.has(email));
    return new Map(people.map((one) => [one.id, own(one) ? one.email : one.id]));
  }

  private async assigned(companyId: string, staff: VendorStaffEntity): Promise<KnownSubject | null> {
    const assigned = await this.database.read().existsBy(StaffAssignmentEntity, { companyId, staffId: staff.id });
    return assigned ? known("staff", staff) : null;
  }
}

function known(kind: KnownSubject["kind"], row: { id: string; name: string; email: string }): KnownSubject {
  return { kind, id: row.id, name: row.name, email: row.email };
}
