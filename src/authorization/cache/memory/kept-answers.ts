import { LRUCache } from "lru-cache";
import type { MemberPolicy } from "../../../policy/judgement/member-policy";
import type { Question } from "../../../policy/ports";
import type { Answer } from "../answer";

/**
 * Explained decisions of questions whose answer does not depend on a record. An answer is good for the very policy that
 * it was given from: that one is of one revision and until its next boundary.
 */
export class KeptAnswers {
  private readonly kept: LRUCache<string, { readonly policy: MemberPolicy; readonly answer: Answer }>;

  constructor(maxAnswers: number) {
    this.kept = new LRUCache({ max: Math.max(1, maxAnswers) });
  }

  /** @param key of the question, the same for the same subject, action, resource and language */
  find(key: string, policy: MemberPolicy): Answer | null {
    const found = this.kept.get(key);
    return found?.policy === policy ? found.answer : null;
  }

  keep(key: string, policy: MemberPolicy, answer: Answer): void {
    this.kept.set(key, { policy, answer });
  }
}

export function answerKey(policy: MemberPolicy, { action, resource, locale, record }: Question): string {
  const { company, subject } = policy.facts;
  const about = record == null ? "feature" : "record";
  return `${company.companyId}|${subject?.subjectId ?? ""}|${action}|${resource}|${about}|${locale}`;
}
