import { mapInTurns } from "../../kernel/deadline";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Page } from "../../infra/db/query/keyset";
import type { ConnectionArgs } from "../../infra/graphql/connection";
import type { PackedRules } from "../../policy/judgement/ability";
import { decide } from "../../policy/judgement/decide";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import type { RecordFacts } from "../../policy/model/facts";
import { problemTexts } from "../../policy/texts/fact-problems";
import type { AnsweredDecision, RecordDescription } from "../../policy/ports";
import { ACTIONS, RESOURCES, type Action, type Resource } from "../../policy/model/vocabulary";
import type { DecisionPoint } from "../decision-point/decision-point";
import { answerOf } from "../answer/answer";
import { pastOf } from "../history/past-facts";
import type { PolicySource } from "../policies/policy-source";
import { RequestReading } from "../decision-point/request-reading";
import { connectionOfSubjects } from "../search/subject-connection";
import type { SubjectSearch } from "../search/subject-search";
import type { KnownSubject, SubjectDirectory } from "../../directory/subjects/subject-directory";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

/** Somebody who may, and the decision that says so. */
export interface AllowedSubject {
  readonly subject: KnownSubject;
  readonly decision: AnsweredDecision;
}

/** What is asked of everybody in a company. */
export interface WhoQuestion {
  readonly company: string;
  readonly action: Action;
  readonly resource: Resource;
  readonly record?: RecordDescription | null;
  readonly locale: Locale;
  /** As of when, and by what was known when; null or left out: now. */
  readonly at?: string | null;
  readonly knownAt?: string | null;
}

/** What one subject may do. */
export interface WhatQuestion extends Pick<WhoQuestion, "company" | "locale" | "at" | "knownAt"> {
  /** Null: the asker themselves. */
  readonly subject: string | null;
}

/** The viewer's rights for a front end: CASL's packed rules, good for that revision and until that instant. */
export interface AbilityRules {
  readonly rules: PackedRules;
  readonly policyRevision: number;
  readonly evaluatedAt: string;
  /** When a validity next begins or ends; null: no such instant. */
  readonly validUntil: string | null;
}

/** Throws Refusal BAD_INPUT at the fact of the record that could not be taken: with it nobody may, and a list cannot say why. */
function requireUnderstood(record: RecordFacts | null): void {
  const [problem] = record?.problems ?? [];
  if (problem) throw new BilingualRefusal("BAD_INPUT", problemTexts(problem), ["record", problem.fact]);
}

/** Turns the question round: who may do it, what may somebody do. Throws NOT_FOUND to outsiders, as for no company. */
export class RightsSearch {
  constructor(
    private readonly authorizer: DecisionPoint,
    private readonly subjects: SubjectDirectory,
    private readonly policies: PolicySource,
    private readonly search: SubjectSearch,
    private readonly clock: Clock,
  ) {}

  /**
   * Everybody who may, in the order in which people were added: active members, assigned vendor staff and API keys. A page costs
   * the same however many there are.
   */
  async whoCan(
    asker: Actor,
    { company: reference, action, resource, record, locale, ...asOf }: WhoQuestion,
    args: ConnectionArgs,
    reading = new RequestReading(),
  ): Promise<Page<AllowedSubject>> {
    const company = await this.companyFor(asker, reading, reference);
    await this.authorizer.asking.requireReview(asker, company, locale, reading);
    const past = pastOf(asOf, this.clock);
    const at = past?.at ?? toInstant(this.clock.now());
    const judged = await this.authorizer.record({ company, action, resource, at, past }, record, reading);
    requireUnderstood(judged);
    const asked = { action, resource, record: judged };
    const page = await connectionOfSubjects(this.search, { company, asked, at, past }, args);
    const { names } = await this.policies.projects(company);
    const rows = await mapInTurns(page.rows, ({ subject, facts }) => {
      const policy = new MemberPolicy(facts);
      const decision = decide(policy, asked);
      return { subject, decision: answerOf({ decision, policy, subject, company, record: judged, locale, at, names }) };
    });
    return { ...page, rows };
  }

  /** Every action on every feature that the subject may do, with the limits that remain. */
  async whatCan(
    asker: Actor,
    { company: reference, subject: subjectReference, locale, ...asOf }: WhatQuestion,
    reading = new RequestReading(),
  ): Promise<AnsweredDecision[]> {
    const company = await this.companyFor(asker, reading, reference);
    const subject = await this.authorizer.asking.subjectFor(asker, company, subjectReference, reading);
    await this.authorizer.asking.requireAbout(asker, company, subject, locale, reading);
    const past = pastOf(asOf, this.clock);
    const at = past?.at ?? toInstant(this.clock.now());
    const policy = (await this.policies.compiled(company, subject, at, past)).policy;
    const { names } = await this.policies.projects(company);
    const possible = ACTIONS.flatMap((action) =>
      RESOURCES.filter((resource) => policy.verdict(action, resource) !== "never").map((resource) => ({
        action,
        resource,
      })),
    );
    return mapInTurns(possible, (asked) =>
      answerOf({ decision: decide(policy, asked), policy, subject, company, record: null, locale, at, names }),
    );
  }

  /** The viewer's own rules. A service is shown none. */
  async abilityRules(asker: Actor, reference: string, reading = new RequestReading()): Promise<AbilityRules> {
    const company = await this.companyFor(asker, reading, reference);
    if (asker.kind !== "person") throw new BilingualRefusal("BAD_INPUT", AUTHORIZATION_TEXTS.rulesArePersonal);
    const at = toInstant(this.clock.now());
    const subject = await this.subjects.findPerson(company.id, asker);
    const policy = await this.policies.policyOf(company, subject, at);
    const { policyRevision } = company;
    return { rules: policy.packedRules(), policyRevision, evaluatedAt: at, validUntil: policy.validUntil };
  }

  private async companyFor(asker: Actor, reading: RequestReading, reference: string): Promise<CompanyEntity> {
    const company = await this.authorizer.asking.companyFor(asker, reference, reading);
    if (!company) throw noSuchCompany();
    return company;
  }
}
