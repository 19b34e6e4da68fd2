import { hasFact } from "../../policy/model/record-facts";
import { atLeast, LEVELS, type Direction, type Feature, type Level } from "../../policy/model/vocabulary";
import type { ListColumn, ListRole } from "./access-list-format";
import type { AccessListRow } from "./access-list-row";
import type { ListErrorCode } from "./access-list-text";
import { sameRight, type GrantTerms } from "../grants/grant-terms";
import type { GrantEntity } from "../grants/grant.entity";
import type { MemberEntity } from "../members/member.entity";

/** Somebody of the company with the grants that are neither revoked nor over. */
export interface PresentPerson {
  readonly member: MemberEntity;
  readonly grants: readonly GrantEntity[];
}

/** A right that a list gives or takes. */
export type ListedRight =
  | { readonly kind: "level"; readonly level: Level }
  | { readonly kind: "privilege" }
  | { readonly kind: "feature"; readonly terms: Omit<GrantTerms, "reason"> };

export interface Rights {
  readonly toolLevel: Level;
  readonly canPushToAccounting: boolean;
}

/** What becomes of one person. */
export interface PersonPlan {
  readonly row: AccessListRow | null;
  readonly email: string;
  readonly name: string;
  /** Null: new to the company. */
  readonly present: PresentPerson | null;
  readonly rights: Rights;
  /** Whether level or privilege differ from what they were. */
  readonly rightsChanged: boolean;
  readonly gives: readonly GrantTerms[];
  readonly revokes: readonly GrantEntity[];
  readonly gains: readonly ListedRight[];
  readonly losses: readonly ListedRight[];
}

export interface PlanProblem {
  readonly code: ListErrorCode;
  readonly column: ListColumn | null;
  readonly value: string;
  readonly more?: string;
  /** The feature and direction at fault, which may have a column of their own. */
  readonly tick?: { readonly feature: Feature; readonly direction: Direction };
}

/** What the plan must know of the company. */
export interface PlanFacts {
  /** Now; what is over by then cannot be given. */
  readonly at: string;
  /** Member id of whoever imports, if they are a member. */
  readonly actorId: string | null;
  /** Whether the list says anything of features; where not, approvers keep theirs. */
  readonly saysFeatures: boolean;
  readonly carries: (feature: Feature, direction: Direction) => boolean;
  /** Id of the project with that code; null: there is none. */
  readonly projectId: (code: string) => string | null;
  readonly featureName: (feature: Feature) => string;
  /** The end of a right, for people. */
  readonly endText: (instant: string) => string;
  /** Whether the address is that of somebody on the vendor's staff. */
  readonly isStaff: (email: string) => boolean;
}

/** What a row makes of somebody; problems, where it cannot be done. */
export function planRow(
  row: AccessListRow,
  present: PresentPerson | null,
  facts: PlanFacts,
): { readonly plan: PersonPlan; readonly problems: readonly PlanProblem[] } {
  const given = [row, ...(row.also ?? [])].map((part) => termsOf(part, facts));
  const problems = given.flatMap((part) => part.problems);
  const keeps = !facts.saysFeatures && (row.role === "approver" || row.role === "unchanged");
  const plan = planFor(row, present, keeps ? null : given.flatMap(({ terms }) => terms));
  const problem = (code: ListErrorCode, column: ListColumn | null, value = row.email) =>
    problems.push({ code, column, value });
  if (!present && row.name === null) problem("NAME_MISSING", "name");
  for (const { validUntil } of [row, ...(row.also ?? [])])
    if (validUntil !== null && validUntil <= facts.at)
      problem("ENDED_ALREADY", "valid_until", facts.endText(validUntil));
  if (present && !present.member.active && row.role !== "none") problem("MEMBER_INACTIVE", null);
  if (facts.isStaff(row.email) && (!present || row.role !== "none")) problem("ON_BOTH_SIDES", "email");
  if (isOwn(plan, facts)) problem("SELF_GRANT", null);
  if (present?.member.mirrored && plan.rights.toolLevel !== present.member.toolLevel)
    problem("OWNED_BY_PLATFORM", "role");
  return { plan, problems };
}

/** What becomes of somebody whom a complete list leaves out: they lose all rights. */
export function planLeftOut(
  present: PresentPerson,
  facts: Pick<PlanFacts, "actorId">,
): { readonly plan: PersonPlan; readonly problems: readonly PlanProblem[] } {
  const plan = planFor(null, present, []);
  const own = isOwn(plan, facts);
  return { plan, problems: own ? [{ code: "SELF_GRANT", column: null, value: plan.email }] : [] };
}

/** Whether the plan changes anything. */
export function changes({ present, rightsChanged, gives, revokes }: PersonPlan): boolean {
  return present === null || rightsChanged || gives.length + revokes.length > 0;
}

function isOwn(plan: PersonPlan, { actorId }: Pick<PlanFacts, "actorId">): boolean {
  return actorId !== null && plan.present?.member.id === actorId && changes(plan);
}

/** @param terms null: the grants stay as they are */
function planFor(
  row: AccessListRow | null,
  present: PresentPerson | null,
  terms: readonly GrantTerms[] | null,
): PersonPlan {
  const held: Rights = present?.member ?? { toolLevel: "none", canPushToAccounting: false };
  // Of somebody who is left out nobody has said anything of their level, where it is the platform's.
  const keepsLevel = row === null && present?.member.mirrored === true;
  const wanted = rightsOf(row?.role ?? "none", held);
  const rights = keepsLevel ? { ...wanted, toolLevel: held.toolLevel } : wanted;
  const grants = present?.grants ?? [];
  const gives = (terms ?? []).filter((wanted) => !grants.some((grant) => sameRight(grant, wanted)));
  const revokes = terms ? grants.filter((grant) => !terms.some((wanted) => sameRight(grant, wanted))) : [];
  return {
    row,
    email: present?.member.email ?? row?.email ?? "",
    name: present?.member.name ?? row?.name ?? "",
    present,
    rights,
    rightsChanged: held.toolLevel !== rights.toolLevel || held.canPushToAccounting !== rights.canPushToAccounting,
    gives,
    revokes,
    gains: [...rightsBeyond(held, rights), ...gives.map((given) => ({ kind: "feature", terms: given }) as const)],
    losses: [
      ...rightsBeyond(rights, held),
      ...revokes.map((grant) => ({ kind: "feature", terms: rightOf(grant) }) as const),
    ],
  };
}

/** An approver keeps a level above what they need: the list says nothing of it. */
function rightsOf(role: ListRole, held: Rights): Rights {
  if (role === "unchanged") return held;
  if (role !== "approver") return { toolLevel: role, canPushToAccounting: false };
  return { toolLevel: atLeast(held.toolLevel, "standard") ? held.toolLevel : "standard", canPushToAccounting: true };
}

function rightsBeyond(less: Rights, more: Rights): ListedRight[] {
  const rights: ListedRight[] = [];
  if (LEVELS.indexOf(more.toolLevel) > LEVELS.indexOf(less.toolLevel))
    rights.push({ kind: "level", level: more.toolLevel });
  if (more.canPushToAccounting && !less.canPushToAccounting) rights.push({ kind: "privilege" });
  return rights;
}

function rightOf(grant: GrantEntity): Omit<GrantTerms, "reason"> {
  const { feature, direction, projectIds, ceilingMinor, ceilingCurrency, validFrom, validUntil } = grant;
  const ceiling =
    ceilingMinor === null || ceilingCurrency === null ? null : { minor: ceilingMinor, currency: ceilingCurrency };
  return { feature, direction, projectIds, ceiling, validFrom, validUntil };
}

function termsOf(row: AccessListRow, facts: PlanFacts): { terms: GrantTerms[]; problems: PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const found = (row.projects ?? []).map((code) => {
    const id = facts.projectId(code);
    if (id === null) problems.push({ code: "PROJECT_UNKNOWN", column: "projects", value: code });
    return id;
  });
  const projectIds = row.projects && [...new Set(found.filter((id) => id !== null))].sort();
  const { validFrom, validUntil, reason } = row;
  const give = (feature: Feature, direction: Direction): GrantTerms => {
    const column = direction === "export" ? "features" : "import_features";
    if (!facts.carries(feature, direction))
      problems.push({
        code: "FEATURE_NOT_CARRIED",
        column,
        value: facts.featureName(feature),
        more: direction,
        tick: { feature, direction },
      });
    if (projectIds !== null && !hasFact(feature, "project"))
      problems.push({ code: "FEATURE_WITHOUT_PROJECT", column: "projects", value: facts.featureName(feature) });
    // The row's largest amount is said of those of its features that have amounts; of one at least.
    const ceiling = direction === "export" && hasFact(feature, "amount") ? row.ceiling : null;
    return { feature, direction, projectIds, ceiling, validFrom, validUntil, reason };
  };
  const terms = [
    ...row.exports.map((feature) => give(feature, "export")),
    ...row.imports.map((feature) => give(feature, "import")),
  ];
  if (row.ceiling !== null && row.exports.length > 0 && !row.exports.some((feature) => hasFact(feature, "amount")))
    problems.push({
      code: "FEATURE_WITHOUT_AMOUNT",
      column: "ceiling",
      value: row.exports.map((feature) => facts.featureName(feature)).join(", "),
    });
  return { terms, problems };
}
