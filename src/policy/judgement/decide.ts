import { evaluate, foundIn, type Condition } from "../model/condition";
import { viewIn } from "../model/connections";
import type { Decision, GateOutcome, Limit, Obligation } from "../model/decision";
import type { Facts, RecordFacts } from "../model/facts";
import { mayBeFirst } from "./first-approval";
import { judge, waysToMeet, type JudgedBasis, type JudgedGate } from "./judge";
import type { MemberPolicy } from "./member-policy";
import type { RecordView } from "../model/record-view";
import { requirementOf } from "../model/requirements";
import {
  GATE_CODES,
  isAction,
  isResource,
  type Action,
  type DecisionCode,
  type GateCode,
  type Resource,
} from "../model/vocabulary";

/** What is asked of a policy. Names come from outside: anything unknown is denied with a reason. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  /** Without a record the question is whether there is any that would be allowed, and within which limits. */
  readonly record?: RecordFacts | null;
  /** Whether somebody of the company asks, who is told all that somebody who is not of it would be missing. */
  readonly byInsider?: boolean;
}

/** The bare answer, for hot paths: no explanation is made. */
export function isAllowed(policy: MemberPolicy, { action, resource, record }: Asked): boolean {
  if (!isAction(action) || !isResource(resource)) return false;
  if (policy.verdict(action, resource) === "never") return false;
  if (record === undefined || record === null) return true;
  if (hasProblems(record)) return false;
  const view = viewIn(policy.facts.company, record);
  return fits(policy, resource, view) && passes(policy, action, resource, view);
}

/** Whether something that was stated of the record could not be taken: what is not understood is never a yes. */
export function hasProblems({ problems }: Pick<RecordFacts, "problems">): boolean {
  return problems !== undefined && problems.length > 0;
}

function passes(policy: MemberPolicy, action: Action, resource: Resource, view: RecordView | null): boolean {
  const verdict = policy.verdict(action, resource);
  if (view === null || verdict !== "ask") return verdict !== "never";
  return policy.allows(action, view);
}

/** Decides and explains: every gate is judged, not only the first that fails. Never throws for what is asked. */
export function decide(policy: MemberPolicy, asked: Asked): Decision {
  const { action, resource, record } = asked;
  if (!isAction(action)) return refusal(policy, "UNKNOWN_ACTION", null, null);
  if (!isResource(resource)) return refusal(policy, "UNKNOWN_RESOURCE", action, null);
  const view = record === undefined || record === null ? null : viewIn(policy.facts.company, record);
  const whose = record ? { facts: record.source ?? null, problems: record.problems ?? [] } : NO_RECORD;
  if (view && !fits(policy, resource, view)) return { ...refusal(policy, "WRONG_RECORD", action, resource), ...whose };
  const { basis, outcomes } = nearest(policy.facts, judge(policy.facts, action, resource), view);
  const allowed = whose.problems.length === 0 && passes(policy, action, resource, view);
  return {
    allowed,
    code: allowed ? "ALLOWED" : codeOf(outcomes),
    action,
    resource,
    gates: isOutsider(policy.facts) && !asked.byInsider ? outcomes.slice(0, 1) : outcomes,
    limits: allowed && view === null ? limitsOf(outcomes) : [],
    obligations:
      isOnlyUnapproved(policy.facts, action, outcomes, view) && whose.problems.length === 0 ? SECOND_APPROVAL : [],
    requirement: requirementOf(action, resource),
    basis,
    ...whose,
    grantId: basis.kind === "grant" ? basis.grant.grantId : null,
    evaluatedAt: policy.facts.at,
  };
}

const SECOND_APPROVAL: readonly Obligation[] = ["second_approval"];

/** Whether all that keeps the person from sending is that nobody has approved yet. */
function isOnlyUnapproved(
  { subject }: Facts,
  action: Action,
  outcomes: readonly GateOutcome[],
  view: RecordView | null,
) {
  if (action !== "send" || view === null || subject === null) return false;
  const missed = outcomes.filter(({ passed }) => !passed);
  if (missed.length !== 1 || missed[0]?.code !== "SECOND_APPROVAL_NEEDED") return false;
  return evaluate({ kind: "all", of: mayBeFirst(subject.subjectId) }, view).truth === true;
}

const NO_RECORD = { facts: null, problems: [] } as const;

function fits(policy: MemberPolicy, resource: Resource, view: RecordView): boolean {
  return view.companyId === policy.facts.company.companyId && view.__caslSubjectType__ === resource;
}

/** Whoever is not of the company learns that, and nothing else of it, where they ask themselves. */
function isOutsider({ subject, company }: Facts): boolean {
  return subject === null || subject.companyId !== company.companyId;
}

function refusal(policy: MemberPolicy, code: DecisionCode, action: Action | null, resource: Resource | null): Decision {
  const nothing = {
    gates: [],
    limits: [],
    obligations: [],
    requirement: null,
    basis: null,
    ...NO_RECORD,
    grantId: null,
  };
  return { allowed: false, code, action, resource, ...nothing, evaluatedAt: policy.facts.at };
}

/** The basis with the fewest missed gates; of equals, without a record, the one that asks least of one; else the first. */
function nearest(facts: Facts, judged: readonly JudgedBasis[], view: RecordView | null) {
  const weighed = judged.map(({ basis, gates }) => {
    const outcomes = view === null ? withoutRecord(facts, gates) : gates.map((gate) => outcomeOf(gate, view));
    const missed = outcomes.filter(({ passed }) => !passed).length;
    const limits = view === null ? limitsOf(outcomes).length : 0;
    return { basis, outcomes, weight: missed + limits / (GATE_CODES.length + 1) };
  });
  return weighed.reduce((best, next) => (next.weight < best.weight ? next : best));
}

/**
 * Without a record a condition is open as long as some record can meet it together with those before it. Those over the
 * connection come last: where all projects that are left lie in a ledger that is shut, that ledger is what is missing.
 */
function withoutRecord(facts: Facts, gates: readonly JudgedGate[]): readonly GateOutcome[] {
  const met: Condition[] = [];
  const judged = new Map<GateCode, GateOutcome>();
  for (const { code, verdict } of connectionLast(gates)) {
    const isPlain = typeof verdict === "boolean";
    const passed = isPlain ? verdict : waysToMeet(facts, [...met, verdict]).length > 0;
    if (passed && !isPlain) met.push(verdict);
    judged.set(code, { ...PLAIN, code, passed, condition: passed && !isPlain ? verdict : null });
  }
  return gates.flatMap(({ code }) => judged.get(code) ?? []);
}

/** A gate that looks at no record. */
const PLAIN = { evaluable: true, wanted: [], found: [], condition: null } as const;

function connectionLast(gates: readonly JudgedGate[]): readonly JudgedGate[] {
  return [...gates.filter((gate) => !isOfConnection(gate)), ...gates.filter(isOfConnection)];
}

function isOfConnection({ verdict }: JudgedGate): boolean {
  return typeof verdict === "object" && verdict.kind === "in" && verdict.fact === "connection";
}

function outcomeOf({ code, verdict }: JudgedGate, view: RecordView): GateOutcome {
  if (typeof verdict === "boolean") return { ...PLAIN, code, passed: verdict };
  const { truth, wanted } = evaluate(verdict, view);
  const found = foundIn(verdict, view);
  return { code, passed: truth === true, evaluable: truth !== "unknown", wanted, found, condition: verdict };
}

function codeOf(outcomes: readonly GateOutcome[]): DecisionCode {
  const missed = outcomes.find(({ passed }) => !passed);
  if (!missed) return "NOT_EVALUABLE";
  return missed.evaluable ? missed.code : "NOT_EVALUABLE";
}

function limitsOf(outcomes: readonly GateOutcome[]): readonly Limit[] {
  return outcomes.flatMap(({ code, condition }) => (condition === null ? [] : [{ code, condition }]));
}
