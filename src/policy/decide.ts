import { evaluate } from "./condition";
import type { Decision, GateOutcome, Limit } from "./decision";
import type { RecordFacts } from "./facts";
import { judge, type JudgedBasis, type JudgedGate } from "./judge";
import type { MemberPolicy } from "./member-policy";
import { recordView, type RecordView } from "./record-view";
import { requirementOf } from "./requirements";
import { isAction, isResource, type Action, type DecisionCode, type Resource } from "./vocabulary";

/** What is asked of a policy. Names come from outside: anything unknown is denied with a reason. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  /** Without a record the question is whether there is any that would be allowed, and within which limits. */
  readonly record?: RecordFacts | null;
}

/** The bare answer, for hot paths: no explanation is made. */
export function isAllowed(policy: MemberPolicy, { action, resource, record }: Asked): boolean {
  if (!isAction(action) || !isResource(resource)) return false;
  if (!record) return policy.verdict(action, resource) !== "never";
  if (!fits(policy, resource, record)) return false;
  const verdict = policy.verdict(action, resource);
  return verdict === "always" || (verdict === "ask" && policy.allows(action, recordView(record)));
}

/** Decides and explains: every gate is judged, not only the first that fails. Never throws for what is asked. */
export function decide(policy: MemberPolicy, asked: Asked): Decision {
  const { action, resource, record } = asked;
  if (!isAction(action)) return refusal(policy, "UNKNOWN_ACTION", null, null);
  if (!isResource(resource)) return refusal(policy, "UNKNOWN_RESOURCE", action, null);
  if (record && !fits(policy, resource, record)) return refusal(policy, "WRONG_RECORD", action, resource);
  const view = record ? recordView(record) : null;
  const { basis, outcomes } = nearest(judge(policy.facts, action, resource), view);
  const allowed = isAllowed(policy, asked);
  return {
    allowed,
    code: allowed ? "ALLOWED" : codeOf(outcomes),
    action,
    resource,
    gates: policy.facts.subject === null ? outcomes.slice(0, 1) : outcomes,
    limits: allowed && view === null ? limitsOf(outcomes) : [],
    requirement: requirementOf(action, resource),
    basis,
    grantId: basis.kind === "grant" ? basis.grant.grantId : null,
    evaluatedAt: policy.facts.at,
  };
}

function fits(policy: MemberPolicy, resource: Resource, record: RecordFacts): boolean {
  return record.companyId === policy.facts.company.companyId && record.feature === resource;
}

function refusal(policy: MemberPolicy, code: DecisionCode, action: Action | null, resource: Resource | null): Decision {
  const nothing = { gates: [], limits: [], requirement: null, basis: null, grantId: null };
  return { allowed: false, code, action, resource, ...nothing, evaluatedAt: policy.facts.at };
}

/** The basis with the fewest missed gates; the first of equals. */
function nearest(judged: readonly JudgedBasis[], view: RecordView | null) {
  const weighed = judged.map(({ basis, gates }) => {
    const outcomes = gates.map((gate) => outcomeOf(gate, view));
    return { basis, outcomes, missed: outcomes.filter(({ passed }) => !passed).length };
  });
  return weighed.reduce((best, next) => (next.missed < best.missed ? next : best));
}

function outcomeOf({ code, verdict }: JudgedGate, view: RecordView | null): GateOutcome {
  if (typeof verdict === "boolean") return { code, passed: verdict, evaluable: true, wanted: [], condition: null };
  if (view === null) return { code, passed: true, evaluable: true, wanted: [], condition: verdict };
  const { truth, wanted } = evaluate(verdict, view);
  return { code, passed: truth === true, evaluable: truth !== "unknown", wanted, condition: verdict };
}

function codeOf(outcomes: readonly GateOutcome[]): DecisionCode {
  const missed = outcomes.find(({ passed }) => !passed);
  if (!missed) return "NOT_EVALUABLE";
  return missed.evaluable ? missed.code : "NOT_EVALUABLE";
}

function limitsOf(outcomes: readonly GateOutcome[]): readonly Limit[] {
  return outcomes.flatMap(({ code, condition }) => (condition === null ? [] : [{ code, condition }]));
}
