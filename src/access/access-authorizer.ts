import type { Actor } from "../kernel/actor";
import { toInstant, type Clock } from "../kernel/clock";
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
import { Acquaintance } from "./acquaintance";
import { answer, outsiderAnswer } from "./answer";
import { instantNamed, isPlain, localeOf, pastInstant, recordOf, requireReached } from "./asked";
import { DecisionObservers } from "./decided";
import type { CompanyMemory } from "./memory/company-memory";
import { READ_DECISIONS, type Moment, type Place, type Recall } from "./memory/recall";
import type { PolicySource } from "./policy-source";
import { Reading } from "./reading";
import type { KnownSubject, SubjectDirectory } from "./subject-directory";

export { READ_DECISIONS };

/** What lets the authorizer answer without reading. */
export interface AuthorizerMemory {
  readonly companies: CompanyMemory;
  readonly recall: Recall;
}

/**
 * Answers every question to the policy, for services and transports alike. Unknown companies, subjects, actions and
 * resources are denied decisions, never errors.
 */
export class AccessAuthorizer implements Authorizer {
  /** Told of every decision: the log and the metrics hang here. */
  readonly observers = new DecisionObservers();

  private readonly acquaintance: Acquaintance;

  constructor(
    companies: CompanyDirectory,
    subjects: SubjectDirectory,
    private readonly policies: PolicySource,
    private readonly clock: Clock,
    private readonly memory: AuthorizerMemory | null = null,
  ) {
    this.acquaintance = new Acquaintance(companies, subjects, memory?.companies ?? null);
  }

  /**
   * Decides what the question asks. An asker who may not review the company's rights may ask about himself only;
   * to an outsider a company that is not his answers like one that does not exist.
   * Throws PolicyRefusal, or Refusal FORBIDDEN for a service, where the question is about others and the asker may not
   * review; Refusal BAD_INPUT for an instant of the wrong form, and for a revision that is not reached yet.
   * @param reading what this request has read already; a new one reads afresh
   */
  async decide(asker: Actor, question: Question, reading = new Reading()): Promise<AnsweredDecision> {
    return this.answer(asker, question, reading);
  }

  /** `decide`, answered at once where all of it is in memory. */
  answer(asker: Actor, question: Question, reading: Reading): AnsweredDecision | Promise<AnsweredDecision> {
    const started = performance.now();
    const tell = (answered: AnsweredDecision) => {
      if (!this.observers.any) return answered;
      const milliseconds = performance.now() - started;
      const { allowed } = answered;
      this.observers.tell({ asker, question, purpose: "question", allowed, milliseconds, answer: () => answered });
      return answered;
    };
    const moment = this.moment(reading);
    const place = this.place(asker, question, reading, moment);
    const answered = place && this.memory?.recall.answer(place, question, moment);
    return answered ? tell(answered) : this.read(asker, question, reading, moment.at).then(tell);
  }

  /** The bare verdict of the same decision, without reasons; at once where all of it is in memory. */
  verdict(asker: Actor, question: Question, reading: Reading): boolean | Promise<boolean> {
    const recall = this.memory?.recall;
    if (this.observers.any) return this.toldVerdict(asker, question, reading);
    const moment = this.moment(reading);
    const place = this.place(asker, question, reading, moment);
    const allowed = place && recall ? recall.allows(place, question, moment) : null;
    return allowed ?? this.unrecalled(asker, question, reading);
  }

  private toldVerdict(asker: Actor, question: Question, reading: Reading): boolean | Promise<boolean> {
    const started = performance.now();
    const moment = this.moment(reading);
    const place = this.place(asker, question, reading, moment);
    const recall = this.memory?.recall;
    const explain = place && recall?.explainer(place, question, moment);
    const allowed = place && (explain || !this.observers.complete) ? recall?.allows(place, question, moment) : null;
    if (typeof allowed !== "boolean") return this.unrecalled(asker, question, reading);
    const milliseconds = performance.now() - started;
    const told = { asker, question, purpose: "question", allowed, milliseconds } as const;
    this.observers.tell({ ...told, answer: explain ?? (() => null) });
    return allowed;
  }

  private unrecalled(asker: Actor, question: Question, reading: Reading): boolean | Promise<boolean> {
    const answered = this.answer(asker, question, reading);
    return answered instanceof Promise ? answered.then((one) => one.allowed) : answered.allowed;
  }

  private moment(reading: Reading): Moment {
    return (
      reading.moment ?? reading.begin(this.memory?.recall.moment() ?? { at: toInstant(this.clock.now()), era: null })
    );
  }

  private place(asker: Actor, question: Question, reading: Reading, moment: Moment): Place | null {
    if (moment.era === null) return null;
    const { company, subject } = question;
    const plain = isPlain(question);
    const known = plain ? reading.place(company, subject) : undefined;
    if (known !== undefined) return known;
    const found = this.memory?.recall.place(asker, question, moment) ?? null;
    return plain ? reading.keepPlace(company, subject, found) : found;
  }

  private async read(asker: Actor, question: Question, reading: Reading, now: string): Promise<AnsweredDecision> {
    const at = question.at == null ? now : instantNamed("at", question.at);
    const company = await this.companyFor(asker, question.company, reading);
    if (!company) return outsiderAnswer(question, at);
    requireReached(company, question.atLeast);
    const subject = await this.subjectFor(asker, company, question.subject, reading);
    await this.requireMayAskAbout(asker, company, subject, question.locale, reading);
    const past = pastInstant(question, now);
    const key = `policy|${company.id}|${subject?.id ?? ""}|${question.at ?? "now"}|${question.knownAt ?? "now"}`;
    const policy = await reading.once(key, () => this.policies.policyOf(company, subject, at, past));
    return (await this.answered(company, subject, policy, question, at, reading))();
  }

  async require(actor: Actor, need: Need, locale = localeOf(actor)): Promise<KnownActor> {
    if (actor.kind === "system") return { kind: "system", id: actor.name, name: actor.name };
    const judged = await this.judged(actor, need);
    if (!judged) throw noSuchCompany();
    const { company, subject, policy, at, permitted } = judged;
    if (permitted && !this.observers.any) return permitted;
    const question = { ...need, company: company.id, subject: null, locale };
    const explain = await this.answered(company, subject, policy, question, at, new Reading());
    const allowed = permitted !== null;
    this.observers.tell({ asker: actor, question, purpose: "act", allowed, milliseconds: null, answer: explain });
    if (permitted) return permitted;
    throw new PolicyRefusal(explain());
  }

  /** What is only looked at is no decision of its own: observers are not told. */
  async permits(actor: Actor, need: Need): Promise<boolean> {
    return actor.kind === "system" || (await this.judged(actor, need))?.permitted != null;
  }

  private async judged(actor: Actor, need: Need) {
    const reading = new Reading();
    const company = await this.companyFor(actor, need.companyId, reading);
    if (!company) return null;
    const subject = actor.kind === "person" ? await this.acquaintance.self(actor, company, reading) : null;
    const at = toInstant(this.clock.now());
    const policy = await this.policies.policyOf(company, subject, at);
    const record = recordOf(company, need.resource, need.record);
    const permitted = isAllowed(policy, { ...need, record }) ? subject : null;
    return { company, subject, policy, at, permitted };
  }

  knows(asker: Actor, companyId: string): Promise<boolean> {
    return this.acquaintance.knows(asker, companyId);
  }

  /** The company of that id or slug, if it is there and knows the asker; else null, whichever of the two it is. */
  async companyFor(asker: Actor, reference: string, reading = new Reading()): Promise<CompanyEntity | null> {
    const company = await this.acquaintance.company(reference, reading);
    if (!company) return null;
    if (asker.kind === "person") return (await this.acquaintance.self(asker, company, reading)) ? company : null;
    return (await this.knows(asker, company.id)) ? company : null;
  }

  /** Rights of others are for those who may review; services need the scope for decisions. */
  async mayReview(asker: Actor, company: CompanyEntity): Promise<boolean> {
    if (asker.kind === "service") return asker.companyIds.includes(company.id) && asker.scopes.includes(READ_DECISIONS);
    return this.permits(asker, { companyId: company.id, action: "review", resource: "company" });
  }

  /** Who the reference is; null, or no reference, is the asker himself. Throws BAD_INPUT where he is no person. */
  subjectFor(
    asker: Actor,
    company: CompanyEntity,
    reference: string | null | undefined,
    reading = new Reading(),
  ): Promise<KnownSubject | null> {
    return this.acquaintance.subject(asker, company, reference, reading);
  }

  /** Passes when the asker may hear of this subject's rights; throws as `decide` does. */
  async requireMayAskAbout(
    asker: Actor,
    company: CompanyEntity,
    subject: KnownSubject | null,
    locale: Locale,
    reading = new Reading(),
  ): Promise<void> {
    const self = asker.kind === "person" ? await this.acquaintance.self(asker, company, reading) : null;
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
      ...(submittedBy === undefined
        ? {}
        : { submittedBy: await this.acquaintance.idOf(company, submittedBy, reading) }),
      ...(firstApprover === undefined
        ? {}
        : { firstApprover: await this.acquaintance.idOf(company, firstApprover, reading) }),
    };
    return recordOf(company, resource, named);
  }

  /** Everything read; put into words when called. */
  private async answered(
    company: CompanyEntity,
    subject: KnownSubject | null,
    policy: MemberPolicy,
    { action, resource, record, locale }: Question,
    at: string,
    reading: Reading,
  ): Promise<() => AnsweredDecision> {
    const asked = { action, resource, record: await this.record(company, resource, record, reading) };
    const { names } = await this.projects(company, reading);
    return () => answer({ decision: decide(policy, asked), policy, subject, company, locale, at, names });
  }

  private projects(company: CompanyEntity, reading: Reading) {
    return reading.once(`projects|${company.id}`, () => this.policies.projects(company));
  }
}
