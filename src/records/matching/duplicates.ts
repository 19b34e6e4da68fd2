import { keysOf, reasonOf, type Matchable, type MatchReason } from "./matches";

/** Why two vendors of one side may be one, the surest first. Colleagues share an e-mail, and numbers are the side's own. */
export const DUPLICATE_REASONS = ["tax_number", "name", "similar_name"] as const satisfies readonly MatchReason[];
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** Records of one side that may be the same: two at least, each found by a reason with another of them. */
export interface Duplicates<T extends Matchable> {
  readonly reasons: readonly DuplicateReason[];
  /** In the order given. */
  readonly records: readonly T[];
}

/** Groups that share no record, the surest first. Costs as much as there are records. */
export function duplicatesOf<T extends Matchable>(records: readonly T[]): Duplicates<T>[] {
  const byKey = new Map<string, T[]>();
  for (const record of records)
    for (const key of keysOf(record)) if (isReason(reasonOf(key))) byKey.set(key, [...(byKey.get(key) ?? []), record]);
  const shared = [...byKey].filter(([, holders]) => holders.length > 1);
  const groupOf = new Map(records.map((record) => [record, [record]]));
  for (const [, holders] of shared) for (const other of holders) join(groupOf, holders[0] ?? other, other);
  const order = new Map(records.map((record, index) => [record, index]));
  const groups = [...new Set(groupOf.values())].filter((group) => group.length > 1);
  const told = groups.map((group): Duplicates<T> => {
    const own = shared.filter(([, [first]]) => first !== undefined && groupOf.get(first) === group);
    const sorted = [...group].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return { reasons: reasonsAmong(own), records: sorted };
  });
  return told.sort((a, b) => surest(a) - surest(b));
}

/** The smaller group goes into the larger, so that long ones stay cheap. */
function join<T>(groupOf: Map<T, T[]>, one: T, other: T): void {
  const [large = [], small = []] = [groupOf.get(one) ?? [], groupOf.get(other) ?? []].sort(
    (a, b) => b.length - a.length,
  );
  if (large === small) return;
  large.push(...small);
  for (const record of small) groupOf.set(record, large);
}

/** Equal names are similar ones too: that is told only where it joins names that are not equal. */
function reasonsAmong<T extends Matchable>(shared: readonly (readonly [string, T[]])[]): DuplicateReason[] {
  const names = new Map<T, string>();
  for (const [key, holders] of shared)
    if (reasonOf(key) === "name") for (const record of holders) names.set(record, key);
  return DUPLICATE_REASONS.filter((reason) =>
    shared.some(([key, holders]) => {
      if (reasonOf(key) !== reason) return false;
      const equal = new Set(holders.map((record) => names.get(record) ?? record)).size === 1;
      return reason !== "similar_name" || !equal;
    }),
  );
}

function surest({ reasons }: { readonly reasons: readonly DuplicateReason[] }): number {
  return reasons[0] ? DUPLICATE_REASONS.indexOf(reasons[0]) : DUPLICATE_REASONS.length;
}

function isReason(reason: MatchReason): boolean {
  return (DUPLICATE_REASONS as readonly MatchReason[]).includes(reason);
}
