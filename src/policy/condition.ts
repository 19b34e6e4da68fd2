import type { Money } from "../kernel/money";
import type { FactName, FlagFact, InstantFact, MoneyFact, RecordView, TextFact } from "./record-view";

/**
 * The closed, typed language of conditions over a record. From one condition come CASL's condition (ability.ts),
 * the evaluator's answer (here) and the SQL (condition-sql.ts); a property test holds the three equal.
 */
export type Condition =
  | { readonly kind: "equal"; readonly fact: TextFact; readonly value: string }
  | { readonly kind: "in"; readonly fact: TextFact; readonly values: readonly string[] }
  | { readonly kind: "is_not"; readonly fact: TextFact; readonly value: string }
  | { readonly kind: "is"; readonly fact: FlagFact; readonly value: boolean }
  | { readonly kind: "at_most"; readonly fact: MoneyFact; readonly amount: Money }
  | { readonly kind: "before"; readonly fact: InstantFact; readonly instant: string }
  | { readonly kind: "after"; readonly fact: InstantFact; readonly instant: string }
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] };

export type SimpleCondition = Exclude<Condition, { kind: "all" | "any" }>;

/** Kleene's three values: a condition whose fact is missing or of the wrong type is unknown, and never lets pass. */
export type Truth = true | false | "unknown";

export interface Evaluation {
  readonly truth: Truth;
  /** Facts that would be needed to answer, when the truth is unknown. */
  readonly wanted: readonly FactName[];
}

/** Judges a condition over a record's view. */
export function evaluate(condition: Condition, view: RecordView): Evaluation {
  if (condition.kind === "all") return combine(condition.of, view, false);
  if (condition.kind === "any") return combine(condition.of, view, true);
  const truth = holds(condition, view);
  return { truth, wanted: truth === "unknown" ? [condition.fact] : [] };
}

/** One value decides alone (false for all, true for any); else an unknown makes the whole unknown. */
function combine(parts: readonly Condition[], view: RecordView, deciding: boolean): Evaluation {
  const answers = parts.map((part) => evaluate(part, view));
  if (answers.some(({ truth }) => truth === deciding)) return { truth: deciding, wanted: [] };
  const wanted = [...new Set(answers.flatMap((answer) => answer.wanted))];
  return wanted.length > 0 ? { truth: "unknown", wanted } : { truth: !deciding, wanted: [] };
}

function holds(condition: SimpleCondition, view: RecordView): Truth {
  if (condition.kind === "at_most") return amountHolds(condition.amount, view);
  const value = view[condition.fact];
  if (value === undefined) return "unknown";
  switch (condition.kind) {
    case "equal":
    case "is":
      return value === condition.value;
    case "in":
      return condition.values.includes(value as string);
    case "is_not":
      return value !== condition.value;
    case "before":
      return value < condition.instant;
    case "after":
      return value > condition.instant;
  }
}

/** Amounts in another currency cannot be compared, so they are unknown: no exchange rate is invented. */
function amountHolds(limit: Money, view: RecordView): Truth {
  if (view.amountMinor === undefined || view.amountCurrency !== limit.currency) return "unknown";
  return view.amountMinor <= limit.minor;
}

/** A list of simple conditions that must all hold. */
export type Conjunction = readonly SimpleCondition[];

/**
 * The condition as alternatives of conjunctions (disjunctive normal form): an empty list never holds,
 * a list with an empty conjunction always does.
 */
export function alternatives(condition: Condition): readonly Conjunction[] {
  if (condition.kind === "any") return condition.of.flatMap(alternatives);
  if (condition.kind === "all") return conjoin(condition.of.map(alternatives));
  return [[condition]];
}

function conjoin(parts: readonly (readonly Conjunction[])[]): readonly Conjunction[] {
  return parts.reduce<readonly Conjunction[]>(
    (sofar, part) => sofar.flatMap((left) => part.map((right) => [...left, ...right])),
    [[]],
  );
}
