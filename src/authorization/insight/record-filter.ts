import type { Conjunction } from "../../policy/model/condition";
import { sqlFilter, type FactColumns, type SqlFilter } from "../../policy/judgement/condition-sql";
import type { Facts } from "../../policy/model/facts";
import { mayBeFirst } from "../../policy/judgement/first-approval";
import { GATES } from "../../policy/judgement/gates";
import { mayAskForTwo } from "../../policy/judgement/record-gates";
import { routes } from "../../policy/judgement/judge";
import type { MemberPolicy } from "../../policy/judgement/member-policy";
import { FEATURES, type Action, type Feature } from "../../policy/model/vocabulary";

export const NOBODY: SqlFilter = { where: "1 = 0", parameters: {} };
/** Without the gate that a first approval is there to open. */
const BEFORE_SECOND_APPROVAL = GATES.filter(({ code }) => code !== "SECOND_APPROVAL_NEEDED");

/** Where records lie in a query, and what the names of the filter's parameters start with. */
export interface RecordPlace {
  readonly columns: FactColumns;
  readonly feature: string;
  readonly prefix?: string;
}

/**
 * The WHERE of the records, of several companies, that the policies let the action be done to. For `send` also of those
 * that only wait for a first approval.
 */
export function recordFilter(
  policies: readonly MemberPolicy[],
  action: Action,
  { columns, feature, prefix = action }: RecordPlace,
): SqlFilter {
  const ways = policies.flatMap((policy) => waysOf(policy.facts, action));
  const filters = ways.map(({ companyId, features, conjunctions }, index) => {
    const { where, parameters } = sqlFilter(companyId, conjunctions, columns, `${prefix}${index}_`);
    const named = `${prefix}${index}_features`;
    return {
      where: `(${feature} IN (:...${named}) AND ${where})`,
      parameters: { ...parameters, [named]: features },
    };
  });
  if (filters.length === 0) return NOBODY;
  const parameters = Object.assign({}, ...filters.map((one) => one.parameters)) as SqlFilter["parameters"];
  return { where: `(${filters.map(({ where }) => where).join(" OR ")})`, parameters };
}

interface Way {
  readonly companyId: string;
  readonly features: Feature[];
  readonly conjunctions: readonly Conjunction[];
}

/** The conditions under which the action is open, the features with the same ones together. */
function waysOf(facts: Facts, action: Action): Way[] {
  const { companyId } = facts.company;
  const ways = new Map<string, Way>();
  for (const feature of FEATURES) {
    const open = routes(facts, action, feature).flatMap(({ conjunctions }) => conjunctions);
    const first =
      action !== "send" || !mayAskForTwo(facts.company)
        ? []
        : routes(facts, action, feature, BEFORE_SECOND_APPROVAL).flatMap(({ conjunctions }) => conjunctions);
    const conjunctions = [...open, ...first.map((parts) => [...parts, ...mayBeFirst(facts.subject?.subjectId ?? "")])];
    if (conjunctions.length === 0) continue;
    const key = JSON.stringify(conjunctions);
    const way = ways.get(key);
    if (way) way.features.push(feature);
    else ways.set(key, { companyId, features: [feature], conjunctions });
  }
  return [...ways.values()];
}
