import type { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Locale } from "../../kernel/locale";
import type { Decision } from "../../policy/model/decision";
import { explain, type Explanation } from "../../policy/explain";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import { decide } from "../../policy/judgement/decide";
import type { AnsweredDecision, Question } from "../../policy/ports";
import {
  FEATURES,
  type Action,
  type DecisionCode,
  type Feature,
  type GateCode,
  type Resource,
} from "../../policy/model/vocabulary";
import type { CompanyFacts, FeatureFacts, RecordFacts } from "../../policy/model/facts";
import type { KnownSubject } from "../../directory/subjects/subject-directory";

export interface AnswerParts {
  readonly decision: Decision;
  readonly policy: MemberPolicy;
  readonly subject: Pick<KnownSubject, "id"> | null;
  /** Null: the asker may not learn whether there is such a company. */
  readonly company: CompanyEntity | null;
  /** The record that was judged; null: the question was about none. */
  readonly record: Pick<RecordFacts, "id"> | null;
  readonly locale: Locale;
  /** Names of projects by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A decision as it is handed out; put into words when somebody reads them, and once for all who do. */
export class Answer {
  readonly allowed: boolean;
  readonly code: DecisionCode;
  readonly action: Action | null;
  readonly resource: Resource | null;
  readonly missed: readonly GateCode[];
  readonly companyId: string | null;
  readonly subjectId: string | null;
  readonly basis: AnsweredDecision["basis"];
  readonly grantId: string | null;
  readonly policyRevision: number | null;
  readonly facts: AnsweredDecision["facts"];
  readonly recordId: string | null;
  private explained: Explanation | null = null;

  constructor(private readonly parts: AnswerParts) {
    const { decision, subject, company } = parts;
    this.allowed = decision.allowed;
    this.code = decision.code;
    this.action = decision.action;
    this.resource = decision.resource;
    this.missed = missedOf(decision);
    this.companyId = company?.id ?? null;
    this.subjectId = subject?.id ?? null;
    this.basis = decision.basis?.kind ?? null;
    this.grantId = decision.grantId;
    this.policyRevision = company?.policyRevision ?? null;
    this.facts = decision.facts;
    this.recordId = typeof parts.record?.id === "string" ? parts.record.id : null;
  }

  /** Whether the question was understood: it names an action and a resource. */
  get isKnown(): boolean {
    return this.resource !== null;
  }

  /** The same decision, given at the instant. */
  asOf(evaluatedAt: string): AnsweredDecision {
    return new GivenAnswer(this, evaluatedAt);
  }

  get words(): Explanation {
    return (this.explained ??= this.explain());
  }

  private explain(): Explanation {
    const { decision, policy, locale, names } = this.parts;
    return explain(decision, policy.facts, locale, (projectId) => names.get(projectId) ?? projectId);
  }
}

/** Copied field by field, with its words by prototype: kept answers are given thousands of times a second. */
class GivenAnswer implements AnsweredDecision {
  readonly allowed: boolean;
  readonly code: DecisionCode;
  readonly action: Action | null;
  readonly resource: Resource | null;
  readonly missed: readonly GateCode[];
  readonly companyId: string | null;
  readonly subjectId: string | null;
  readonly basis: AnsweredDecision["basis"];
  readonly grantId: string | null;
  readonly policyRevision: number | null;
  readonly facts: AnsweredDecision["facts"];
  readonly recordId: string | null;
  readonly #answer: Answer;

  constructor(
    answer: Answer,
    readonly evaluatedAt: string,
  ) {
    this.#answer = answer;
    this.allowed = answer.allowed;
    this.code = answer.code;
    this.action = answer.action;
    this.resource = answer.resource;
    this.missed = answer.missed;
    this.companyId = answer.companyId;
    this.subjectId = answer.subjectId;
    this.basis = answer.basis;
    this.grantId = answer.grantId;
    this.policyRevision = answer.policyRevision;
    this.facts = answer.facts;
    this.recordId = answer.recordId;
  }

  get message(): string {
    return this.#answer.words.message;
  }

  get gates(): Explanation["gates"] {
    return this.#answer.words.gates;
  }

  get limits(): Explanation["limits"] {
    return this.#answer.words.limits;
  }

  get problems(): Explanation["problems"] {
    return this.#answer.words.problems;
  }
}

export interface DatedAnswerParts extends AnswerParts {
  readonly at: string;
}

export function answer(parts: DatedAnswerParts): AnsweredDecision {
  return new Answer(parts).asOf(parts.at);
}

function missedOf({ gates }: Decision): readonly GateCode[] {
  return gates.filter(({ passed }) => !passed).map(({ code }) => code);
}

const NO_FEATURE: FeatureFacts = { exports: false, imports: false, enabled: false, directExport: "off" };
/** A company of which nothing is set up. */
export const NO_COMPANY: CompanyFacts = {
  companyId: "",
  phase: "preparation",
  connector: null,
  connection: "none",
  edition: null,
  editionSupported: false,
  twoPersonAbove: null,
  features: Object.fromEntries(FEATURES.map((feature) => [feature, NO_FEATURE])) as Record<Feature, FeatureFacts>,
};

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** What an outsider hears of any company, whether it exists or not: nobody of that name is a member of it. */
export function outsiderAnswer({ action, resource, locale }: Question, at: string): AnsweredDecision {
  const policy = new MemberPolicy({ company: NO_COMPANY, subject: null, at });
  const decision = decide(policy, { action, resource });
  return answer({ decision, policy, subject: null, company: null, record: null, locale, at, names: NO_NAMES });
}
