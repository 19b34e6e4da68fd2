import type { CompanyEntity } from "../company/company.entity";
import type { Locale } from "../kernel/locale";
import type { Decision } from "../policy/decision";
import { explain } from "../policy/explain";
import { MemberPolicy } from "../policy/member-policy";
import { decide } from "../policy/decide";
import type { AnsweredDecision, Question } from "../policy/ports";
import { FEATURES, type Feature } from "../policy/vocabulary";
import type { CompanyFacts, FeatureFacts } from "../policy/facts";
import type { KnownSubject } from "./subject-directory";

export interface AnswerParts {
  readonly decision: Decision;
  readonly policy: MemberPolicy;
  readonly subject: Pick<KnownSubject, "id"> | null;
  readonly company: CompanyEntity;
  readonly locale: Locale;
  readonly at: string;
  readonly names: ReadonlyMap<string, string>;
}

/** A decision, explained, as it is handed out. */
export function answer({ decision, policy, subject, company, locale, at, names }: AnswerParts): AnsweredDecision {
  const explanation = explain(decision, policy.facts, locale, (projectId) => names.get(projectId) ?? projectId);
  return {
    ...bare(decision, explanation, at),
    companyId: company.id,
    subjectId: subject?.id ?? null,
    policyRevision: company.policyRevision,
  };
}

function bare(decision: Decision, explanation: ReturnType<typeof explain>, at: string): AnsweredDecision {
  const { allowed, code, action, resource, basis, grantId } = decision;
  return {
    allowed,
    code,
    action,
    resource,
    ...explanation,
    companyId: null,
    subjectId: null,
    basis: basis?.kind ?? null,
    grantId,
    policyRevision: null,
    evaluatedAt: at,
  };
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

/** What an outsider hears of any company, whether it exists or not: nobody of that name is a member of it. */
export function outsiderAnswer({ action, resource, locale }: Question, at: string): AnsweredDecision {
  const policy = new MemberPolicy({ company: NO_COMPANY, subject: null, at });
  const decision = decide(policy, { action, resource });
  return bare(
    decision,
    explain(decision, policy.facts, locale, (id) => id),
    at,
  );
}
