import { canQuery } from "../../directory/api-keys/api-key-scopes";
import type { Actor } from "../../kernel/actor";
import { isAllowed } from "../../policy/judgement/decide";
import type { RecordFacts } from "../../policy/model/facts";
import type { Question, RecordDescription } from "../../policy/ports";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { CompiledPolicy } from "../answer/compiled-policy";
import type { CompanyEntry, ResolvedSubject } from "../cache/company-entry";
import type { DecisionCache } from "../cache/decision-cache";
import { namedRecord, peopleIn } from "../facts/described-record";
import type { ProjectBook } from "../facts/project-book";
import { recordOf, trustsCache } from "./consistency";
import { isOfKind } from "./subject-resolver";
import type { DecisionInstant } from "./request-reading";

const REVIEW = { action: "review", resource: "company", record: null } as const;

/** A question whose company and policy are in the cache. */
export interface CachedQuestion {
  readonly company: CompanyEntity;
  readonly policy: CompiledPolicy;
  /** Names of the company's projects by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Null: the question is about none, or about what is `sought`. */
  readonly record: RecordFacts | null;
  /** A description by ids that names a record, which Ledgergate may hold, or a first approver, who is judged too. */
  readonly sought: RecordDescription | null;
}

/** Answers what is in the cache without waiting. */
export class CachedDecisions {
  constructor(private readonly cache: DecisionCache) {}

  /** Null: something must be read before the policy can be asked. */
  find(asker: Actor, question: Question, { at, dataVersion }: DecisionInstant): CachedQuestion | null {
    if (dataVersion === null || !trustsCache(question)) return null;
    const entry = this.cache.find(question.company, dataVersion);
    if (!entry?.projects || (question.atLeast ?? 0) > entry.company.policyRevision) return null;
    const subject = this.subject(entry, asker, question, at);
    const policy = subject && this.cache.policyFor(subject, at);
    if (!policy) return null;
    const { company, projects } = entry;
    const { names } = projects;
    if (!question.record) return { company, policy, names, record: null, sought: null };
    const isStored = question.record.source === "stored";
    const description = isStored ? question.record : namedIn(entry, projects, question.record);
    if (!description) return null;
    const seeks = !isStored && (description.id !== undefined || description.firstApprover !== undefined);
    if (seeks) return { company, policy, names, record: null, sought: description };
    return { company, policy, names, record: recordOf(company, question.resource, description), sought: null };
  }

  /** Whom the question is about, where the asker may ask about them. */
  private subject(entry: CompanyEntry, asker: Actor, question: Question, at: string): ResolvedSubject | null {
    const self = asker.kind === "person" ? entry.person(asker) : undefined;
    const subject = question.subject === null ? self : entry.subject(question.subject);
    // Who is not of the kind that is asked about is nobody: read as such.
    if (!subject || !isOfKind(subject.known, question.subjectIs)) return null;
    if (asker.kind === "service") return canQuery(asker, entry.company.id) ? subject : null;
    if (asker.kind === "system") return subject;
    if (!self?.known) return null;
    return self.known.id === subject.known?.id || this.mayReview(self, at) ? subject : null;
  }

  private mayReview(self: ResolvedSubject, at: string): boolean {
    const compiled = this.cache.policyFor(self, at);
    return compiled !== null && isAllowed(compiled.policy, REVIEW);
  }
}

/** The description with ids in the place of what it names; null: it names somebody who is not in the cache. */
function namedIn(entry: CompanyEntry, book: ProjectBook, record: RecordDescription): RecordDescription | null {
  const people = new Map<string, string | null>();
  for (const reference of peopleIn(record)) {
    const found = entry.subject(reference);
    if (!found) return null;
    people.set(reference, isOfKind(found.known, "person") ? (found.known?.id ?? null) : null);
  }
  return namedRecord(record, book, people);
}
