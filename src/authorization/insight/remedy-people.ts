import { In } from "typeorm";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { MemberEntity } from "../../directory/members/member.entity";
import { isAllowed } from "../../policy/judgement/decide";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import type { RemedyPerson } from "../../policy/ports";
import type { RemedyRole } from "../../policy/model/remedies";
import { atLeast, type Action, type Resource, type StaffRole } from "../../policy/model/vocabulary";
import type { PolicySource } from "../policies/policy-source";

/** Whose help is wanted: a role in a company, for somebody who wants to do something there. */
export interface Wanted {
  readonly companyId: string;
  readonly role: RemedyRole;
  readonly subjectId: string | null;
  readonly action: Action;
  readonly resource: Resource;
  readonly at: string;
}

interface Assigned {
  readonly companyId: string;
  readonly role: StaffRole;
  readonly person: VendorStaffEntity;
}

interface Around {
  readonly members: readonly MemberEntity[];
  readonly staff: readonly Assigned[];
  readonly policies: ReadonlyMap<string, MemberPolicy>;
}

/** More names than these help nobody. */
const MOST_PEOPLE = 5;

/** Finds the people behind "who could change it". */
export class RemedyPeople {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicySource,
  ) {}

  /** For each wish the people, by name, at most five; in a constant number of SELECTs however many wishes. */
  async find(wishes: readonly Wanted[]): Promise<RemedyPerson[][]> {
    const at = wishes.map((wish) => wish.at).sort()[wishes.length - 1] ?? "";
    const companyIds = [...new Set(wishes.map(({ companyId }) => companyId))];
    const members = await this.people(companyIds);
    const staff = await this.staff(companyIds, at);
    const approvers = wishes.some(({ role }) => role === "another_approver");
    const policies = approvers ? await this.approvers(companyIds, members, at) : new Map<string, MemberPolicy>();
    return wishes.map((wish) => helpers(wish, { members, staff, policies }));
  }

  /** Only those who can be of help at all: a company has many members. */
  private people(companyIds: readonly string[]): Promise<MemberEntity[]> {
    const companyId = In([...companyIds]);
    return this.database.read().find(MemberEntity, {
      where: [
        { companyId, active: true, directoryLevel: "admin" },
        { companyId, active: true, toolLevel: "admin" },
        { companyId, active: true, canPushToAccounting: true },
      ],
      order: { name: "ASC", id: "ASC" },
    });
  }

  private async staff(companyIds: readonly string[], at: string): Promise<Assigned[]> {
    const manager = this.database.read();
    const rows = await manager.findBy(StaffAssignmentEntity, { companyId: In([...companyIds]) });
    const running = rows.filter(
      ({ assignedFrom, assignedUntil }) => assignedFrom <= at && (assignedUntil === null || at < assignedUntil),
    );
    const ids = [...new Set(running.map(({ staffId }) => staffId))];
    const people = await manager.find(VendorStaffEntity, {
      where: { id: In(ids), active: true },
      order: { name: "ASC", id: "ASC" },
    });
    return people.flatMap((person) =>
      running
        .filter(({ staffId }) => staffId === person.id)
        .map(({ companyId, role }) => ({ companyId, role, person })),
    );
  }

  private async approvers(companyIds: readonly string[], members: readonly MemberEntity[], at: string) {
    const companies = await this.database.read().findBy(CompanyEntity, { id: In([...companyIds]) });
    const people = { members: members.filter(isApprover), staffIds: [] };
    const policies = await this.policies.policiesIn(companies, people, at);
    return new Map(policies.map((policy) => [policy.facts.subject?.subjectId ?? "", policy]));
  }
}

function helpers(wish: Wanted, around: Around): RemedyPerson[] {
  const members = around.members.filter(({ companyId }) => companyId === wish.companyId);
  const chosen = staffRoleOf(wish.role) ? staffOf(wish, around) : members.filter((one) => helps(one, wish, around));
  return chosen.slice(0, MOST_PEOPLE).map(({ id, name, email }) => ({ id, name, email }));
}

function staffRoleOf(role: RemedyRole): boolean {
  return role === "specialist" || role === "vendor";
}

function staffOf({ companyId }: Wanted, { staff }: Around): VendorStaffEntity[] {
  const here = staff.filter((one) => one.companyId === companyId);
  const specialists = here.filter(({ role }) => role === "specialist");
  const people = (specialists.length > 0 ? specialists : here).map(({ person }) => person);
  return people.filter((person, index) => people.findIndex(({ id }) => id === person.id) === index);
}

function helps(member: MemberEntity, wish: Wanted, { policies }: Around): boolean {
  switch (wish.role) {
    case "grantor":
      return member.directoryLevel === "admin" && member.canPushToAccounting;
    case "directory_administrator":
      return member.directoryLevel === "admin";
    case "tool_administrator":
      return member.toolLevel === "admin";
    case "another_approver": {
      const policy = policies.get(member.id);
      return member.id !== wish.subjectId && policy !== undefined && isAllowed(policy, wish);
    }
    default:
      return false;
  }
}

/** Both conditions of an accounting approver. */
function isApprover({ toolLevel, canPushToAccounting }: MemberEntity): boolean {
  return canPushToAccounting && atLeast(toolLevel, "standard");
}
