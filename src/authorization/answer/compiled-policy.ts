import type { KnownSubject } from "../../directory/subjects/subject-directory";
import type { Locale } from "../../kernel/locale";
import { decide, isAllowed } from "../../policy/judgement/decide";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import type { RecordFacts } from "../../policy/model/facts";
import { isAction, isResource } from "../../policy/model/vocabulary";
import type { AnsweredDecision } from "../../policy/ports";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { Answer } from "./answer";

/** Whose policy it is. */
export interface PolicyOwner {
  readonly company: CompanyEntity;
  /** Null: nobody that the company knows. */
  readonly subject: KnownSubject | null;
}

/** What is asked of a policy, at which instant, in which language. */
export interface AskedOfPolicy {
  readonly action: string;
  readonly resource: string;
  readonly record: RecordFacts | null;
  readonly locale: Locale;
  readonly at: string;
  /** As the question named the subject. */
  readonly subjectNamed?: string | null;
  /** Names of the company's projects by id, for the words. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * A member's compiled policy with the decisions that were made from it. What is asked without a record is decided once, and
 * put into words once for each language, for as long as the policy is in force.
 */
export class CompiledPolicy {
  private readonly answers = new Map<string, Map<string, Answer>>();

  constructor(
    readonly policy: MemberPolicy,
    private readonly owner: PolicyOwner,
  ) {}

  /** Whether the policy was compiled for the instant. */
  holdsAt(at: string): boolean {
    const { facts, validUntil } = this.policy;
    return facts.at <= at && (validUntil === null || at < validUntil);
  }

  /** For whoever may ask about the subject: they are of the company. */
  decide(asked: AskedOfPolicy): AnsweredDecision {
    const answer = asked.record === null ? this.answer(asked) : this.make(asked, true);
    return answer.given(asked.locale, asked.at, asked.subjectNamed);
  }

  /** The same, kept for nobody else. */
  decideAlone(asked: AskedOfPolicy): AnsweredDecision {
    return this.make(asked, false).given(asked.locale, asked.at);
  }

  private answer(asked: AskedOfPolicy): Answer {
    const { action, resource } = asked;
    let byResource = this.answers.get(action);
    const known = byResource?.get(resource);
    if (known) return known;
    const made = this.make(asked, true);
    // Names that are no words of ours are without number.
    if (!isAction(action) || !isResource(resource)) return made;
    if (!byResource) this.answers.set(action, (byResource = new Map<string, Answer>()));
    byResource.set(resource, made);
    return made;
  }

  private make({ action, resource, record, names }: AskedOfPolicy, byInsider: boolean): Answer {
    const asked = { action, resource, record, byInsider };
    const { policy, owner } = this;
    return new Answer({
      ...{ policy, record, names, subject: owner.subject, company: owner.company },
      allowed: isAllowed(policy, asked),
      decide: () => decide(policy, asked),
    });
  }
}
