import { In } from "typeorm";
import type { SubjectFacts } from "../../policy/model/facts";
import { mapInTurns } from "../../kernel/deadline";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../../infra/db/database";
import { MemberEntity } from "../../directory/members/member.entity";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import type { SubjectDirectory, KnownSubject } from "../../directory/subjects/subject-directory";
import { KeyFactsLoader } from "../facts/key-facts";
import type { CompanyState } from "./company-version.entity";
import type { PastFacts, PastInstant } from "./past-facts";

/** A person and their rights as of an instant. */
export interface PastSubject {
  readonly subject: KnownSubject;
  readonly policy: MemberPolicy;
}

/** Compiles policies as of an instant. Nothing of them is cached. */
export class PastPolicies {
  private readonly keys: KeyFactsLoader;

  constructor(
    private readonly database: Database,
    private readonly facts: PastFacts,
    private readonly subjects: SubjectDirectory,
  ) {
    this.keys = new KeyFactsLoader(database);
  }

  /** The rights of one subject then; a person who was not there yet has none. */
  async policyOf(company: CompanyEntity, subject: KnownSubject | null, instant: PastInstant): Promise<MemberPolicy> {
    const { at } = instant;
    const state = await this.facts.company(company, instant);
    if (subject?.kind === "service") {
      const [held] = await this.keys.of([state.facts], [subject.id], at, (ids) =>
        this.people(company, state, ids, instant),
      );
      return new MemberPolicy({ company: state.facts, subject: held ?? null, at });
    }
    if (subject?.kind !== "member") {
      const [held] = subject ? await this.facts.staff(company, state, [subject.id], at) : [];
      return new MemberPolicy({ company: state.facts, subject: held ?? null, at });
    }
    const member = await this.database.read().findOneBy(MemberEntity, { companyId: company.id, id: subject.id });
    const [held] = member ? await this.facts.members([member], instant) : [];
    return new MemberPolicy({ company: state.facts, subject: held ?? null, at });
  }

  private async people(
    company: CompanyEntity,
    state: CompanyState,
    ids: readonly string[],
    instant: PastInstant,
  ): Promise<SubjectFacts[]> {
    const members = await this.database.read().findBy(MemberEntity, { companyId: company.id, id: In([...ids]) });
    const staff = await this.facts.staff(company, state, ids, instant.at);
    return [...(await this.facts.members(members, instant)), ...staff];
  }

  /** The rights of these members then, by id. */
  async membersOf(
    company: CompanyEntity,
    members: readonly MemberEntity[],
    instant: PastInstant,
  ): Promise<ReadonlyMap<string, MemberPolicy>> {
    const state = await this.facts.company(company, instant);
    const held = await this.facts.members(members, instant);
    const policyOf = (subject: SubjectFacts) => new MemberPolicy({ company: state.facts, subject, at: instant.at });
    return new Map(await mapInTurns(held, (subject) => [subject.subjectId, policyOf(subject)] as const));
  }

  /** Members who were active then, and vendor staff assigned by then, under the names they have now. */
  async everybody(company: CompanyEntity, instant: PastInstant): Promise<PastSubject[]> {
    const { at } = instant;
    const members = await this.database.read().findBy(MemberEntity, { companyId: company.id });
    const { staff } = await this.subjects.everybody(company.id);
    const state = await this.facts.company(company, instant);
    const known = new Map<string, KnownSubject>([
      ...members.map(({ id, name, email }) => [id, { kind: "member", id, name, email }] as const),
      ...staff.map(({ id, name, email }) => [id, { kind: "staff", id, name, email }] as const),
    ]);
    const people = [
      ...(await this.facts.members(members, instant)),
      ...(await this.facts.staff(
        company,
        state,
        staff.map(({ id }) => id),
        at,
      )),
    ];
    return people
      .filter(({ active }) => active)
      .flatMap((held) => {
        const subject = known.get(held.subjectId);
        return subject ? [{ subject, policy: new MemberPolicy({ company: state.facts, subject: held, at }) }] : [];
      });
  }
}
