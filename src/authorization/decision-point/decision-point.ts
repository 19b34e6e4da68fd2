import type { KnownSubject } from "../../directory/subjects/subject-directory";
import { localeOf, type Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { BilingualRefusal } from "../../kernel/errors";
import { noSuchCompany } from "../../tenant/companies/company-change";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { isAllowed } from "../../policy/judgement/decide";
import type { RecordFacts } from "../../policy/model/facts";
import {
  PolicyRefusal,
  type AnsweredDecision,
  type Authorizer,
  type KnownActor,
  type Need,
  type Question,
  type RecordDescription,
} from "../../policy/ports";
import { outsiderAnswer } from "../answer/answer";
import type { DecisionCache } from "../cache/decision-cache";
import type { PolicySource } from "../policies/policy-source";
import { AskingRights } from "./asking-rights";
import { CachedDecisions, type CachedQuestion } from "./cached-decisions";
import { instantNamed, pastInstant, recordOf, requireReached } from "./consistency";
import { DecisionObservers } from "./decided";
import type { AskedOfRecord, RecordReader } from "./record-reader";
import { RequestReading } from "./request-reading";
import type { SubjectResolver } from "./subject-resolver";
import { AUTHORIZATION_TEXTS } from "../texts/authorization-texts";

export interface DecisionPointParts {
  readonly resolver: SubjectResolver;
  readonly policies: PolicySource;
  readonly cache: DecisionCache;
  readonly records: RecordReader;
  readonly clock: Clock;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * The one road to a decision, for services and transports alike: `decide` for whoever wants to know, `require` for whoever is
 * about to act. Both end in the same policies, and every decision is observed. Unknown companies, subjects, actions and
 * resources are denied decisions, never errors.
 */
export class DecisionPoint implements Authorizer {
  /** The log and the metrics hang here. */
  readonly observers = new DecisionObservers();
  /** Who may ask about whom. */
  readonly asking: AskingRights;
  private readonly cached: CachedDecisions;

  constructor(private readonly parts: DecisionPointParts) {
    this.asking = new AskingRights(parts.resolver, this);
    this.cached = new CachedDecisions(parts.cache);
  }

  /**
   * Decides what the question asks; at once where all of it is in the cache. Reasons are put into words when they are read.
   * An asker who may not review the company's rights may ask about themselves only; to an outsider a company that is not theirs
   * answers like one that does not exist. Throws PolicyRefusal, or Refusal FORBIDDEN for a service, where the question is about
   * others and the asker may not review; Refusal BAD_INPUT for an instant of the wrong form, and for a revision that is not
   * reached yet.
   * @param reading what this request has read already; a new one reads afresh
   */
  decide(
    asker: Actor,
    question: Question,
    reading = new RequestReading(),
  ): AnsweredDecision | Promise<AnsweredDecision> {
    const started = this.observers.any ? performance.now() : 0;
    const moment = reading.moment(this.parts.clock, this.parts.cache);
    const cached = this.cached.find(asker, question, moment);
    const decision = cached
      ? this.answerFromCache(cached, question, reading, moment.at)
      : this.read(asker, question, reading, moment.at);
    if (!(decision instanceof Promise)) return this.observed(asker, question, decision, started, true);
    return decision.then((read) => this.observed(asker, question, read, started, false));
  }

  async require(actor: Actor, need: Need, locale = localeOf(actor)): Promise<KnownActor> {
    if (actor.kind === "system") return { kind: "system", id: actor.name, name: actor.name };
    if (!isWithin(actor, need)) throw new BilingualRefusal("FORBIDDEN", AUTHORIZATION_TEXTS.notByThisLetter);
    const judged = await this.judged(actor, need, locale);
    if (!judged) throw noSuchCompany();
    const { subject, decision, company } = judged;
    const question = { ...need, company: company.id, subject: null, locale };
    const looked = { milliseconds: null, cached: null };
    this.observers.observe({ asker: actor, question, purpose: "act", decision, ...looked });
    if (subject && decision.allowed) return knownActor(actor, subject);
    throw new PolicyRefusal(decision);
  }

  /** What is only looked at is no decision of its own, and not observed. */
  async permits(actor: Actor, need: Need): Promise<boolean> {
    if (actor.kind === "system") return true;
    if (!isWithin(actor, need)) return false;
    const judged = await this.judged(actor, need, localeOf(actor));
    return judged !== null && judged.subject !== null && judged.decision.allowed;
  }

  async permitsSubject(subjectId: string, need: Need): Promise<boolean> {
    const reading = new RequestReading();
    const { resolver, policies, clock } = this.parts;
    const company = await resolver.company(need.companyId, reading);
    const subject = company && (await resolver.named(company, subjectId, reading));
    if (!company || !subject) return false;
    const policy = await policies.policyOf(company, subject, toInstant(clock.now()));
    return isAllowed(policy, { ...need, record: recordOf(company, need.resource, need.record) });
  }

  knows(asker: Actor, companyId: string): Promise<boolean> {
    return this.parts.resolver.isMember(asker, companyId);
  }

  /** The record as the policy takes it, whatever the caller named it and its people by. */
  record(
    asked: AskedOfRecord,
    record: RecordDescription | null | undefined,
    reading = new RequestReading(),
  ): Promise<RecordFacts | null> {
    return this.parts.records.read(asked, record, reading);
  }

  private observed(asker: Actor, question: Question, decision: AnsweredDecision, started: number, cached: boolean) {
    if (!this.observers.any) return decision;
    const milliseconds = performance.now() - started;
    this.observers.observe({ asker, question, purpose: "question", decision, milliseconds, cached });
    return decision;
  }

  /** By the policy in the cache; waits only for a record that has to be looked up. The hot path: it makes nothing else. */
  private answerFromCache(cached: CachedQuestion, question: Question, reading: RequestReading, at: string) {
    return cached.sought
      ? this.answerAboutRecord(cached, cached.sought, question, reading, at)
      : answerOf(cached, question, cached.record, at);
  }

  private async answerAboutRecord(
    cached: CachedQuestion,
    sought: RecordDescription,
    question: Question,
    reading: RequestReading,
    at: string,
  ): Promise<AnsweredDecision> {
    const { action, resource } = question;
    const asked = { company: cached.company, action, resource, at, past: null };
    return answerOf(cached, question, await this.parts.records.identified(asked, sought, reading), at);
  }

  private async read(asker: Actor, question: Question, reading: RequestReading, now: string) {
    const { resolver, policies } = this.parts;
    const { action, resource } = question;
    const at = question.at == null ? now : instantNamed("at", question.at);
    const company = await this.asking.companyFor(asker, question.company, reading);
    if (!company) return outsiderAnswer(question, at);
    requireReached(company, question.atLeast);
    const subject = await resolver.subject(asker, company, question.subject, reading, question.subjectIs);
    await this.asking.requireAbout(asker, company, subject, question.locale, reading);
    const past = pastInstant(question, now);
    const key = `policy|${company.id}|${subject?.id ?? ""}|${question.at ?? "now"}|${question.knownAt ?? "now"}`;
    const policy = await reading.once(key, () => policies.compiled(company, subject, at, past));
    const record = await this.record({ company, action, resource, at, past }, question.record, reading);
    const { names } = await reading.once(`projects|${company.id}`, () => policies.projects(company));
    return policy.decide({
      action,
      resource,
      record,
      locale: question.locale,
      at,
      names,
      subjectNamed: question.subject,
    });
  }

  /** Whom the company knows the actor as: a person by their account or their letter, a service by its key. */
  private actorIn(actor: Actor, company: CompanyEntity, reading: RequestReading): Promise<KnownSubject | null> {
    const { resolver } = this.parts;
    if (actor.kind === "service") return resolver.named(company, actor.keyId, reading);
    return resolver.asking(actor, company, reading);
  }

  /** What a service of ours is about to do, judged over facts read now; null: no such company, or not the actor's. */
  private async judged(actor: Actor, need: Need, locale: Question["locale"]) {
    const reading = new RequestReading();
    const { policies, clock } = this.parts;
    const company = await this.asking.companyFor(actor, need.companyId, reading);
    if (!company) return null;
    const subject = await this.actorIn(actor, company, reading);
    const at = toInstant(clock.now());
    const compiled = await policies.compiled(company, subject, at);
    const { action, resource } = need;
    const asked = { action, resource, record: recordOf(company, resource, need.record) };
    // Only a refusal is read, and names what it is about.
    const names = isAllowed(compiled.policy, asked) ? NO_NAMES : (await policies.projects(company)).names;
    return { company, subject, decision: compiled.decideAlone({ ...asked, locale, at, names }) };
  }
}

function answerOf({ policy, names }: CachedQuestion, question: Question, record: RecordFacts | null, at: string) {
  const { action, resource, locale, subject: subjectNamed } = question;
  return policy.decide({ action, resource, record, locale, at, names, subjectNamed });
}

/** Whoever acts by a letter may do what the policy allows them, and of that only what the letter is about. */
function isWithin(actor: Actor, { companyId, action, resource }: Need): boolean {
  if (actor.kind !== "letter") return true;
  return companyId === actor.companyId && resource === "company" && actor.actions.includes(action);
}

/** A letter's reader is written down as such, whoever they are in the directory: they did not sign in. */
function knownActor(actor: Actor, { id, name, kind }: KnownSubject): KnownActor {
  if (actor.kind === "letter" || kind === "stakeholder") return { kind: "letter", id, name };
  return { kind, id, name };
}
