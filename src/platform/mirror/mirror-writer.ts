import type { EntityManager } from "typeorm";
import type { Change, ChangeScope } from "../../tenant/companies/company-change";
import { MemberEntity } from "../../directory/members/member.entity";
import { ProjectLevelEntity } from "../../directory/projects/project-level.entity";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import type { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import type { PersonPlan } from "./mirror-plan";
import type { MirrorPlan } from "./mirror-run";
import { writeProjects } from "./project-writer";
import { writeTies } from "./tie-writer";

/** Rows or ids in one statement. */
const BATCH_SIZE = 1000;

/** Writes the plan, with one audit entry for each person and project, in few statements, but for the rights of those who go. */
export async function writeMirror(
  scope: ChangeScope,
  connection: PlatformConnectionEntity,
  plan: MirrorPlan,
  why: string,
): Promise<void> {
  await writeProjects(scope, connection, plan.projects, why);
  const members = await writePeople(scope, plan, why);
  await writeTies(scope, connection, plan, members);
}

/** Ids of members by the platform's people, of those who are new. */
async function writePeople(scope: ChangeScope, plan: MirrorPlan, why: string): Promise<ReadonlyMap<string, string>> {
  const { manager } = scope;
  const added = new Map<string, MemberEntity>();
  for (const one of plan.people) if (one.member === null) added.set(one.userId, newMember(scope, one));
  await insertRows(manager, MemberEntity, [...added.values()]);
  await updateMembers(manager, plan.people);
  await writeLevels(scope, plan, added);
  await scope.recordAll(plan.people.map((one) => entryOf(one, added.get(one.userId) ?? null, plan, why)));
  return new Map([...added].map(([userId, { id }]) => [userId, id]));
}

function newMember({ company, at }: ChangeScope, { next }: PersonPlan): MemberEntity {
  const own = { canPushToAccounting: false, digest: true, mirrored: true, erasedAt: null };
  return { id: newId(), companyId: company.id, ...next, ...own, version: 1, createdAt: at };
}

/** People who end alike are one UPDATE; whose name or address is another one, one each. */
async function updateMembers(manager: EntityManager, people: readonly PersonPlan[]): Promise<void> {
  const groups = new Map<string, { readonly set: Partial<MemberEntity>; readonly ids: string[] }>();
  for (const { kind, member, next } of people) {
    if (!member) continue;
    const { toolLevel, directoryLevel, active, name, email } = next;
    const levels = { toolLevel, directoryLevel, active, mirrored: true };
    const renamed = name === member.name && email === member.email ? {} : { name, email };
    // Whoever leaves loses the privilege as well: if they come back, somebody gives it anew.
    const set = { ...levels, ...renamed, ...(kind === "goes" ? { canPushToAccounting: false } : {}) };
    const key = JSON.stringify(set);
    const group = groups.get(key) ?? { set, ids: [] as string[] };
    group.ids.push(member.id);
    groups.set(key, group);
  }
  for (const { set, ids } of groups.values())
    for (const some of portions(ids)) {
      const next = { ...set, version: () => "version + 1" };
      await manager.createQueryBuilder().update(MemberEntity).set(next).updateEntity(false).whereInIds(some).execute();
    }
}

async function writeLevels(
  { manager, company, at }: ChangeScope,
  { people, levels }: MirrorPlan,
  added: ReadonlyMap<string, MemberEntity>,
): Promise<void> {
  const dropped: string[] = [];
  const kept: ProjectLevelEntity[] = [];
  for (const { kind, userId, member, gains, losses } of people) {
    // Whoever goes loses theirs as everybody does who is deactivated: when that is recorded.
    if (kind === "goes" || ![...gains, ...losses].some(({ project }) => project !== null)) continue;
    const memberId = member?.id ?? added.get(userId)?.id ?? "";
    for (const { id } of levels.storedOf(memberId)) dropped.push(id);
    for (const [projectId, held] of levels.wantedBy(userId))
      for (const [tool, level] of held)
        kept.push({ id: newId(), companyId: company.id, projectId, memberId, tool, level, createdAt: at });
  }
  for (const some of portions(dropped)) await manager.delete(ProjectLevelEntity, some);
  await insertRows(manager, ProjectLevelEntity, kept);
}

const ACTIONS = { comes: "member.added", changes: "member.updated", goes: "member.deactivated" } as const;

function entryOf(plan: PersonPlan, added: MemberEntity | null, { grants }: MirrorPlan, why: string): Change {
  const { kind, member, next, gains, losses } = plan;
  const id = member?.id ?? added?.id ?? "";
  const privilege = kind === "goes" && member?.canPushToAccounting ? { canPushToAccounting: true } : {};
  const lost =
    kind === "goes" ? { grants: (grants.get(id) ?? []).map(({ id: grant, feature }) => ({ id: grant, feature })) } : {};
  const inProjects = [...gains, ...losses].filter(({ project }) => project !== null);
  const levels = (side: "before" | "after") =>
    inProjects.length === 0
      ? {}
      : { projectLevels: inProjects.map((one) => `${one.project ?? ""} ${one.tool} ${one[side]}`) };
  return {
    action: ACTIONS[kind],
    targetKind: "member",
    targetId: id,
    before: member && { ...stateOf(member), ...privilege, ...lost, ...levels("before") },
    after: { ...stateOf(next), ...levels("after") },
    why,
  };
}

function stateOf({ email, name, toolLevel, directoryLevel, active }: PersonPlan["next"]) {
  return { email, name, toolLevel, directoryLevel, active };
}

function portions<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += BATCH_SIZE) parts.push(all.slice(from, from + BATCH_SIZE));
  return parts;
}
