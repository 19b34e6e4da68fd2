import type { Actor } from "../../../kernel/actor";
import type { MemberPolicy } from "../../../policy/judgement/member-policy";
import type { AnsweredDecision, Question } from "../../../policy/ports";
import type { Answer } from "../answer";
import { isPlain } from "../asked";
import { holdsAt } from "../policy-cache";
import type { KeptCompany } from "./company-memory";
import type { Moment } from "./moment";
import { passOf } from "./passes";
import { SecondChance, type Keepable } from "./second-chance";

interface Known extends Keepable {
  readonly kept: KeptCompany;
  readonly policy: MemberPolicy;
  readonly answer: Answer;
}

/**
 * Explained decisions by the question as a program puts it, about no record and about now: one look-up instead of one for the
 * company, the person, his policy and the answer each. One is good while what it was given from is in force.
 */
export class KnownAnswers {
  private readonly known: SecondChance<Known>;

  constructor(maxAnswers: number) {
    this.known = new SecondChance(maxAnswers);
  }

  /** Null: not known so simply. */
  find(asker: Actor, question: Question, { at, era }: Moment): AnsweredDecision | null {
    if (era === null || asker.kind === "person" || !isSimple(question)) return null;
    const known = this.known.get(keyOf(question));
    if (known === undefined) return null;
    const { kept, policy, answer } = known;
    return kept.era === era && kept.admitted === passOf(asker).number && holdsAt(policy, at) ? answer.asOf(at) : null;
  }

  keep(question: Question, kept: KeptCompany, policy: MemberPolicy, answer: Answer): void {
    if (isSimple(question)) this.known.set(keyOf(question), { kept, policy, answer, used: true, size: 1 });
  }
}

function isSimple(question: Question): boolean {
  return question.record == null && question.subject !== null && isPlain(question);
}

/** The lengths tell where a text ends, whatever is in it, so each key is of one question. */
function keyOf({ company, subject, action, resource, locale }: Question): string {
  const lengths = `${action.length}.${resource.length}.${company.length}`;
  return `${locale}${lengths}.${action}${resource}${company}${subject ?? ""}`;
}
