import { In } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { VendorStaffEntity } from "../../tenant/companies/vendor-staff.entity";
import type { Database } from "../../infra/db/database";
import { isId } from "../../kernel/ids";
import { ApiKeyEntity } from "../../directory/api-keys/api-key.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import type { Asked } from "../../policy/judgement/decide";
import type { Facts } from "../../policy/model/facts";
import { isAction, isResource } from "../../policy/model/vocabulary";
import type { FactsLoader } from "../facts/facts-loader";
import type { PastInstant } from "../history/past-facts";
import type { PastPolicies } from "../history/past-policies";
import type { PolicySource } from "../policies/policy-source";
import type { KnownSubject } from "../../directory/subjects/subject-directory";
import { merged, type Seen, type Stretch } from "./merge";
import { assignedStaff, everyMember, grantees, keysOf, membersOf, projectAdmins, stakeholders } from "./places";
import { mayPass, subjectPlan, type SubjectPlan } from "./subject-plan";

/** What is asked of everybody in a company. */
export interface SubjectQuestion {
  readonly company: CompanyEntity;
  readonly asked: Asked;
  readonly at: string;
  /** The instant was asked for: rights are those of then. */
  readonly past: PastInstant | null;
  /** Whom to look for; left out: both. */
  readonly kind?: "person" | "service";
}

/** Which part of the list is wanted; it is sorted by id, which is the order in which people were added. */
export interface SubjectWindow {
  readonly size: number;
  readonly from: string | null;
  readonly backward?: boolean;
  /** How often to look further while the page is not full; none: until it is, or the list ends. */
  readonly rounds?: number;
}

export interface FoundSubject {
  readonly subject: KnownSubject;
  /** What they may do rests on. */
  readonly facts: Facts;
}

export interface SubjectPage {
  /** In the direction of the window. */
  readonly found: readonly FoundSubject[];
  /** The id that the next page begins beyond; null: there is no more. */
  readonly next: string | null;
}

interface Candidates {
  readonly members: readonly MemberEntity[];
  readonly staff: readonly VendorStaffEntity[];
  readonly keys: readonly ApiKeyEntity[];
}

interface Round {
  readonly found: readonly FoundSubject[];
  /** How far everybody was looked at; null: to the end. */
  readonly until: string | null;
}

/**
 * Who may do something. Reads candidates by index, in the order of their ids, and judges each as one question would be:
 * what a page costs depends on its size, not on how many people the company has.
 */
export class SubjectSearch {
  constructor(
    private readonly database: Database,
    private readonly policies: PolicySource,
    private readonly loader: FactsLoader,
    private readonly past: PastPolicies,
  ) {}

  async page(question: SubjectQuestion, window: SubjectWindow): Promise<SubjectPage> {
    const plan = await this.planOf(question);
    const found: FoundSubject[] = [];
    let from = window.from;
    for (let round = 0; round < (window.rounds ?? Infinity); round++) {
      const size = window.size + 1 + plan.named.length;
      const stretch = { companyId: question.company.id, from, backward: window.backward ?? false, size };
      const { found: more, until } = await this.round(question, plan, stretch);
      found.push(...more);
      if (found.length > window.size) return { found: found.slice(0, window.size), next: lastOf(found, window.size) };
      if (until === null) return { found, next: null };
      from = until;
    }
    return { found, next: from };
  }

  /** How many there are in all; costs as much as reading the whole list. */
  async count(question: SubjectQuestion): Promise<number> {
    let total = 0;
    let from: string | null = null;
    do {
      const page: SubjectPage = await this.page(question, { size: COUNTED_BATCH_SIZE, from });
      total += page.found.length;
      from = page.next;
    } while (from !== null);
    return total;
  }

  private async planOf({ company, asked, at }: SubjectQuestion): Promise<SubjectPlan> {
    return subjectPlan(await this.policies.companyFacts(company), at, asked);
  }

  private async round(question: SubjectQuestion, plan: SubjectPlan, stretch: Stretch): Promise<Round> {
    const seen = await this.look(question, plan, stretch);
    const { ids, until } = merged(seen, stretch);
    const people = await this.people(question.company.id, ids);
    const allowed = await this.allowed(question, plan, people);
    const { members, staff, keys } = people;
    const known = new Map([...members.map(asMember), ...staff.map(asStaff), ...keys.map(asService)]);
    const found = ids.flatMap((id) => {
      const [subject, facts] = [known.get(id), allowed.get(id)];
      return subject && facts ? [{ subject, facts }] : [];
    });
    return { found, until };
  }

  /** The candidates of each place; one SELECT for a place. */
  private async look(question: SubjectQuestion, plan: SubjectPlan, stretch: Stretch): Promise<Seen[]> {
    const manager = this.database.read();
    const services = plan.services && question.kind !== "person" ? [await keysOf(manager, stretch)] : [];
    return question.kind === "service"
      ? services
      : [...services, ...(await this.lookForPeople(question, plan, stretch))];
  }

  private async lookForPeople({ at, past }: SubjectQuestion, plan: SubjectPlan, stretch: Stretch): Promise<Seen[]> {
    const manager = this.database.read();
    const { view, byGrant, byProjectLevel } = plan;
    const named = plan.named.filter((id) => isId(id) && isBeyond(id, stretch)).sort();
    const places: Seen[] = [{ ids: stretch.backward ? named.reverse() : named, until: null }];
    if (plan.staff || past) places.push(await assignedStaff(manager, stretch));
    if (past) return [...places, await everyMember(manager, stretch)];
    places.push(await membersOf(manager, plan.profiles, stretch));
    if (byGrant) places.push(await grantees(manager, byGrant, { view, at }, stretch));
    if (plan.stakeholders) places.push(await stakeholders(manager, stretch));
    if (byProjectLevel) places.push(await projectAdmins(manager, byProjectLevel, view, stretch));
    return places;
  }

  /** Those who may, by id, with the facts that say so. */
  private async allowed(
    question: SubjectQuestion,
    { view }: SubjectPlan,
    people: Candidates,
  ): Promise<Map<string, Facts>> {
    const { action, resource } = question.asked;
    if (!isAction(action) || !isResource(resource)) return new Map();
    const all = await this.factsOf(question, people);
    const may = all.filter((facts) => mayPass(facts, action, resource, view));
    return new Map(may.map((facts) => [facts.subject?.subjectId ?? "", facts]));
  }

  private async factsOf(
    { company, at, past }: SubjectQuestion,
    { members, staff, keys }: Candidates,
  ): Promise<Facts[]> {
    if (past) {
      const policies = [...(await this.past.membersOf(company, members, past)).values()];
      const others = [...staff.map(asStaff), ...keys.map(asService)];
      for (const [, one] of others) policies.push(await this.past.policyOf(company, one, past));
      return policies.map(({ facts }) => facts);
    }
    const held = await this.loader.members(members, at);
    const staffIds = staff.map(({ id }) => id);
    const assigned = await this.loader.staffIn([company.id], staffIds, at);
    const facts = await this.policies.companyFacts(company);
    const ids = keys.map(({ id }) => id);
    const services = await this.loader.services([facts], ids, at);
    return [...held, ...assigned, ...services].map((subject) => ({ company: facts, subject, at }));
  }

  private async people(companyId: string, ids: readonly string[]): Promise<Candidates> {
    if (ids.length === 0) return { members: [], staff: [], keys: [] };
    const manager = this.database.read();
    const members = await manager.findBy(MemberEntity, { companyId, id: In([...ids]) });
    const isMember = new Set(members.map(({ id }) => id));
    const others = ids.filter((id) => !isMember.has(id));
    const staff = others.length > 0 ? await manager.findBy(VendorStaffEntity, { id: In(others) }) : [];
    const keys = others.length > staff.length ? await manager.findBy(ApiKeyEntity, { id: In(others) }) : [];
    return { members, staff, keys };
  }
}

const COUNTED_BATCH_SIZE = 500;

function lastOf(found: readonly FoundSubject[], size: number): string | null {
  return found[size - 1]?.subject.id ?? null;
}

function isBeyond(id: string, { from, backward }: Stretch): boolean {
  return from === null || (backward ? id < from : id > from);
}

function asMember({ id, name, email }: MemberEntity): [string, KnownSubject] {
  return [id, { kind: "member", id, name, email }];
}

function asStaff({ id, name, email }: VendorStaffEntity): [string, KnownSubject] {
  return [id, { kind: "staff", id, name, email }];
}

function asService({ id, name }: ApiKeyEntity): [string, KnownSubject] {
  return [id, { kind: "service", id, name, email: "" }];
}
