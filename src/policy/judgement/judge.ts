import { basesFor, type Basis } from "../model/bases";
import { alternatives, type Condition, type Conjunction } from "../model/condition";
import { withinBooks } from "../model/connections";
import type { Facts } from "../model/facts";
import type { Case, Gate, Verdict } from "./gate";
import { GATES } from "./gates";
import { requirementOf } from "../model/requirements";
import type { Action, GateCode, Resource } from "../model/vocabulary";

export interface JudgedGate {
  readonly code: GateCode;
  readonly verdict: Verdict;
}

/** All gates that concern the question, judged on one basis. */
export interface JudgedBasis {
  readonly basis: Basis;
  readonly gates: readonly JudgedGate[];
}

/** What a feature-level cell comes to: never, always, or for records that meet one of the conjunctions. */
export interface Route {
  readonly basis: Basis;
  readonly conjunctions: readonly Conjunction[];
}

/** Judges the question's gates on each basis it can rest on. */
export function judge(facts: Facts, action: Action, resource: Resource, gates = GATES): readonly JudgedBasis[] {
  return casesOf(facts, action, resource).map((asked) => ({ basis: asked.basis, gates: judgeGates(asked, gates) }));
}

function casesOf(facts: Facts, action: Action, resource: Resource): readonly Case[] {
  const requirement = requirementOf(action, resource);
  const bases: readonly Basis[] = requirement ? basesFor(facts, requirement, action, resource) : [{ kind: "role" }];
  return bases.map((basis) => ({ facts, action, resource, requirement, basis }));
}

function judgeGates(asked: Case, gates: readonly Gate[]): readonly JudgedGate[] {
  const judged: JudgedGate[] = [];
  for (const { code, judge } of gates) {
    const verdict = judge(asked);
    if (verdict !== undefined) judged.push({ code, verdict });
  }
  return judged;
}

/** The bases on which no gate is shut, with what they still ask of a record. */
export function routes(facts: Facts, action: Action, resource: Resource, gates = GATES): readonly Route[] {
  const open: Route[] = [];
  for (const asked of casesOf(facts, action, resource)) {
    const conditions = conditionsOf(asked, gates);
    if (conditions) open.push({ basis: asked.basis, conjunctions: waysToMeet(facts, conditions) });
  }
  return open;
}

/** The ways in which a record can meet all of the conditions; without any, none can. */
export function waysToMeet({ company }: Facts, conditions: readonly Condition[]): readonly Conjunction[] {
  return withinBooks(company, alternatives({ kind: "all", of: conditions }));
}

/** What the gates ask of a record; null as soon as one is shut. Compiling a member goes through here 200 times. */
function conditionsOf(asked: Case, gates: readonly Gate[]): readonly Condition[] | null {
  const conditions: Condition[] = [];
  for (const { judge } of gates) {
    const verdict = judge(asked);
    if (verdict === false) return null;
    if (typeof verdict === "object") conditions.push(verdict);
  }
  return conditions;
}
