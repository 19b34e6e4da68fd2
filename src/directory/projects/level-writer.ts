import type { ChangeScope } from "../../tenant/companies/company-change";
import { insertRows } from "../../infra/db/query/rows";
import { groupBy } from "../../kernel/groups";
import { newId } from "../../kernel/ids";
import type { Level, ProjectTool } from "../../policy/model/vocabulary";
import { ProjectLevelEntity } from "./project-level.entity";
import { ProjectEntity } from "./project.entity";

export type Levels = ReadonlyMap<ProjectTool, Level>;

interface LevelChange {
  readonly project: ProjectEntity;
  readonly memberId: string;
  readonly before: Levels;
  readonly after: Levels;
  readonly why: string | null;
}

export async function heldLevels({ manager }: ChangeScope, projectId: string, memberId: string): Promise<Levels> {
  return levelsOf(await manager.findBy(ProjectLevelEntity, { projectId, memberId }));
}

/** Stores a member's levels in a project, with the audit entry; NONE takes one away. */
export async function setLevelsIn(scope: ChangeScope, change: LevelChange): Promise<void> {
  const { project, memberId, before, after, why } = change;
  await storeLevels(scope, project.id, memberId, after);
  const target = { targetKind: "member", targetId: memberId };
  const states = { before: stateOf(project, before), after: stateOf(project, after) };
  await scope.record({ action: "project_levels.set", ...target, ...states, why });
}

/** Takes the levels that a member who leaves held, with an audit entry for each project. */
export async function endLevels(
  scope: ChangeScope,
  memberId: string,
  held: readonly ProjectLevelEntity[],
  why: string,
): Promise<void> {
  for (const [projectId, rows] of groupBy(held, (row) => row.projectId)) {
    const project = await scope.manager.findOneByOrFail(ProjectEntity, { id: projectId });
    const before = levelsOf(rows);
    const after = new Map([...before].map(([tool]) => [tool, "none" as const]));
    await setLevelsIn(scope, { project, memberId, before, after, why });
  }
}

function levelsOf(rows: readonly ProjectLevelEntity[]): Levels {
  return new Map(rows.map(({ tool, level }) => [tool, level]));
}

async function storeLevels(scope: ChangeScope, projectId: string, memberId: string, levels: Levels): Promise<void> {
  const { manager, company, at } = scope;
  await manager.delete(ProjectLevelEntity, { projectId, memberId });
  const kept = [...levels].filter(([, level]) => level !== "none");
  const place = { companyId: company.id, projectId, memberId, createdAt: at };
  await insertRows(
    manager,
    ProjectLevelEntity,
    kept.map(([tool, level]) => ({ id: newId(), ...place, tool, level })),
  );
}

function stateOf({ code }: ProjectEntity, levels: Levels) {
  return { project: code, levels: Object.fromEntries(levels) };
}
