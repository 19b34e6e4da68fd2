import type { Basis } from "./bases";
import type { Condition } from "./condition";
import type { ContractMisfit } from "./contract-misfits";
import type { Requirement } from "./requirements";
import type { FactProblem, FactsSource } from "./record-facts";
import type { FactName } from "./record-view";
import type { Action, DecisionCode, GateCode, Resource } from "./vocabulary";

/** One gate's part in a decision. */
export interface GateOutcome {
  readonly code: GateCode;
  readonly passed: boolean;
  /** False: a fact was missing or ill-typed, so the gate could not be judged; it is then missed. */
  readonly evaluable: boolean;
  /** The facts that were wanted, when it could not be judged. */
  readonly wanted: readonly FactName[];
  /** How the record does not fit its contract, where that is what the gate asks. */
  readonly found: readonly ContractMisfit[];
  /** The condition over the record, where the gate has one. */
  readonly condition: Condition | null;
}

/** What remains to be met by a record, when a question was asked without one. */
export interface Limit {
  readonly code: GateCode;
  readonly condition: Condition;
}

/** What whoever acts on a decision has to do: their sending is kept as the first of two approvals. */
export const OBLIGATIONS = ["second_approval"] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

/**
 * A decision is a value. `allowed` comes from CASL; that it equals the conjunction of `gates`, where there are no `problems`,
 * is a tested law.
 */
export interface Decision {
  readonly allowed: boolean;
  /** ALLOWED, or the reason: the first missed gate's code, NOT_EVALUABLE where a fact was wanted, or what was unknown. */
  readonly code: DecisionCode;
  readonly action: Action | null;
  readonly resource: Resource | null;
  readonly gates: readonly GateOutcome[];
  readonly limits: readonly Limit[];
  /** `second_approval`: nothing but another person's approval is missing, and this person may give the first one. */
  readonly obligations: readonly Obligation[];
  readonly requirement: Requirement | null;
  readonly basis: Basis | null;
  /** Whose facts of the record counted; null: the question was about no record. */
  readonly facts: FactsSource | null;
  /** What was stated of the record and could not be taken; with any, it is not allowed. */
  readonly problems: readonly FactProblem[];
  /** The grant it rests on, or the nearest one that fell short. */
  readonly grantId: string | null;
  readonly evaluatedAt: string;
}
