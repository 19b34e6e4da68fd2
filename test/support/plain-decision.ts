import type { AnsweredDecision } from "../../src/policy/ports";

/** All that a decision says, as a plain object: what is put into words when it is read does not compare. */
export function plainDecision(decision: AnsweredDecision): AnsweredDecision {
  const { allowed, code, message, action, resource, companyId, subjectId, gates, missed, limits } = decision;
  const { obligations, problems, facts, recordId, basis, grantId, policyRevision, evaluatedAt } = decision;
  const asked = { action, resource, companyId, subjectId, recordId, evaluatedAt };
  const why = { code, message, gates, missed, limits, obligations, problems, facts, basis, grantId, policyRevision };
  return { allowed, ...asked, ...why, about: null };
}
