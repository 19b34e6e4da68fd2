import type { CompanyEntity } from "../../../tenant/companies/company.entity";
import type { Actor } from "../../../kernel/actor";
import { toInstant, type Clock } from "../../../kernel/clock";
import { viewIn } from "../../../policy/model/connections";
import { decide, hasProblems } from "../../../policy/judgement/decide";
import type { RecordFacts } from "../../../policy/model/facts";
import type { MemberPolicy } from "../../../policy/judgement/member-policy";
import type { AnsweredDecision, Question, RecordDescription } from "../../../policy/ports";
import type { CellVerdict } from "../../../policy/judgement/verdict-table";
import { isAction, isResource } from "../../../policy/model/vocabulary";
import { namedRecord, peopleIn } from "../../facts/described-record";
import { Answer } from "../answer";
import { recordOf } from "../asked";
import { NOBODY, type PolicyCache } from "../policy-cache";
import type { ProjectBook } from "../../facts/project-book";
import type { KnownSubject } from "../../../directory/subjects/subject-directory";
import { personIn, type CompanyMemory, type KeptCompany } from "./company-memory";
import { answerKey, type KeptAnswers } from "./kept-answers";
import type { KnownAnswers } from "./known-answers";
import type { Moment } from "./moment";
import { admits, passOf } from "./passes";
import { verdictOf, type CompanyTables, type VerdictDirectory } from "./verdict-directory";

/** Who is asked about where, by somebody who may. */
export interface Place {
  readonly kept: KeptCompany;
  readonly company: CompanyEntity;
  /** Null: nobody the company knows. */
  readonly subject: KnownSubject | null;
}

export interface RecallParts {
  readonly memory: CompanyMemory;
  readonly cache: PolicyCache;
  readonly verdicts: VerdictDirectory;
  readonly answers: KeptAnswers;
  readonly known: KnownAnswers;
  readonly clock: Clock;
}

/**
 * Answers from memory, without waiting for anything, what the authorizer would answer by asking the database. Null: not
 * all of it is in memory, or it is not known to be in force; the authorizer then reads, and keeps what it read.
 */
export class Recall {
  constructor(private readonly parts: RecallParts) {}

  /** @param seen the database's era where it was looked at already; null: it is looked at now */
  moment(seen: number | null = null): Moment {
    const { clock, memory } = this.parts;
    return { at: toInstant(clock.now()), era: memory.era(seen) };
  }

  /** Questions about the past, and those that ask for a reading, are none of ours. */
  place(asker: Actor, question: Question, moment: Moment): Place | null {
    if (question.fullyConsistent || question.at != null || question.knownAt != null) return null;
    const place = this.placeOf(asker, question.company, question.subject, moment);
    return place && (question.atLeast ?? 0) <= place.company.policyRevision ? place : null;
  }

  /** @param reference of the subject; null: the asker himself */
  placeOf(asker: Actor, companyReference: string, reference: string | null, { at, era }: Moment): Place | null {
    const kept = era === null ? null : this.parts.memory.find(companyReference, era);
    if (!kept) return null;
    const { company } = kept;
    const self = asker.kind === "person" ? personIn(kept, asker) : null;
    const subject = reference === null ? self : kept.subjects.get(reference);
    if (subject === undefined || (reference === null && subject === null)) return null;
    const may = self === null ? isAdmitted(asker, kept) : self.id === subject?.id || this.mayReview(company, self, at);
    return may ? { kept, company, subject } : null;
  }

  /**
   * The verdict on somebody by his id, for a program: nothing of him is needed but where his table lies. Null: not so simply;
   * look for his place.
   */
  verdictById(asker: Actor, { company, subject, action, resource }: Question, { at, era }: Moment): CellVerdict | null {
    if (era === null || subject === null || asker.kind === "person") return null;
    const { memory, verdicts } = this.parts;
    const pass = passOf(asker);
    const known = verdicts.admittedVerdict({ company, subject, action, resource }, at, era, pass.number);
    if (known !== null) return known;
    const kept = memory.find(company, era);
    if (!kept || !isAdmitted(asker, kept) || !isAction(action) || !isResource(resource)) return null;
    const tables = this.tablesOf(kept);
    if (!tables) return null;
    verdicts.admit(tables, era, pass.number);
    if (kept.subjects.get(subject) === null) verdicts.putStranger(tables, subject);
    return verdictOf(tables, subject, at, action, resource);
  }

  /** The explained decision, where the very question was answered before. */
  known(asker: Actor, question: Question, moment: Moment): AnsweredDecision | null {
    return this.parts.known.find(asker, question, moment);
  }

  /** The explained decision. @param keeps whether the very question is likely to be asked again by a program */
  answer(place: Place, question: Question, moment: Moment, keeps = false): AnsweredDecision | null {
    return this.explainer(place, question, moment, keeps)?.() ?? null;
  }

  /** What explains the decision when it is called, also later: all that it needs is at hand. */
  explainer(
    { kept, company, subject }: Place,
    question: Question,
    { at }: Moment,
    keeps = false,
  ): (() => AnsweredDecision) | null {
    const { cache } = this.parts;
    const policy = cache.policy(company.id, subject?.id ?? NOBODY, company.policyRevision, at);
    const book = policy && cache.projects(company.id, company.policyRevision);
    const record = book && recordIn(kept, question.resource, question.record, book);
    if (!policy || !book || record === undefined || isOther(question)) return null;
    return () => {
      const asked = { action: question.action, resource: question.resource, record };
      const { locale } = question;
      const { names } = book;
      const make = () =>
        new Answer({ decision: decide(policy, asked), policy, subject, company, record, locale, names });
      const answer = record === null ? this.keptOr(policy, question, make) : make();
      if (keeps && answer.isKnown) this.parts.known.keep(question, kept, policy, answer);
      return answer.asOf(at);
    };
  }

  /** Answers about no record are given again. */
  private keptOr(policy: MemberPolicy, question: Question, make: () => Answer): Answer {
    const { answers } = this.parts;
    const key = answerKey(policy, question);
    const kept = answers.find(key, policy);
    if (kept) return kept;
    const made = make();
    if (made.isKnown) answers.keep(key, policy, made);
    return made;
  }

  /** The bare verdict. */
  allows(place: Place, question: Question, moment: Moment): boolean | null {
    const { action, resource } = question;
    const verdict = this.verdict(place, action, resource, moment);
    if (verdict === null || isOther(question)) return null;
    if (verdict !== "ask" || question.record == null) return verdict !== "never";
    return this.fits(place, question, moment);
  }

  /** Null: not in memory. */
  verdict({ kept, company, subject }: Place, action: string, resource: string, { at }: Moment): CellVerdict | null {
    // Who is not of the company may do nothing in it.
    if (!isAction(action) || !isResource(resource) || subject === null) return "never";
    const tables = this.tablesOf(kept);
    const known = tables && verdictOf(tables, subject.id, at, action, resource);
    return known ?? this.policyOf(company, subject.id, at)?.verdict(action, resource) ?? null;
  }

  /** Whether the record meets the conditions of the cell. */
  private fits({ kept, company, subject }: Place, question: Question, { at }: Moment): boolean | null {
    const { action, resource } = question;
    if (!isAction(action) || subject === null) return false;
    const policy = this.policyOf(company, subject.id, at);
    const book = this.parts.cache.projects(company.id, company.policyRevision);
    const record = policy && book ? recordIn(kept, resource, question.record, book) : undefined;
    if (!policy || !record) return null;
    return !hasProblems(record) && policy.allows(action, viewIn(policy.facts.company, record));
  }

  private tablesOf(kept: KeptCompany): CompanyTables | null {
    if (!kept.tables?.kept) kept.tables = this.parts.verdicts.tables(kept.company.id, kept.company.policyRevision);
    return kept.tables;
  }

  private policyOf({ id, policyRevision }: CompanyEntity, subjectId: string, at: string): MemberPolicy | null {
    return this.parts.cache.policy(id, subjectId, policyRevision, at);
  }

  private mayReview(company: CompanyEntity, self: KnownSubject, at: string): boolean {
    const { id, policyRevision } = company;
    const verdict = this.parts.verdicts.verdict(id, policyRevision, self.id, at, "review", "company");
    return verdict !== null && verdict !== "never";
  }
}

/** By the pass of a program. */
function isAdmitted(asker: Actor, kept: KeptCompany): boolean {
  const pass = passOf(asker);
  if (pass.number !== 0 && kept.admitted === pass.number) return true;
  if (!admits(pass, kept.company.id)) return false;
  kept.admitted = pass.number;
  return true;
}

/** Whether its record is a stored one of another feature. */
function isOther({ record, resource }: Question): boolean {
  return record?.feature !== undefined && record.feature !== resource;
}

/** The record with people and project by their ids; undefined: somebody it names is not in memory. */
function recordIn(
  { company, subjects }: KeptCompany,
  resource: string,
  record: RecordDescription | null | undefined,
  book: ProjectBook,
): RecordFacts | null | undefined {
  if (record == null || record.source === "stored") return recordOf(company, resource, record);
  if (peopleIn(record).some((reference) => subjects.get(reference) === undefined)) return undefined;
  const named = namedRecord(record, {
    project: (reference) => book.project(reference),
    person: (reference) => subjects.get(reference)?.id ?? null,
    hasConnection: (id) => book.hasConnection(id),
  });
  return recordOf(company, resource, { ...named, source: "described" });
}
