import type { Facts, SubjectFacts } from "../../policy/model/facts";
import { routes } from "../../policy/judgement/judge";
import { MemberPolicy } from "../../policy/judgement/member-policy";
import { ACTIONS, RESOURCES, type Action, type Resource } from "../../policy/model/vocabulary";

export const EFFECTS = ["gains", "loses", "limits_change"] as const;
export type Effect = (typeof EFFECTS)[number];

/** One thing that somebody could do otherwise than now. */
export interface RightsDifference {
  readonly action: Action;
  readonly resource: Resource;
  readonly effect: Effect;
}

/** What the subject gains and loses from one set of facts to the other, for some record of each feature. */
export function differencesOf(before: MemberPolicy, after: MemberPolicy): RightsDifference[] {
  return ACTIONS.flatMap((action) =>
    RESOURCES.flatMap((resource) => {
      const effect = effectOn(before, after, action, resource);
      return effect === null ? [] : [{ action, resource, effect }];
    }),
  );
}

function effectOn(before: MemberPolicy, after: MemberPolicy, action: Action, resource: Resource): Effect | null {
  const was = before.verdict(action, resource);
  const is = after.verdict(action, resource);
  if (was === "never") return is === "never" ? null : "gains";
  if (is === "never") return "loses";
  if (was === "always" && is === "always") return null;
  return waysOf(before.facts, action, resource) === waysOf(after.facts, action, resource) ? null : "limits_change";
}

/** Every way to pass, whatever its order: two sets of facts with the same ways let the same records pass. */
function waysOf(facts: Facts, action: Action, resource: Resource): string {
  const ways = routes(facts, action, resource).flatMap(({ conjunctions }) =>
    conjunctions.map((parts) => JSON.stringify(parts)),
  );
  return [...new Set(ways)].sort().join(" ");
}

/**
 * People of the same rights have the same differences, and a company has few kinds of people: each kind is compiled
 * once. Who they are matters to the conditions on their own records only, on both sides alike.
 */
export function kindOf(before: SubjectFacts, after: SubjectFacts): string {
  const anonymous = ({ subjectId: _id, grants, ...rest }: SubjectFacts) => ({
    ...rest,
    grants: grants.map(({ grantId: _grant, ...terms }) => JSON.stringify(terms)).sort(),
  });
  return JSON.stringify([anonymous(before), anonymous(after)]);
}
