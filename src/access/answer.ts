import type { CompanyEntity } from "../company/company.entity";
import type { Locale } from "../kernel/locale";
import type { Decision } from "../policy/decision";
import { explain, type Explanation } from "../policy/explain";
import { MemberPolicy } from "../policy/member-policy";
import { decide } from "../policy/decide";
import type { AnsweredDecision, Question } from "../policy/ports";
import { FEATURES, type Feature, type GateCode } from "../policy/vocabulary";
import type { CompanyFacts, FeatureFacts } from "../policy/facts";
import type { KnownSubject } from "./subject-directory";

export interface AnswerParts {
  readonly decision: Decision;
  readonly policy: MemberPolicy;
  readonly subject: Pick<KnownSubject, "id"> | null;
  /** Null: the asker may not learn whether there is such a company. */
  readonly company: CompanyEntity | null;
  readonly locale: Locale;
  /** Names of projects by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A decision as it is handed out; put into words when somebody reads them, and once for all who do. */
export class Answer {
  private explained: Explanation | null = null;

  constructor(private readonly parts: AnswerParts) {}

  /** Whether the question was understood: it names an action and a resource. */
  get isKnown(): boolean {
    return this.parts.decision.resource !== null;
  }

  /** The same decision, given at the instant. */
  asOf(evaluatedAt: string): AnsweredDecision {
    const { decision, subject, company } = this.parts;
    const words = () => (this.explained ??= this.explain());
    return {
      allowed: decision.allowed,
      code: decision.code,
      action: decision.action,
      resource: decision.resource,
      get message() {
        return words().message;
      },
      get gates() {
        return words().gates;
      },
      get limits() {
        return words().limits;
      },
      missed: missedOf(decision),
      companyId: company?.id ?? null,
      subjectId: subject?.id ?? null,
      basis: decision.basis?.kind ?? null,
      grantId: decision.grantId,
      policyRevision: company?.policyRevision ?? null,
      evaluatedAt,
    };
  }

  private explain(): Explanation {
    const { decision, policy, locale, names } = this.parts;
    return explain(decision, policy.facts, locale, (projectId) => names.get(projectId) ?? projectId);
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
  return answer({ decision, policy, subject: null, company: null, locale, at, names: NO_NAMES });
}
