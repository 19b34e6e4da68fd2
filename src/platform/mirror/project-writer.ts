import { In } from "typeorm";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import type { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { insertNew } from "../link/insert-new";
import { PlatformObjectEntity } from "../link/platform-object.entity";
import type { ProjectPlan, ProjectPlans } from "./mirror-projects";

/** Writes projects, and which of the platform each of them is. */
export async function writeProjects(
  scope: ChangeScope,
  connection: PlatformConnectionEntity,
  { plans, ours }: ProjectPlans,
  why: string,
): Promise<void> {
  const { manager, company, at } = scope;
  const added = plans.filter(({ project }) => project === null);
  const row = { companyId: company.id, connectionId: null, mirrored: true, version: 1, createdAt: at };
  await insertRows(
    manager,
    ProjectEntity,
    added.map(({ next }) => ({ ...row, ...next })),
  );
  for (const { project, next } of plans) {
    if (!project) continue;
    const { name, active } = next;
    await manager.update(
      ProjectEntity,
      { id: project.id },
      { name, active, mirrored: true, version: project.version + 1 },
    );
  }
  await tie(scope, connection, ours);
  await scope.recordAll(plans.map((plan) => entryOf(plan, why)));
}

async function tie(
  { manager, at }: ChangeScope,
  { id: connectionId, companyId }: PlatformConnectionEntity,
  ours: ProjectPlans["ours"],
): Promise<void> {
  const bare = { recordId: null, lines: [], originId: null, lastRequest: 0, createdAt: at };
  const rows = [...ours].map(([itemId, { id: projectId, code: number }]): PlatformObjectEntity => {
    return { id: newId(), companyId, connectionId, itemType: "project", itemId, number, projectId, ...bare };
  });
  await insertNew(manager, PlatformObjectEntity, rows);
  const place = { connectionId, itemType: "project" } as const;
  for (let from = 0; from < rows.length; from += BATCH_SIZE) {
    const some = rows.slice(from, from + BATCH_SIZE);
    const itemIds = In(some.map(({ itemId }) => itemId));
    const known = await manager.findBy(PlatformObjectEntity, { ...place, itemId: itemIds });
    const before = new Map(known.map(({ itemId, projectId }) => [itemId, projectId]));
    for (const { itemId, projectId } of some)
      // Tied to none before, or to another one.
      if (before.get(itemId) !== projectId)
        await manager.update(PlatformObjectEntity, { ...place, itemId }, { projectId });
  }
}

const BATCH_SIZE = 1000;
const ACTIONS = { comes: "project.added", changes: "project.updated", goes: "project.updated" } as const;

function entryOf({ kind, project, next }: ProjectPlan, why: string): Change {
  const state = ({ code, name, active }: ProjectPlan["next"]) => ({ code, name, active });
  const target = { targetKind: "project", targetId: next.id };
  return { action: ACTIONS[kind], ...target, before: project && state(project), after: state(next), why };
}
