import type { KnownSubject } from "../../directory/subjects/subject-directory";
import type { Locale } from "../../kernel/locale";
import { explain, type Explanation } from "../../policy/explain";
import { decide } from "../../policy/judgement/decide";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import type { Decision } from "../../policy/model/decision";
import type { CompanyFacts, FeatureFacts, RecordFacts } from "../../policy/model/facts";
import { FEATURES, type Feature, type GateCode } from "../../policy/model/vocabulary";
import type { AnsweredDecision, Question } from "../../policy/ports";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { zoneOf } from "../../tenant/companies/time-zone";

interface AnswerParts {
  readonly allowed: boolean;
  /** Judges every gate; called when somebody wants to know why. */
  readonly decide: () => Decision;
  readonly policy: MemberPolicy;
  readonly subject: Pick<KnownSubject, "id"> | null;
  /** Null: the asker may not learn whether there is such a company. */
  readonly company: CompanyEntity | null;
  /** The record that was judged; null: the question was about none. */
  readonly record: RecordFacts | null;
  /** Names of projects by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A decision whose reasons are found, and put into words, when somebody reads them; once for all who do. */
export class Answer {
  readonly allowed: boolean;
  private decision: Decision | null = null;
  private missedGates: readonly GateCode[] | null = null;
  private readonly explanations = new Map<Locale, Explanation>();

  constructor(readonly parts: AnswerParts) {
    this.allowed = parts.allowed;
  }

  get decided(): Decision {
    return (this.decision ??= this.parts.decide());
  }

  get missed(): readonly GateCode[] {
    return (this.missedGates ??= this.decided.gates.filter(({ passed }) => !passed).map(({ code }) => code));
  }

  explanation(locale: Locale): Explanation {
    let explanation = this.explanations.get(locale);
    if (!explanation) {
      const { policy, names, company } = this.parts;
      const nameOf = (projectId: string) => names.get(projectId) ?? projectId;
      explanation = explain(this.decided, policy.facts, locale, nameOf, company ? zoneOf(company) : undefined);
      this.explanations.set(locale, explanation);
    }
    return explanation;
  }

  /** The decision as it is given at an instant, in a language. */
  given(locale: Locale, evaluatedAt: string, subjectNamed: string | null = null): AnsweredDecision {
    return new GivenAnswer(this, locale, evaluatedAt, subjectNamed);
  }
}

/** One is made for each question: whatever costs something stays with the answer. */
class GivenAnswer implements AnsweredDecision {
  readonly allowed: boolean;
  readonly #answer: Answer;
  readonly #locale: Locale;

  constructor(
    answer: Answer,
    locale: Locale,
    readonly evaluatedAt: string,
    readonly subjectNamed: string | null,
  ) {
    this.#answer = answer;
    this.#locale = locale;
    this.allowed = answer.allowed;
  }

  get code(): AnsweredDecision["code"] {
    return this.#answer.decided.code;
  }

  get action(): AnsweredDecision["action"] {
    return this.#answer.decided.action;
  }

  get resource(): AnsweredDecision["resource"] {
    return this.#answer.decided.resource;
  }

  get missed(): readonly GateCode[] {
    return this.#answer.missed;
  }

  get companyId(): string | null {
    return this.#answer.parts.company?.id ?? null;
  }

  get subjectId(): string | null {
    return this.#answer.parts.subject?.id ?? null;
  }

  get basis(): AnsweredDecision["basis"] {
    return this.#answer.decided.basis?.kind ?? null;
  }

  get grantId(): string | null {
    return this.#answer.decided.grantId;
  }

  get policyRevision(): number | null {
    return this.#answer.parts.company?.policyRevision ?? null;
  }

  get facts(): AnsweredDecision["facts"] {
    return this.#answer.decided.facts;
  }

  get recordId(): string | null {
    const id = this.#answer.parts.record?.id;
    return typeof id === "string" ? id : null;
  }

  get about(): RecordFacts | null {
    return this.#answer.parts.record;
  }

  get message(): string {
    return this.#answer.explanation(this.#locale).message;
  }

  get gates(): Explanation["gates"] {
    return this.#answer.explanation(this.#locale).gates;
  }

  get limits(): Explanation["limits"] {
    return this.#answer.explanation(this.#locale).limits;
  }

  get obligations(): AnsweredDecision["obligations"] {
    return this.#answer.decided.obligations;
  }

  get problems(): Explanation["problems"] {
    return this.#answer.explanation(this.#locale).problems;
  }
}

export interface DecidedParts extends Omit<AnswerParts, "allowed" | "decide"> {
  readonly decision: Decision;
  readonly locale: Locale;
  readonly at: string;
}

/** A decision that was made already, as it is handed out. */
export function answerOf({ decision, locale, at, ...parts }: DecidedParts): AnsweredDecision {
  return new Answer({ ...parts, allowed: decision.allowed, decide: () => decision }).given(locale, at);
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
  return answerOf({ decision, policy, subject: null, company: null, record: null, locale, at, names: NO_NAMES });
}
