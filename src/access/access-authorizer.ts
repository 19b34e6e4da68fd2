import type { Actor } from "../kernel/actor";
import { isInstant, toInstant, type Clock } from "../kernel/clock";
import { Refusal } from "../kernel/errors";
import type { Locale } from "../kernel/locale";
import { noSuchCompany } from "../company/company-change";
import type { CompanyEntity } from "../company/company.entity";
import type { CompanyDirectory } from "../company/company-directory";
import { decide, isAllowed } from "../policy/decide";
import {
  PolicyRefusal,
  type AnsweredDecision,
  type Authorizer,
  type KnownActor,
  type Need,
  type Question,
  type RecordDescription,
} from "../policy/ports";
import type { MemberPolicy } from "../policy/member-policy";
import { answer, outsiderAnswer } from "./answer";
import { DecisionObservers } from "./decided";
import type { PastInstant } from "./past/past-facts";
import type { PolicySource } from "./policy-source";
import { Reading } from "./reading";
import type { KnownSubject, SubjectDirectory } from "./subject-directory";

/** The scope that lets a service ask for decisions about the people of its companies. */
export const READ_DECISIONS = "decisions:read";

/**
 * Answers every question to the policy, for services and transports alike. Unknown companies, subjects, actions and
 * resources are denied decisions, never errors.
 */
export class AccessAuthorizer implements Authorizer {
  /** Told of every decision: the log and the metrics hang here. */
  readonly observers = new DecisionObservers();

  constructor(
    private readonly companies: CompanyDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly policies: PolicySource,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides what the question asks. An asker who may not review the company's rights may ask about himself only;
   * to an outsider a company that is not his answers like one that does not exist.
   * Throws PolicyRefusal, or Refusal FORBIDDEN for a service, where the question is about others and the asker may not
   * review; Refusal BAD_INPUT for an instant of the wrong form.
   * @param reading what this request has read already; a new one reads afresh
   */
  async decide(asker: Actor, question: Question, reading = new Reading()): Promise<AnsweredDecision> {
    const started = performance.now();
    const answered = await this.decided(asker, question, reading);
    if (this.observers.any) {
      const milliseconds = performance.now() - started;
      const { allowed } = answered;
      this.observers.tell({ asker, question, purpose: "question", allowed, milliseconds, answer: () => answered });
    }
    return answered;
  }

  private async decided(asker: Actor, question: Question, reading: Reading): Promise<AnsweredDecision> {
    const at = this.instant(question.at);
    const company = await this.companyFor(asker, question.company, reading);
    if (!company) return outsiderAnswer(question, at);
    const subject = await this.subjectFor(asker, company, question.subject, reading);
    await this.requireMayAskAbout(asker, company, subject, question.locale, reading);
    const past = this.pastInstant(question);
    const key = `policy|${company.id}|${subject?.id ?? ""}|${question.at ?? "now"}|${question.knownAt ?? "now"}`;
    const policy = await reading.once(key, () => this.policies.policyOf(company, subject, at, past));
    return this.answered(company, subject, policy, question, at, reading);
  }

  async require(actor: Actor, need: Need, locale = localeOf(actor)): Promise<KnownActor> {
    if (actor.kind === "system") return { kind: "system", id: actor.name, name: actor.name };
    const company = await this.companyFor(actor, need.companyId);
    if (!company) throw noSuchCompany();
    const subject = actor.kind === "person" ? await this.subjects.findPerson(company.id, actor) : null;
    const at = this.instant(null);
    const policy = await this.policies.policyOf(company, subject, at);
    const record = recordOf(company, need.resource, need.record);
    const allowed = subject !== null && isAllowed(policy, { ...need, record });
    const question = { ...need, company: company.id, subject: null, locale };
    const explain = () => this.answered(company, subject, policy, question, at, new Reading());
    if (this.observers.any) {
      const answered = await explain();
      const about = { asker: actor, question, purpose: "act", allowed, milliseconds: null } as const;
      this.observers.tell({ ...about, answer: () => answered });
    }
    if (allowed) return subject;
    throw new PolicyRefusal(await explain());
  }

  async permits(actor: Actor, need: Need): Promise<boolean> {
    if (!(await this.knows(actor, need.companyId))) return false;
    try {
      await this.require(actor, need);
      return true;
    } catch (error) {
      if (error instanceof PolicyRefusal) return false;
      throw error;
    }
  }

  async knows(asker: Actor, companyId: string): Promise<boolean> {
    if (asker.kind === "system") return true;
    if (asker.kind === "service") return asker.companyIds.includes(companyId);
    return (await this.subjects.findPerson(companyId, asker)) !== null;
  }

  /** The company of that id or slug, if it is there and knows the asker; else null, whichever of the two it is. */
  async companyFor(asker: Actor, reference: string, reading = new Reading()): Promise<CompanyEntity | null> {
    const company = await reading.once(`company|${reference}`, () => this.companies.find(reference));
    if (!company) return null;
    if (asker.kind === "person") return (await this.self(asker, company, reading)) ? company : null;
    return (await this.knows(asker, company.id)) ? company : null;
  }

  /** Rights of others are for those who may review; services need the scope for decisions. */
  async mayReview(asker: Actor, company: CompanyEntity): Promise<boolean> {
    if (asker.kind === "service") return asker.companyIds.includes(company.id) && asker.scopes.includes(READ_DECISIONS);
    return this.permits(asker, { companyId: company.id, action: "review", resource: "company" });
  }

  /** Who the reference is; null, or no reference, is the asker himself. Throws BAD_INPUT where he is no person. */
  async subjectFor(
    asker: Actor,
    company: CompanyEntity,
    reference: string | null | undefined,
    reading = new Reading(),
  ): Promise<KnownSubject | null> {
    if (typeof reference === "string")
      return reading.once(`subject|${company.id}|${reference}`, () => this.subjects.find(company.id, reference));
    if (asker.kind === "person") return this.self(asker, company, reading);
    throw new Refusal("BAD_INPUT", "Name the subject: a service is not somebody who could act.", ["input", "subject"]);
  }

  /** Passes when the asker may hear of this subject's rights; throws as `decide` does. */
  async requireMayAskAbout(
    asker: Actor,
    company: CompanyEntity,
    subject: KnownSubject | null,
    locale: Locale,
    reading = new Reading(),
  ): Promise<void> {
    const self = asker.kind === "person" ? await this.self(asker, company, reading) : null;
    if (self !== null && self.id === subject?.id) return;
    await this.requireReview(asker, company, locale, reading);
  }

  /** Passes when the asker may hear of everybody's rights in the company; throws as `decide` does. */
  async requireReview(asker: Actor, company: CompanyEntity, locale: Locale, reading = new Reading()): Promise<void> {
    if (await reading.once(`review|${company.id}`, () => this.mayReview(asker, company))) return;
    if (asker.kind !== "service")
      await this.require(asker, { companyId: company.id, action: "review", resource: "company" }, locale);
    throw new Refusal("FORBIDDEN", `The API key lacks the scope ${READ_DECISIONS}; ask for a key that has it.`);
  }

  /** The record as the policy takes it: people and the project by their ids, whatever the caller named them by. */
  async record(
    company: CompanyEntity,
    resource: string,
    record: RecordDescription | null | undefined,
    reading = new Reading(),
  ) {
    if (!record) return null;
    const { project, submittedBy, firstApprover } = record;
    const named = {
      ...record,
      ...(project === undefined ? {} : { project: (await this.projects(company, reading)).idOf(project) }),
      ...(submittedBy === undefined ? {} : { submittedBy: await this.idOf(company.id, submittedBy, reading) }),
      ...(firstApprover === undefined ? {} : { firstApprover: await this.idOf(company.id, firstApprover, reading) }),
    };
    return recordOf(company, resource, named);
  }

  private self(asker: Extract<Actor, { kind: "person" }>, company: CompanyEntity, reading: Reading) {
    const key = `self|${company.id}|${asker.subject}|${asker.email ?? ""}`;
    return reading.once(key, () => this.subjects.findPerson(company.id, asker));
  }

  private instant(at: string | null | undefined): string {
    return at === null || at === undefined ? toInstant(this.clock.now()) : instantNamed("at", at);
  }

  /** Null: the question is about now. What is known later than asked for is left out only where `knownAt` says so. */
  private pastInstant({ at, knownAt }: Question): PastInstant | null {
    const known = knownAt == null ? null : instantNamed("knownAt", knownAt);
    return at == null && known === null ? null : { at: this.instant(at), knownAt: known };
  }

  private async answered(
    company: CompanyEntity,
    subject: KnownSubject | null,
    policy: MemberPolicy,
    { action, resource, record, locale }: Question,
    at: string,
    reading: Reading,
  ): Promise<AnsweredDecision> {
    const asked = { action, resource, record: await this.record(company, resource, record, reading) };
    const { names } = await this.projects(company, reading);
    return answer({ decision: decide(policy, asked), policy, subject, company, locale, at, names });
  }

  private projects(company: CompanyEntity, reading: Reading) {
    return reading.once(`projects|${company.id}`, () => this.policies.projects(company));
  }

  private async idOf(companyId: string, reference: unknown, reading: Reading): Promise<unknown> {
    if (typeof reference !== "string" || reference === "") return reference;
    const find = () => this.subjects.find(companyId, reference);
    return (await reading.once(`subject|${companyId}|${reference}`, find))?.id ?? reference;
  }
}

function instantNamed(field: string, instant: string): string {
  if (isInstant(instant)) return instant;
  throw new Refusal("BAD_INPUT", `\`${field}\` must be an instant such as 2026-11-24T09:00:00.000Z.`, [field]);
}

function recordOf(company: CompanyEntity, resource: string, record: RecordDescription | null | undefined) {
  return record ? { ...record, companyId: company.id, feature: resource } : null;
}

/** Refusals in mutations have no other place to learn the language from. */
function localeOf(actor: Actor): Locale {
  return (actor.kind === "person" ? actor.locale : undefined) ?? "en";
}
