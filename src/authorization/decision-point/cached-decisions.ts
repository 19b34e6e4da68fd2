import { canQuery } from "../../directory/api-keys/api-key-scopes";
import type { Actor } from "../../kernel/actor";
import { isAllowed } from "../../policy/judgement/decide";
import type { RecordFacts } from "../../policy/model/facts";
import type { AnsweredDecision, Question } from "../../policy/ports";
import type { CompanyEntry, ResolvedSubject } from "../cache/company-entry";
import type { DecisionCache } from "../cache/decision-cache";
import { namedRecord, peopleIn } from "../facts/described-record";
import { recordOf, trustsCache } from "./consistency";
import type { DecisionInstant } from "./request-reading";

const REVIEW = { action: "review", resource: "company", record: null } as const;

/** Decides without waiting what is in the cache; null: not all of it is, so it must be read. */
export class CachedDecisions {
  constructor(private readonly cache: DecisionCache) {}

  decide(asker: Actor, question: Question, { at, dataVersion }: DecisionInstant): AnsweredDecision | null {
    if (dataVersion === null || !trustsCache(question)) return null;
    const entry = this.cache.find(question.company, dataVersion);
    if (!entry?.projects || (question.atLeast ?? 0) > entry.company.policyRevision) return null;
    const subject = this.subject(entry, asker, question.subject, at);
    const policy = subject && this.cache.policyFor(subject, at);
    if (!policy) return null;
    const record = recordIn(entry, question);
    if (record === undefined) return null;
    const { action, resource, locale } = question;
    return policy.decide({ action, resource, record, locale, at, names: entry.projects.names });
  }

  /** Whom the question is about, where the asker may ask about them. */
  private subject(entry: CompanyEntry, asker: Actor, reference: string | null, at: string): ResolvedSubject | null {
    const self = asker.kind === "person" ? entry.person(asker) : undefined;
    const subject = reference === null ? self : entry.subject(reference);
    if (!subject) return null;
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

/** The record as the policy takes it; undefined: something has to be looked up for it. */
function recordIn(entry: CompanyEntry, { resource, record }: Question): RecordFacts | null | undefined {
  if (!record) return null;
  const { company, projects } = entry;
  if (record.source === "stored") return recordOf(company, resource, record);
  // A name may be that of a record which Ledgergate holds; an approver is judged too.
  if (!projects || record.id !== undefined || record.firstApprover !== undefined) return undefined;
  const people = new Map<string, string | null>();
  for (const reference of peopleIn(record)) {
    const found = entry.subject(reference);
    if (!found) return undefined;
    people.set(reference, found.known?.id ?? null);
  }
  const named = namedRecord(record, {
    project: (reference) => projects.project(reference),
    person: (reference) => people.get(reference) ?? null,
    hasConnection: (id) => projects.hasConnection(id),
  });
  return recordOf(company, resource, { ...named, source: "described" });
}
