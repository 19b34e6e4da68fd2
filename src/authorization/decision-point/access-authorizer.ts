import { localeOf, type Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { Refusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { CompanyDirectory } from "../../tenant/companies/company-directory";
import { decide, isAllowed } from "../../policy/judgement/decide";
import {
  PolicyRefusal,
  type AnsweredDecision,
  type Authorizer,
  type KnownActor,
  type Need,
  type Question,
  type RecordDescription,
} from "../../policy/ports";
import type { RecordFacts } from "../../policy/model/facts";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { Acquaintance } from "../cache/acquaintance";
import { answer, outsiderAnswer } from "../cache/answer";
import { instantNamed, pastInstant, recordOf, requireReached } from "../cache/asked";
import { DecisionObservers } from "./decided";
import type { CompanyMemory } from "../cache/memory/company-memory";
import { READ_DECISIONS } from "../../directory/api-keys/api-key-scopes";
import { admits, passOf } from "../cache/memory/passes";
import type { Recall } from "../cache/memory/recall";
import type { PolicySource } from "../cache/policy-source";
import { PromptAnswers, type ReadAnswer } from "../cache/prompt-answers";
import { Reading } from "../cache/reading";
import type { KnownSubject, SubjectDirectory } from "../../directory/subjects/subject-directory";
import type { RecordFactsSource } from "../facts/stored-records";
import { RecordReader, type AskedOfRecord } from "./record-reader";

/** What lets the authorizer answer without reading. */
export interface AuthorizerMemory {
  readonly companies: CompanyMemory;
  readonly recall: Recall;
}

/** A question with all that its answer rests on. */
interface ReadQuestion {
  readonly company: CompanyEntity;
  readonly subject: KnownSubject | null;
  readonly policy: MemberPolicy;
  readonly question: Question;
  readonly record: RecordFacts | null;
  readonly at: string;
}

/**
 * Answers every question to the policy, for services and transports alike. Unknown companies, subjects, actions and
 * resources are denied decisions, never errors.
 */
export class AccessAuthorizer implements Authorizer {
  /** Told of every decision: the log and the metrics hang here. */
  readonly observers = new DecisionObservers();

  private readonly acquaintance: Acquaintance;
  private readonly prompt: PromptAnswers;
  private readonly records: RecordReader;

  constructor(
    companies: CompanyDirectory,
    subjects: SubjectDirectory,
    private readonly policies: PolicySource,
    private readonly clock: Clock,
    memory: AuthorizerMemory | null = null,
    records: RecordFactsSource | null = null,
  ) {
    this.acquaintance = new Acquaintance(companies, subjects, memory?.companies ?? null);
    this.records = new RecordReader({ acquaintance: this.acquaintance, policies, records });
    const { observers } = this;
    const read: ReadAnswer = (...asked) => this.read(...asked);
    this.prompt = new PromptAnswers({ recall: memory?.recall ?? null, observers, clock, read });
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
    return this.prompt.answer(asker, question, reading);
  }

  /** The bare verdict of the same decision, without reasons; at once where all of it is in memory. */
  verdict(asker: Actor, question: Question, reading: Reading): boolean | Promise<boolean> {
    return this.prompt.verdict(asker, question, reading);
  }

  /** The verdict of a question about a feature and about now, where it is in memory and nobody must hear its reasons; else null. */
  plainVerdict(asker: Actor, question: Question, reading: Reading): boolean | null {
    return this.prompt.plainVerdict(asker, question, reading);
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
    const { action, resource } = question;
    const record = await this.record({ company, action, resource, at, past }, question.record, reading);
    return (await this.answered({ company, subject, policy, question, record, at }, reading))();
  }

  async require(actor: Actor, need: Need, locale = localeOf(actor)): Promise<KnownActor> {
    if (actor.kind === "system") return { kind: "system", id: actor.name, name: actor.name };
    const judged = await this.judged(actor, need);
    if (!judged) throw noSuchCompany();
    const { company, permitted } = judged;
    if (permitted && !this.observers.any) return permitted;
    const question = { ...need, company: company.id, subject: null, locale };
    const explain = await this.answered({ ...judged, question }, new Reading());
    const allowed = permitted !== null;
    const looked = { milliseconds: null, remembered: null };
    this.observers.tell({ asker: actor, question, purpose: "act", allowed, ...looked, answer: explain });
    if (permitted) return permitted;
    throw new PolicyRefusal(explain());
  }

  /** What is only looked at is no decision of its own: observers are not told. */
  async permits(actor: Actor, need: Need): Promise<boolean> {
    return actor.kind === "system" || (await this.judged(actor, need))?.permitted != null;
  }

  async permitsSubject(subjectId: string, need: Need): Promise<boolean> {
    const reading = new Reading();
    const company = await this.acquaintance.company(need.companyId, reading);
    const subject = company && (await this.acquaintance.named(company, subjectId, reading));
    if (!company || !subject) return false;
    const policy = await this.policies.policyOf(company, subject, toInstant(this.clock.now()));
    return isAllowed(policy, { ...need, record: recordOf(company, need.resource, need.record) });
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
    return { company, subject, policy, record, at, permitted };
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
    if (asker.kind === "service") return admits(passOf(asker), company.id);
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

  /** The record as the policy takes it, whatever the caller named it and its people by. */
  record(
    asked: AskedOfRecord,
    record: RecordDescription | null | undefined,
    reading = new Reading(),
  ): Promise<RecordFacts | null> {
    return this.records.read(asked, record, reading);
  }

  /** Everything read; put into words when called. */
  private async answered(
    { company, subject, policy, question, record, at }: ReadQuestion,
    reading: Reading,
  ): Promise<() => AnsweredDecision> {
    const { action, resource, locale } = question;
    const { names } = await this.projects(company, reading);
    const decided = () => decide(policy, { action, resource, record });
    return () => answer({ decision: decided(), policy, subject, company, record, locale, at, names });
  }

  private projects(company: CompanyEntity, reading: Reading) {
    return reading.once(`projects|${company.id}`, () => this.policies.projects(company));
  }
}
