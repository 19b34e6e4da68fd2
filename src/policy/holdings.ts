import type { Facts, GrantFacts, SubjectFacts } from "./model/facts";
import { judge, routes, waysToMeet, type JudgedBasis } from "./judgement/judge";
import { requirementOf, submitRight, type Requirement } from "./model/requirements";
import {
  ACTIONS,
  atLeast,
  LEVELS,
  RESOURCES,
  type Action,
  type Feature,
  type Level,
  type ProjectTool,
  type Resource,
  type StaffRole,
  type StakeholderRole,
} from "./model/vocabulary";

/**
 * What somebody can hold that rights rest on, alone or together. Rights that ask for nothing but being in the directory
 * rest on `membership`; `direct_export` is a setting of the company that lets whoever may offer a record send it.
 */
export const HOLDING_KINDS = [
  "membership",
  "tool_level",
  "directory_level",
  "privilege",
  "administrator_bypass",
  "grant",
  "project_level",
  "direct_export",
  "stakeholder_part",
  "staff_assignment",
] as const;
export type HoldingKind = (typeof HOLDING_KINDS)[number];

/** Actions with the resources that they are allowed on, both in the order of the vocabulary. */
export type Rights = Readonly<Partial<Record<Action, readonly Resource[]>>>;

/** What it is, as plain JSON; the kind says which form. */
export type HoldingState =
  | { readonly kind: "membership" | "privilege" | "administrator_bypass" }
  | { readonly kind: "tool_level" | "directory_level"; readonly level: Level }
  | ({ readonly kind: "grant" } & Omit<GrantFacts, "grantId">)
  | { readonly kind: "project_level"; readonly levels: Readonly<Partial<Record<ProjectTool, Level>>> }
  | { readonly kind: "direct_export"; readonly feature: Feature; readonly workflow: boolean }
  | { readonly kind: "stakeholder_part"; readonly role: StakeholderRole }
  | { readonly kind: "staff_assignment"; readonly role: StaffRole; readonly until: string | null };

/** One thing that a subject holds, and all that they may do now which rests on it. */
export interface Holding {
  readonly kind: HoldingKind;
  /** Of a grant, project, feature or part its id or name; empty where the kind says all. */
  readonly reference: string;
  readonly state: HoldingState;
  /** Of this instant: a grant that has not begun, or of a company that is not live, lets nobody do anything yet. */
  readonly rights: Rights;
}

/** Everything that the subject holds, used or not. The union of all rights is exactly what they may do. */
export function holdingsOf(facts: Facts): readonly Holding[] {
  const { subject } = facts;
  if (subject === null) return [];
  const held = new Map(statesOf(facts, subject).map((one) => [keyOf(one), { ...one, rights: new Gathered() }]));
  for (const action of ACTIONS)
    for (const resource of RESOURCES)
      for (const key of carriersOf(facts, subject, action, resource)) held.get(key)?.rights.add(action, resource);
  return [...held.values()].map(({ rights, ...one }) => ({ ...one, rights: rights.all() }));
}

/** All that the subject may do, on whatever it rests. */
export function rightsOf(facts: Facts): Rights {
  const rights = new Gathered();
  for (const action of ACTIONS)
    for (const resource of RESOURCES)
      if (routes(facts, action, resource).some(({ conjunctions }) => conjunctions.length > 0))
        rights.add(action, resource);
  return rights.all();
}

/** What somebody holds, without what rests on it. */
export type Held = Pick<Holding, "kind" | "reference" | "state">;

/** The same without the rights, which take longer. */
export function heldBy(facts: Facts): readonly Held[] {
  return facts.subject === null ? [] : statesOf(facts, facts.subject);
}

function keyOf({ kind, reference }: Pick<Held, "kind" | "reference">): string {
  return `${kind} ${reference}`;
}

class Gathered {
  private readonly byAction = new Map<Action, Set<Resource>>();

  add(action: Action, resource: Resource): void {
    const resources = this.byAction.get(action) ?? new Set();
    this.byAction.set(action, resources.add(resource));
  }

  all(): Rights {
    return Object.fromEntries([...this.byAction].map(([action, resources]) => [action, [...resources]]));
  }
}

function statesOf({ company }: Facts, subject: SubjectFacts): Held[] {
  if (subject.kind === "staff") return staffStates(subject);
  const { toolLevel, directoryLevel, canPushToAccounting, grants, stakeholderRoles } = subject;
  const exporting = RESOURCES.filter(
    (one): one is Feature => one !== "company" && company.features[one].directExport !== "off",
  );
  return [
    ...when(subject.active, plain("membership")),
    ...when(toolLevel !== "none", {
      kind: "tool_level",
      reference: "",
      state: { kind: "tool_level", level: toolLevel },
    }),
    ...when(directoryLevel !== "none", {
      ...{ kind: "directory_level", reference: "" },
      state: { kind: "directory_level", level: directoryLevel },
    }),
    ...when(canPushToAccounting, plain("privilege")),
    ...when(canPushToAccounting && directoryLevel === "admin", plain("administrator_bypass")),
    ...grants.map(({ grantId, ...grant }): Held => {
      return { kind: "grant", reference: grantId, state: { kind: "grant", ...grant } };
    }),
    ...projectStates(subject),
    ...exporting
      .filter((feature) => mayOffer(subject, feature))
      .map((feature): Held => {
        const workflow = company.features[feature].directExport === "with_workflow";
        return { kind: "direct_export", reference: feature, state: { kind: "direct_export", feature, workflow } };
      }),
    ...stakeholderRoles.map((role): Held => {
      return { kind: "stakeholder_part", reference: role, state: { kind: "stakeholder_part", role } };
    }),
  ];
}

function staffStates({ staffRole: role, assignedUntil: until }: SubjectFacts): Held[] {
  if (role === null) return [];
  return [{ kind: "staff_assignment", reference: "", state: { kind: "staff_assignment", role, until } }];
}

function projectStates({ projectLevels }: SubjectFacts): Held[] {
  const projects = [...new Set(projectLevels.map(({ projectId }) => projectId))].sort();
  return projects.map((projectId) => {
    const own = projectLevels.filter((held) => held.projectId === projectId && held.level !== "none");
    const sorted = own.sort((a, b) => (a.tool < b.tool ? -1 : 1)).map(({ tool, level }) => [tool, level] as const);
    return {
      kind: "project_level",
      reference: projectId,
      state: { kind: "project_level", levels: Object.fromEntries(sorted) },
    };
  });
}

function plain(kind: "membership" | "privilege" | "administrator_bypass"): Held {
  return { kind, reference: "", state: { kind } };
}

function when(condition: boolean, held: Held): Held[] {
  return condition ? [held] : [];
}

/** Keys of what the right rests on: of each basis that carries it, everything that the basis needs of the subject. */
function carriersOf(facts: Facts, subject: SubjectFacts, action: Action, resource: Resource): ReadonlySet<string> {
  const requirement = requirementOf(action, resource);
  const carriers = new Set<string>();
  if (requirement === null) return carriers;
  for (const judged of judge(facts, action, resource)) {
    if (!isOpen(facts, judged)) continue;
    for (const key of neededFor(subject, requirement, judged, resource)) carriers.add(key);
  }
  return carriers;
}

function isOpen(facts: Facts, { gates }: JudgedBasis): boolean {
  if (gates.some(({ verdict }) => verdict === false)) return false;
  return (
    waysToMeet(
      facts,
      gates.flatMap(({ verdict }) => (typeof verdict === "object" ? [verdict] : [])),
    ).length > 0
  );
}

function neededFor(
  subject: SubjectFacts,
  requirement: Requirement,
  { basis }: JudgedBasis,
  resource: Resource,
): string[] {
  if (subject.kind === "staff") return ["staff_assignment "];
  switch (basis.kind) {
    case "direct_export":
      return [`direct_export ${resource}`, ...offeringKeys(subject, submitRight(resource))];
    case "grant":
      return [`grant ${basis.grant.grantId}`, ...roleKeys(subject, requirement)];
    case "directory_administrator":
      return ["administrator_bypass ", "directory_level ", "privilege ", ...roleKeys(subject, requirement)];
    case "role":
    case "no_grant": {
      const keys = roleKeys(subject, requirement);
      return keys.length > 0 ? keys : ["membership "];
    }
  }
}

function roleKeys(subject: SubjectFacts, requirement: Requirement): string[] {
  const { tool, directory, approver, part, orDirectoryAdmin, orStakeholder } = requirement;
  const parts = subject.stakeholderRoles.filter(
    (role) => part?.includes(role) || (tool !== undefined && orStakeholder),
  );
  return [
    ...(tool !== undefined && atLeast(subject.toolLevel, tool) ? ["tool_level "] : []),
    ...(tool !== undefined && orDirectoryAdmin && subject.directoryLevel === "admin" ? ["directory_level "] : []),
    ...(directory !== undefined ? ["directory_level "] : []),
    ...(approver ? ["privilege "] : []),
    ...parts.map((role) => `stakeholder_part ${role}`),
    ...projectsFor(subject, requirement.projectAdminOn).map((project) => `project_level ${project}`),
  ];
}

function offeringKeys(subject: SubjectFacts, { projectAdminOn, directory }: ReturnType<typeof submitRight>): string[] {
  const projects = projectsFor(subject, projectAdminOn).map((project) => `project_level ${project}`);
  return directory === undefined ? projects : [...projects, "directory_level "];
}

/** Whether the subject has what offering records of the feature asks for. */
function mayOffer(subject: SubjectFacts, feature: Feature): boolean {
  const { projectAdminOn, directory } = submitRight(feature);
  if (projectAdminOn) return projectsFor(subject, projectAdminOn).length > 0;
  return directory !== undefined && atLeast(subject.directoryLevel, directory);
}

/** Projects on which the subject is Admin with all of the tools. */
function projectsFor({ projectLevels }: SubjectFacts, tools: readonly ProjectTool[] = []): string[] {
  if (tools.length === 0) return [];
  const isAdmin = (project: string, tool: ProjectTool) =>
    projectLevels.some((held) => held.projectId === project && held.tool === tool && held.level === LEVELS.at(-1));
  const projects = [...new Set(projectLevels.map(({ projectId }) => projectId))];
  return projects.filter((project) => tools.every((tool) => isAdmin(project, tool)));
}
