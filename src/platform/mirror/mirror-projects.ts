import type { ProjectEntity } from "../../directory/projects/project.entity";
import { isId, newId } from "../../kernel/ids";
import { MAX_LABEL_LENGTH } from "../../kernel/labels";
import { readText } from "../../kernel/text";
import type { PlatformProject } from "../port/directory-reading";
import type { ReadDirectory } from "./directory-reader";
import type { PlanKind } from "./mirror-plan";

/** What becomes of one project. */
export interface ProjectPlan {
  readonly kind: PlanKind;
  readonly platformId: string;
  /** Null: new to the company. */
  readonly project: ProjectEntity | null;
  readonly next: Pick<ProjectEntity, "id" | "code" | "name" | "active">;
}

export const PROJECT_CONFLICT_CODES = ["PROJECT_NUMBER_TAKEN", "PROJECT_NUMBER_INVALID"] as const;

export interface ProjectConflict {
  readonly code: (typeof PROJECT_CONFLICT_CODES)[number];
  readonly number: string;
  readonly name: string;
}

export interface ProjectPlans {
  readonly plans: readonly ProjectPlan[];
  readonly conflicts: readonly ProjectConflict[];
  /** Ours by the platform's, of all that are tied after it. */
  readonly ours: ReadonlyMap<string, Pick<ProjectEntity, "id" | "code">>;
}

export interface KnownProjects {
  readonly projects: readonly ProjectEntity[];
  /** Ids of ours by the platform's. */
  readonly tied: ReadonlyMap<string, string>;
}

/** Projects by their ties, else by their number, which is our code. A project without a number has the platform's id as code. */
export function planProjects(read: ReadDirectory, { projects, tied }: KnownProjects): ProjectPlans {
  const byId = new Map(projects.map((project) => [project.id, project]));
  const byCode = new Map(projects.map((project) => [project.code, project]));
  const plans: ProjectPlan[] = [];
  const conflicts: ProjectConflict[] = [];
  const ours = new Map<string, Pick<ProjectEntity, "id" | "code">>();
  const taken = new Set<string>();
  for (const one of read.projects) {
    const own = byId.get(tied.get(one.id) ?? "") ?? null;
    const code = own?.code ?? codeOf(one);
    const project = own ?? (code === null ? null : (byCode.get(code) ?? null));
    const number = one.number ?? one.id;
    if (code === null) conflicts.push({ code: "PROJECT_NUMBER_INVALID", number, name: one.name });
    else if (taken.has(code)) conflicts.push({ code: "PROJECT_NUMBER_TAKEN", number, name: one.name });
    else {
      taken.add(code);
      // What is closed over there and was never here stays there.
      if (project === null && !one.active) continue;
      const next = { id: project?.id ?? newId(), code, name: nameOf(one, code), active: one.active };
      ours.set(one.id, next);
      const plan = planOf(one.id, project, next);
      if (plan) plans.push(plan);
    }
  }
  return { plans: [...plans, ...gone(read, byId, tied)], conflicts, ours };
}

function planOf(platformId: string, project: ProjectEntity | null, next: ProjectPlan["next"]): ProjectPlan | null {
  if (project === null) return { kind: "comes", platformId, project, next };
  const same = project.mirrored && project.name === next.name && project.active === next.active;
  if (same) return null;
  return { kind: project.active && !next.active ? "goes" : "changes", platformId, project, next };
}

/** Projects that were mirrored, and are in no list over there any more. */
function gone(
  { projects, allProjects }: ReadDirectory,
  byId: ReadonlyMap<string, ProjectEntity>,
  tied: ReadonlyMap<string, string>,
): ProjectPlan[] {
  if (!allProjects) return [];
  const there = new Set(projects.map(({ id }) => id));
  return [...tied].flatMap(([platformId, id]): ProjectPlan[] => {
    const project = byId.get(id);
    if (!project?.mirrored || !project.active || there.has(platformId)) return [];
    return [{ kind: "goes", platformId, project, next: { ...project, active: false } }];
  });
}

function codeOf({ number, id }: PlatformProject): string | null {
  const { value } = readText("code", number ?? id, MAX_LABEL_LENGTH);
  // Nobody could tell it from an id.
  return value === null || isId(value) ? null : value;
}

function nameOf({ name }: PlatformProject, code: string): string {
  return readText("name", name, MAX_LABEL_LENGTH).value ?? code;
}
