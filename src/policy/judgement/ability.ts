import {
  createMongoAbility,
  type ForcedSubject,
  type MongoAbility,
  type MongoQuery,
  type RawRuleOf,
} from "@casl/ability";
import { packRules, type PackRule } from "@casl/ability/extra";
import type { Conjunction, SimpleCondition } from "../model/condition";
import type { RecordView } from "../model/record-view";
import type { Action, Resource } from "../model/vocabulary";

/*
 * The one file that knows CASL. Here "subject" is CASL's word for what is acted on; everywhere else it is who acts.
 */

export type LedgerAbility = MongoAbility<[Action, Resource | (RecordView & ForcedSubject<Resource>)]>;
export type LedgerRule = RawRuleOf<LedgerAbility>;
export type PackedRules = PackRule<LedgerRule>[];

/** One positive rule; there are no negative ones, so the order of rules never matters. */
export function ruleFor(companyId: string, action: Action, resource: Resource, parts: Conjunction): LedgerRule {
  return { action, subject: resource, conditions: conditionsOf(companyId, parts) };
}

/** CASL's ability over the rules; denies whatever no rule allows. */
export function abilityOf(rules: LedgerRule[]): LedgerAbility {
  return createMongoAbility<LedgerAbility>(rules, {
    detectSubjectType: (view) => view.__caslSubjectType__,
  });
}

/** Whether the ability allows the action on this very record. */
export function allows(ability: LedgerAbility, action: Action, view: RecordView): boolean {
  return ability.can(action, view as RecordView & ForcedSubject<Resource>);
}

/** Whether some record could be allowed. CASL answers so for a type; conditions are not looked at. */
export function mayEver(ability: LedgerAbility, action: Action, resource: Resource): boolean {
  return ability.can(action, resource);
}

/** The rules in CASL's compact form, for a front end to unpack and evaluate over `recordView`s of its own. */
export function pack(rules: LedgerRule[]): PackedRules {
  return packRules(rules);
}

/** Lowest text: with a lower bound `$lt` and `$lte` no longer pass for a missing, null or NaN fact. */
const LEAST_TEXT = "0000";

function conditionsOf(companyId: string, parts: Conjunction): MongoQuery<RecordView> {
  const query: Record<string, Record<string, unknown>> = { companyId: { $eq: companyId } };
  for (const part of parts) {
    for (const [field, operators] of Object.entries(operatorsOf(part))) {
      query[field] = merge(query[field] ?? {}, operators);
    }
  }
  return query;
}

function operatorsOf(part: SimpleCondition): Record<string, Record<string, unknown>> {
  switch (part.kind) {
    case "equal":
      return { [part.fact]: { $in: [part.value] } };
    case "in":
      return { [part.fact]: { $in: [...part.values] } };
    case "is":
      return { [part.fact]: { $in: [part.value] } };
    case "is_not":
      return { [part.fact]: { $exists: true, $nin: [part.value, null] } };
    case "not_in":
      return { [part.fact]: { $exists: true, $nin: [...part.values, null] } };
    case "at_most":
      return {
        amountCurrency: { $in: [part.amount.currency] },
        amountMinor: { $exists: true, $ne: null, $gte: 0 - part.amount.minor, $lte: part.amount.minor },
      };
    case "none_of":
      // `$all` of nothing holds for lists alone.
      return { [part.fact]: { $all: [], $nin: [...part.values, null] } };
    case "before":
      return { [part.fact]: { $gte: LEAST_TEXT, $lt: part.instant } };
    case "after":
      return { [part.fact]: { $gt: part.instant } };
  }
}

/** Two demands on one field become one: CASL keeps a single value per operator, so the stricter one is kept. */
function merge(left: Record<string, unknown>, right: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...left };
  for (const [operator, value] of Object.entries(right)) {
    merged[operator] = operator in left ? stricter(operator, left[operator], value) : value;
  }
  return merged;
}

function stricter(operator: string, left: unknown, right: unknown): unknown {
  switch (operator) {
    case "$in":
      return (left as unknown[]).filter((value) => (right as unknown[]).includes(value));
    case "$nin":
      return [...new Set([...(left as unknown[]), ...(right as unknown[])])];
    case "$lte":
    case "$lt":
      return (left as number) < (right as number) ? left : right;
    case "$gt":
    case "$gte":
      return (left as number) > (right as number) ? left : right;
    default:
      return right;
  }
}
