import type { Money } from "../../kernel/money";
import type { ContractMisfit } from "./contract-misfits";
import type { FactName, FlagFact, InstantFact, ListFact, MoneyFact, RecordView, TextFact } from "./record-view";

/**
 * The closed, typed language of conditions over a record. From one condition come CASL's condition (ability.ts),
 * the evaluator's answer (here) and the SQL (condition-sql.ts); a property test holds the three equal.
 */
export type Condition =
  | { readonly kind: "equal"; readonly fact: TextFact; readonly value: string }
  | { readonly kind: "in"; readonly fact: TextFact; readonly values: readonly string[] }
  | { readonly kind: "is_not"; readonly fact: TextFact; readonly value: string }
  | { readonly kind: "not_in"; readonly fact: TextFact; readonly values: readonly string[] }
  | { readonly kind: "is"; readonly fact: FlagFact; readonly value: boolean }
  | { readonly kind: "at_most"; readonly fact: MoneyFact; readonly amount: Money }
  | { readonly kind: "before"; readonly fact: InstantFact; readonly instant: string }
  | { readonly kind: "after"; readonly fact: InstantFact; readonly instant: string }
  | { readonly kind: "none_of"; readonly fact: ListFact; readonly values: readonly ContractMisfit[] }
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
    case "not_in":
      return !condition.values.includes(value as string);
    case "none_of":
      return !view.misfits?.some((one) => condition.values.includes(one));
    case "before":
      return value < condition.instant;
    case "after":
      return value > condition.instant;
  }
}

/**
 * The size of an amount counts, not its sign: who may move ten thousand may not take six hundred thousand away. Amounts
 * in another currency cannot be compared, so they are unknown: no exchange rate is invented.
 */
function amountHolds(limit: Money, view: RecordView): Truth {
  if (view.amountMinor === undefined || view.amountCurrency !== limit.currency) return "unknown";
  return Math.abs(view.amountMinor) <= limit.minor;
}

/** What the record has of that which the condition would have none of. */
export function foundIn(condition: Condition, view: RecordView): readonly ContractMisfit[] {
  if (condition.kind === "all" || condition.kind === "any")
    return [...new Set(condition.of.flatMap((part) => foundIn(part, view)))];
  return condition.kind === "none_of" ? condition.values.filter((one) => view.misfits?.includes(one)) : [];
}

/** A list of simple conditions that must all hold. */
export type Conjunction = readonly SimpleCondition[];

/**
 * The condition as alternatives of conjunctions (disjunctive normal form): an empty list never holds,
 * a list with an empty conjunction always does. Alternatives that no record can meet are left out.
 */
export function alternatives(condition: Condition): readonly Conjunction[] {
  return normalForm(condition).filter((parts) => !contradicts(parts));
}

function normalForm(condition: Condition): readonly Conjunction[] {
  if (condition.kind === "any") return condition.of.flatMap(normalForm);
  if (condition.kind === "all") return conjoin(condition.of.map(normalForm));
  return [[condition]];
}

/** Whether some fact would have to be two things at once: two projects, two states, amounts in two currencies. */
function contradicts(parts: Conjunction): boolean {
  return [...valuesLeft(parts).values()].some((values) => values.length === 0);
}

/** The values that the conjunction leaves to each fact (to the currency, for an amount), where they can be listed. */
export function valuesLeft(parts: Conjunction): ReadonlyMap<FactName, readonly unknown[]> {
  const left = new Map<FactName, readonly unknown[]>();
  for (const part of parts) {
    const values = valuesOf(part);
    if (values) left.set(part.fact, left.get(part.fact)?.filter((value) => values.includes(value)) ?? values);
  }
  for (const part of parts) {
    const excluded = excludedBy(part);
    const values = left.get(part.fact);
    if (excluded && values)
      left.set(
        part.fact,
        values.filter((value) => !excluded.includes(value)),
      );
  }
  return left;
}

function excludedBy(part: SimpleCondition): readonly unknown[] | null {
  if (part.kind === "is_not") return [part.value];
  return part.kind === "not_in" ? part.values : null;
}

/** The values that the condition leaves to its fact (to the currency, for an amount); null: too many to list. */
function valuesOf(part: SimpleCondition): readonly unknown[] | null {
  switch (part.kind) {
    case "equal":
    case "is":
      return [part.value];
    case "in":
      return part.values;
    case "at_most":
      // No amount is smaller than nothing.
      return part.amount.minor < 0 ? [] : [part.amount.currency];
    default:
      return null;
  }
}

function conjoin(parts: readonly (readonly Conjunction[])[]): readonly Conjunction[] {
  return parts.reduce<readonly Conjunction[]>(
    (sofar, part) => sofar.flatMap((left) => part.map((right) => [...left, ...right])),
    [[]],
  );
}
