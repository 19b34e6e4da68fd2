import type { Facts, GrantFacts } from "./facts";
import { mayExportDirectly, type Requirement } from "./requirements";
import type { Action, Resource } from "./vocabulary";

/**
 * On what a decision can rest. Gates are judged once per basis; one basis whose gates all pass is enough.
 * - role: the action needs no grant;
 * - grant: one stored grant; no_grant: none was found;
 * - directory_administrator: the per-feature check boxes do not bind a directory administrator who can push to
 *   accounting (guide "Grant accounting approver privileges"); no other administrator passes by;
 * - direct_export: the company lets the feature skip the approver (guide "ERP direct exports").
 */
export type Basis =
  | { readonly kind: "role" }
  | { readonly kind: "no_grant" }
  | { readonly kind: "grant"; readonly grant: GrantFacts }
  | { readonly kind: "directory_administrator" }
  | { readonly kind: "direct_export"; readonly workflow: boolean };

const ROLE: readonly Basis[] = [{ kind: "role" }];
const NO_GRANT: Basis = { kind: "no_grant" };
const DIRECTORY_ADMINISTRATOR: Basis = { kind: "directory_administrator" };

/** The bases to try for this action, in the order of preference; never empty. */
export function basesFor(facts: Facts, requirement: Requirement, action: Action, resource: Resource): readonly Basis[] {
  if (!requirement.grant || resource === "company") return ROLE;
  const { subject, company } = facts;
  const bases: Basis[] = [];
  if (subject?.directoryLevel === "admin" && subject.canPushToAccounting) {
    bases.push(DIRECTORY_ADMINISTRATOR);
  } else {
    const grants = (subject?.grants ?? [])
      .filter((grant) => grant.feature === resource && grant.direction === requirement.grant)
      .sort((a, b) => (a.grantId < b.grantId ? -1 : 1));
    bases.push(...grants.map((grant): Basis => ({ kind: "grant", grant })));
    if (grants.length === 0) bases.push(NO_GRANT);
  }
  const directExport = company.features[resource].directExport;
  if (action === "send" && directExport !== "off" && mayExportDirectly(resource)) {
    bases.push({ kind: "direct_export", workflow: directExport === "with_workflow" });
  }
  return bases;
}
