import { In } from "typeorm";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { isRunning } from "../../tenant/companies/vendor-desk";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { MemberEntity } from "../../directory/members/member.entity";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import type { AnsweredDecision, RemedyPerson } from "../../policy/ports";
import type { ExplainedRemedy } from "../../policy/explain";
import type { PolicySource } from "../policies/policy-source";
import { canCarryOut, type CarriedOut } from "./remedy-right";

/** Whose help is wanted: of those who may make a change, for somebody who wants to do something. */
export interface Wanted extends CarriedOut {
  readonly companyId: string;
  readonly mutation: string | null;
  readonly at: string;
}

/** The wish behind a remedy of a decision; null: nobody of the company could make the change. */
export function wishOf(decision: AnsweredDecision, remedy: Pick<ExplainedRemedy, "right" | "mutation">): Wanted | null {
  const { companyId, subjectId, action, resource, about: record, missed, evaluatedAt: at } = decision;
  const { right, mutation } = remedy;
  if (companyId === null || action === null || resource === null || right === null) return null;
  return { companyId, subjectId, action, resource, record, missed, right, mutation, at };
}

/** Somebody who might help, with what they may do. */
interface Candidate {
  readonly person: RemedyPerson;
  readonly policy: MemberPolicy;
}

/** The one who is to be helped. */
type Helped = RemedyPerson & { readonly mirrored: boolean };

/** More names than these help nobody. */
const MAX_PEOPLE = 5;
/** Changes of what the construction platform keeps of those who are mirrored from there. */
const KEPT_THERE: readonly (string | null)[] = ["updateMember", "setProjectLevels"];

/** Finds the people behind "who could change it": those whom the policy allows it, and never the one who is to be helped. */
export class RemedyPeople {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicySource,
  ) {}

  /** For each wish the people, by name, vendor staff where no member can, at most five; in a constant number of SELECTs however many wishes. */
  async find(wishes: readonly Wanted[]): Promise<RemedyPerson[][]> {
    const at = wishes.map((wish) => wish.at).sort()[wishes.length - 1] ?? "";
    const companyIds = [...new Set(wishes.map(({ companyId }) => companyId))];
    const members = await this.members(companyIds, wishes);
    const staff = await this.staff(companyIds, at);
    const companies = await this.database.read().findBy(CompanyEntity, { id: In(companyIds) });
    const people = { members, staffIds: staff.map(({ id }) => id) };
    const policies = await this.policies.policiesIn(companies, people, at);
    const known = new Map([...members, ...staff].map((person) => [person.id, person]));
    const candidates = policies.flatMap((policy): Candidate[] => {
      const person = known.get(policy.facts.subject?.subjectId ?? "");
      return person ? [{ person, policy }] : [];
    });
    candidates.sort(byName);
    const helped = await this.helped(wishes);
    return wishes.map((wish) => helpers(wish, candidates, helped.get(wish.subjectId ?? "") ?? null));
  }

  /** Only those who can be of help at all: a company has many members. */
  private members(companyIds: readonly string[], wishes: readonly Wanted[]): Promise<MemberEntity[]> {
    const companyId = In([...companyIds]);
    const submitters = wishes.flatMap(({ record }) => (isText(record?.submittedBy) ? [record.submittedBy] : []));
    return this.database.read().find(MemberEntity, {
      where: [
        { companyId, active: true, directoryLevel: "admin" },
        { companyId, active: true, toolLevel: "admin" },
        { companyId, active: true, canPushToAccounting: true },
        { companyId, active: true, id: In(submitters) },
      ],
    });
  }

  private async staff(companyIds: readonly string[], at: string): Promise<VendorStaffEntity[]> {
    const manager = this.database.read();
    const rows = await manager.findBy(StaffAssignmentEntity, { companyId: In([...companyIds]) });
    const running = rows.filter((assignment) => isRunning(assignment, at)).map(({ staffId }) => staffId);
    return manager.findBy(VendorStaffEntity, { id: In([...new Set(running)]), active: true });
  }

  private async helped(wishes: readonly Wanted[]): Promise<ReadonlyMap<string, Helped>> {
    const id = In([...new Set(wishes.flatMap(({ subjectId }) => subjectId ?? []))]);
    const manager = this.database.read();
    const members = await manager.findBy(MemberEntity, { id });
    const staff = await manager.findBy(VendorStaffEntity, { id });
    const all: Helped[] = [...members, ...staff.map((one) => ({ ...one, mirrored: false }))];
    return new Map(all.map((one) => [one.id, one]));
  }
}

function helpers(wish: Wanted, candidates: readonly Candidate[], helped: Helped | null): RemedyPerson[] {
  if (helped?.mirrored && KEPT_THERE.includes(wish.mutation)) return [];
  const able = candidates
    .filter(({ policy }) => policy.facts.company.companyId === wish.companyId)
    .filter(({ person }) => person.id !== wish.subjectId && person.email !== helped?.email)
    .filter(({ policy }) => canCarryOut(policy, wish));
  // The company's own people first: the vendor is asked where none of them can.
  const own = able.filter((one) => !isStaff(one));
  return (own.length > 0 ? own : able)
    .slice(0, MAX_PEOPLE)
    .map(({ person: { id, name, email } }) => ({ id, name, email }));
}

function isStaff({ policy }: Candidate): boolean {
  return policy.facts.subject?.kind === "staff";
}

function byName(a: Candidate, b: Candidate): number {
  if (a.person.name !== b.person.name) return a.person.name < b.person.name ? -1 : 1;
  return a.person.id < b.person.id ? -1 : 1;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
