import { valuesLeft, type Conjunction, type SimpleCondition } from "./model/condition";
import { undisturbed } from "./model/circumstances";
import type { Facts } from "./model/facts";
import { routes } from "./judgement/judge";
import { ACTIONS, RESOURCES, type Action, type Resource } from "./model/vocabulary";

/** Something that somebody may do, or may do with more records, than before. */
export interface Gain {
  readonly action: Action;
  readonly resource: Resource;
}

/**
 * What a part in the implementation asks of its holder: tasks, not rights over people, records or settings. Whoever keeps
 * the list of stakeholders may put themselves on it, as the administrator of a small firm has to.
 */
export const TASKS: readonly Action[] = ["confirm_slot", "answer_availability", "carry_out_item"];

/**
 * What somebody may do after a change that they might not do before it. Both are the facts of the same person as of one
 * instant, one for each record that is theirs: what any of them allows, the person may do.
 *
 * Circumstances are left out: whether the integration is live, connected and switched on opens and shuts what people have
 * a right to, and gives nobody a right. The way without an approver (direct export) and the two-person rule do.
 */
export function rightsGained(before: readonly Facts[], after: readonly Facts[]): Gain[] {
  // Most changes touch nothing that rights rest on.
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const then = before.map(rightsAlone);
  const now = after.map(rightsAlone);
  const gains: Gain[] = [];
  for (const action of ACTIONS.filter((one) => !TASKS.includes(one)))
    for (const resource of RESOURCES) {
      const held = waysOf(then, action, resource);
      const isHeld = (way: Conjunction) => held.some((other) => covers(other, way));
      if (!waysOf(now, action, resource).every(isHeld)) gains.push({ action, resource });
    }
  return gains;
}

function rightsAlone(facts: Facts): Facts {
  return { ...facts, company: undisturbed(facts.company) };
}

function waysOf(facts: readonly Facts[], action: Action, resource: Resource): Conjunction[] {
  return facts.flatMap((one) => routes(one, action, resource).flatMap(({ conjunctions }) => conjunctions));
}

/** Whether every record that the one lets pass, the other does too. It may say no of two that would only do so together. */
function covers(wide: Conjunction, narrow: Conjunction): boolean {
  const left = valuesLeft(narrow);
  return wide.every((condition) => {
    const values = left.get(condition.fact);
    return narrow.some((other) => implies(other, condition)) || (values !== undefined && allFit(values, condition));
  });
}

/** Whether the condition holds for each of these values of its fact. */
function allFit(values: readonly unknown[], condition: SimpleCondition): boolean {
  switch (condition.kind) {
    case "equal":
    case "is":
      return values.every((value) => value === condition.value);
    case "in":
      return values.every((value) => condition.values.includes(value as string));
    case "is_not":
      return !values.includes(condition.value);
    case "not_in":
      return values.every((value) => !condition.values.includes(value as string));
    default:
      return false;
  }
}

/** Whether the second holds wherever the first does, as far as the two say by themselves. */
function implies(narrow: SimpleCondition, wide: SimpleCondition): boolean {
  if (narrow.fact !== wide.fact || narrow.kind !== wide.kind) return false;
  if (narrow.kind === "at_most" && wide.kind === "at_most")
    return narrow.amount.currency === wide.amount.currency && narrow.amount.minor <= wide.amount.minor;
  if (narrow.kind === "before" && wide.kind === "before") return narrow.instant <= wide.instant;
  if (narrow.kind === "after" && wide.kind === "after") return narrow.instant >= wide.instant;
  if (narrow.kind === "none_of" && wide.kind === "none_of")
    return wide.values.every((value) => narrow.values.includes(value));
  return JSON.stringify(narrow) === JSON.stringify(wide);
}
