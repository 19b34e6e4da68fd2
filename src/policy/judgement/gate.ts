import type { Basis } from "../model/bases";
import type { Condition } from "../model/condition";
import type { Facts } from "../model/facts";
import type { Requirement } from "../model/requirements";
import type { Action, GateCode, Resource } from "../model/vocabulary";

/** Everything a gate may look at. Only records are missing: for them it answers with a condition. */
export interface Case {
  readonly facts: Facts;
  readonly action: Action;
  readonly resource: Resource;
  /** Null: the action does not exist on the resource. */
  readonly requirement: Requirement | null;
  readonly basis: Basis;
}

/** Open, shut, or open for the records that meet the condition. */
export type Verdict = true | false | Condition;

/** One named condition with its reason code. `judge` answers undefined where the gate does not concern the case. */
export interface Gate {
  readonly code: GateCode;
  readonly judge: (asked: Case) => Verdict | undefined;
}

export type Judge = Gate["judge"];
