import { In } from "typeorm";
import { StaffAssignmentEntity } from "../../tenant/companies/staff-assignment.entity";
import { isRunning } from "../../tenant/companies/vendor-desk";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { personKey } from "../../kernel/email";
import { MemberEntity } from "../../directory/members/member.entity";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import type { AnsweredDecision, RemedyPerson } from "../../policy/ports";
import type { ExplainedRemedy } from "../../policy/explain";
import type { RecordFacts } from "../../policy/model/facts";
import { ImplementationPlanEntity } from "../../onboarding/plan/implementation-plan.entity";
import { runningHelp } from "../../onboarding/plan/phase-moves";
import type { PolicySource } from "../policies/policy-source";
import { missingPrerequisites } from "./missing-prerequisites";
import { hindranceOf, projectOwnership, type Helped, type Hindrance, type ProjectOwnership } from "./remedy-hindrance";
import { canCarryOut, canCarryOutSome, type Wanted } from "./remedy-right";

/** The wish behind a remedy of a decision; null: nobody of the company could make the change. */
export function wishOf(decision: AnsweredDecision, remedy: Pick<ExplainedRemedy, "right" | "mutation">): Wanted | null {
  const { companyId, subjectId, action, resource, about: record, missed, evaluatedAt: at } = decision;
  const { right, mutation } = remedy;
  if (companyId === null || action === null || resource === null || right === null) return null;
  const stranger = subjectId === null ? (decision.subjectNamed ?? null) : null;
  return { companyId, subjectId, stranger, action, resource, record, missed, right, mutation, at };
}

/** Somebody who might help, with what they may do. */
interface Candidate {
  readonly person: RemedyPerson;
  readonly policy: MemberPolicy;
}

/** Who could make a change; where a hindrance keeps everybody from it, nobody. */
export interface Found {
  readonly people: readonly RemedyPerson[];
  readonly hindrance: Hindrance | null;
}

/** What the wishes rest on besides rights. */
interface Standing {
  readonly candidates: readonly Candidate[];
  readonly helped: ReadonlyMap<string, Helped>;
  readonly projects: ProjectOwnership;
  readonly missing: ReadonlyMap<string, readonly RecordFacts[]>;
  /** Companies whose help after going live is over. */
  readonly afterHelp: ReadonlySet<string>;
}

/** More names than these help nobody. */
const MAX_PEOPLE = 5;
/** Changes that give their author no right: whoever needs them may make them. */
const OF_ONES_OWN: readonly (string | null)[] = [
  ...["setFeatureSwitch", "configureConnection", "authorizeConnection", "goLive", "resumeIntegration", "updateProject"],
  "setStakeholders",
];

/**
 * Finds the people behind "who could change it": those whom the policy allows it. The one who is to be helped is among them only
 * where the change gives nobody a right.
 */
export class RemedyPeople {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicySource,
  ) {}

  /** For each wish the people, by name, vendor staff where no member can, at most five; in a constant number of SELECTs however many wishes. */
  async find(wishes: readonly Wanted[]): Promise<Found[]> {
    const companyIds = [...new Set(wishes.map(({ companyId }) => companyId))];
    const ofPrerequisites = wishes.filter(({ right }) => right.on === "prerequisites");
    const stored = ofPrerequisites.flatMap(({ record }) => (record?.source === "stored" ? [record.id] : []));
    const standing: Standing = {
      candidates: await this.candidates(companyIds, wishes),
      helped: await this.helped(wishes),
      projects: await projectOwnership(this.database, wishes),
      missing: await missingPrerequisites(this.database, stored.filter(isText)),
      afterHelp: await this.afterHelp(companyIds, atOf(wishes)),
    };
    return wishes.map((wish) => helpers(wish, standing));
  }

  private async candidates(companyIds: readonly string[], wishes: readonly Wanted[]): Promise<Candidate[]> {
    const at = atOf(wishes);
    const members = await this.members(companyIds, wishes);
    const staff = await this.staff(companyIds, at);
    const companies = await this.database.read().findBy(CompanyEntity, { id: In([...companyIds]) });
    const people = { members, staffIds: staff.map(({ id }) => id) };
    const policies = await this.policies.policiesIn(companies, people, at);
    const known = new Map([...members, ...staff].map((person) => [person.id, person]));
    const candidates = policies.flatMap((policy): Candidate[] => {
      const person = known.get(policy.facts.subject?.subjectId ?? "");
      return person ? [{ person, policy }] : [];
    });
    return candidates.sort(byName);
  }

  private async afterHelp(companyIds: readonly string[], at: string): Promise<ReadonlySet<string>> {
    const plans = await this.database.read().findBy(ImplementationPlanEntity, { companyId: In([...companyIds]) });
    const over = plans.filter((plan) => plan.liveAt !== null && runningHelp(plan, at) === null);
    return new Set(over.map(({ companyId }) => companyId));
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
    const named = wishes.flatMap(({ stranger }) => (stranger === null ? [] : personKey(stranger)));
    // No database has a NUL, and PostgreSQL cannot even be asked for one.
    const email = In([...new Set(named.filter((one) => !one.includes("\0")))]);
    const manager = this.database.read();
    const members = await manager.findBy(MemberEntity, { id });
    const staff = await manager.findBy(VendorStaffEntity, [{ id }, { email }]);
    const all = [...members.map((member) => helpedOf(member, member)), ...staff.map((one) => helpedOf(one, null))];
    return new Map(all.flatMap((one) => [one.id, one.email].map((key): [string, Helped] => [key, one])));
  }
}

function helpedOf({ id, name, email, active }: MemberEntity | VendorStaffEntity, member: Helped["member"]): Helped {
  return { id, name, email, active, member };
}

function helpers(wish: Wanted, standing: Standing): Found {
  const helped = standing.helped.get(wish.subjectId ?? personKey(wish.stranger ?? "")) ?? null;
  const hindrance = hindranceOf(wish, helped, standing.projects);
  if (hindrance !== null) return { people: [], hindrance };
  const { record, right, mutation } = wish;
  const ofPrerequisites = right.on === "prerequisites";
  const missing = ofPrerequisites ? (standing.missing.get(String(record?.id)) ?? null) : null;
  const mayHelpThemselves = OF_ONES_OWN.includes(mutation) || ofPrerequisites;
  const others = standing.candidates
    .filter(({ policy }) => policy.facts.company.companyId === wish.companyId)
    .filter(({ person }) => mayHelpThemselves || (person.id !== wish.subjectId && person.email !== helped?.email))
    // Once the help is over, only the customer assigns the vendor's staff.
    .filter((one) => mutation !== "assignVendorStaff" || !isStaff(one) || !standing.afterHelp.has(wish.companyId));
  const all = firstFew(others, ({ policy }) => canCarryOut(policy, wish, missing));
  if (all.length > 0 || missing === null) return { people: all, hindrance };
  return { people: firstFew(others, ({ policy }) => canCarryOutSome(policy, wish, missing)), hindrance };
}

/** The company's own people first: the vendor is asked where none of them can. No more are judged than are named. */
function firstFew(others: readonly Candidate[], isAble: (one: Candidate) => boolean): readonly RemedyPerson[] {
  for (const group of [others.filter((one) => !isStaff(one)), others.filter(isStaff)]) {
    const able: RemedyPerson[] = [];
    for (const one of group) {
      if (able.length === MAX_PEOPLE) break;
      const { id, name, email } = one.person;
      if (isAble(one)) able.push({ id, name, email });
    }
    if (able.length > 0) return able;
  }
  return [];
}

function isStaff({ policy }: Candidate): boolean {
  return policy.facts.subject?.kind === "staff";
}

function byName(a: Candidate, b: Candidate): number {
  if (a.person.name !== b.person.name) return a.person.name < b.person.name ? -1 : 1;
  return a.person.id < b.person.id ? -1 : 1;
}

function atOf(wishes: readonly Wanted[]): string {
  return wishes.map(({ at }) => at).sort()[wishes.length - 1] ?? "";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
