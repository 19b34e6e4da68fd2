import { createHash } from "node:crypto";
import { In, IsNull } from "typeorm";
import { staffAmong } from "../../tenant/companies/both-sides";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { GrantEntity } from "../../directory/grants/grant.entity";
import { MemberEntity } from "../../directory/members/member.entity";
import { ProjectLevelEntity } from "../../directory/projects/project-level.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { readEmail } from "../../kernel/email";
import { groupBy } from "../../kernel/groups";
import type { PlatformConnectionEntity } from "../connect/platform-connection.entity";
import { PlatformUserEntity } from "../directory/platform-user.entity";
import { PlatformObjectEntity } from "../link/platform-object.entity";
import { MemberLevels } from "./member-levels";
import type { ReadDirectory } from "./directory-reader";
import { keepAnAdministrator } from "./last-administrators";
import { matchPeople, type KnownPeople, type Matched } from "./mirror-matching";
import { planLeaver, planLevels, planPerson, type MirrorConflict, type PersonPlan } from "./mirror-plan";
import { planProjects, type ProjectPlans } from "./mirror-projects";

/** What a reading of the platform makes of the company's directory. */
export interface MirrorPlan {
  readonly projects: ProjectPlans;
  readonly people: readonly PersonPlan[];
  readonly conflicts: readonly MirrorConflict[];
  /** People who are as they are over there already. */
  readonly unchanged: number;
  /** How many people were tied before. */
  readonly mirrored: number;
  readonly levels: MemberLevels;
  /** Rights of features that leavers hold, by member. */
  readonly grants: ReadonlyMap<string, readonly GrantEntity[]>;
  /** Who of the platform is tied to whom from now on. */
  readonly matched: readonly Matched[];
  /** Of all of it: the same plan has the same. */
  readonly digest: string;
}

/** Ids in one statement. */
const BATCH_SIZE = 1000;

/** Compares what was read with what is here. Inside a change: what is compared stays until it is written. */
export async function planMirror(
  { manager, company }: Pick<ChangeScope, "manager" | "company">,
  { id: connectionId }: PlatformConnectionEntity,
  read: ReadDirectory,
): Promise<MirrorPlan> {
  const companyId = company.id;
  const members = await manager.findBy(MemberEntity, { companyId });
  const users = await manager.findBy(PlatformUserEntity, { connectionId });
  const objects = await manager.findBy(PlatformObjectEntity, { connectionId, itemType: "project" });
  const tied = new Map(objects.flatMap(({ itemId, projectId }) => (projectId === null ? [] : [[itemId, projectId]])));
  const known = await manager.findBy(ProjectEntity, { companyId });
  const projects = planProjects(read, { projects: known, tied });
  const staff = await staffAmong(manager, addressesOf(read));
  const { matched, leavers, conflicts } = matchPeople(read, { members, users, staff });
  const looked = [...read.memberships.keys()].flatMap((id) => projects.ours.get(id)?.id ?? []);
  const leaving = new Set(leavers.map(({ member }) => member.id));
  const held = await levelsOf(manager, companyId, looked, leaving);
  const levels = new MemberLevels(read, projects.ours, held, new Map(known.map(({ id, code }) => [id, code])));
  const all = [
    ...leavers.map(({ userId, member }) => planLeaver(userId, member, levels.lostBy(member.id))),
    ...matched.flatMap(({ person, member }) => {
      return planPerson(person, member, levels.changesOf(person.userId, member?.id ?? null)) ?? [];
    }),
    ...othersIn(read, { members, users, staff }, levels),
  ];
  const { people, kept } = keepAnAdministrator(all, members);
  return {
    projects,
    people,
    conflicts: [...conflicts, ...kept],
    unchanged: matched.length + leavers.length - all.length,
    mirrored: members.filter(({ active, mirrored }) => active && mirrored).length,
    levels,
    grants: await grantsOf(manager, companyId, people),
    matched,
    digest: digestOf(projects, people),
  };
}

function addressesOf({ people }: ReadDirectory): string[] {
  return [...people.values()].flatMap(({ email }) => (email === null ? [] : (readEmail(email) ?? [])));
}

/** Levels in the projects that were looked into, and of those who leave in all. */
async function levelsOf(
  manager: ChangeScope["manager"],
  companyId: string,
  projectIds: readonly string[],
  leaving: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ProjectLevelEntity[]>> {
  const rows = new Map<string, ProjectLevelEntity>();
  for (let from = 0; from < projectIds.length; from += BATCH_SIZE) {
    const some = In(projectIds.slice(from, from + BATCH_SIZE));
    for (const row of await manager.findBy(ProjectLevelEntity, { companyId, projectId: some })) rows.set(row.id, row);
  }
  const gone = [...leaving];
  for (let from = 0; from < gone.length; from += BATCH_SIZE) {
    const some = In(gone.slice(from, from + BATCH_SIZE));
    for (const row of await manager.findBy(ProjectLevelEntity, { companyId, memberId: some })) rows.set(row.id, row);
  }
  return groupBy([...rows.values()], ({ memberId }) => memberId);
}

/** Of a part: people who were not asked about, in the projects that were looked into. */
function othersIn({ askedPeople }: ReadDirectory, { members, users }: KnownPeople, levels: MemberLevels): PersonPlan[] {
  if (askedPeople === null) return [];
  const byId = new Map(members.map((member) => [member.id, member]));
  return users.flatMap(({ userId, memberId, active }) => {
    const member = memberId === null || askedPeople.has(userId) ? undefined : byId.get(memberId);
    if (!active || !member?.mirrored || !member.active) return [];
    return planLevels(userId, member, levels.changesOf(userId, member.id)) ?? [];
  });
}

async function grantsOf(manager: ChangeScope["manager"], companyId: string, people: readonly PersonPlan[]) {
  const leaving = people.flatMap(({ kind, member }) => (kind === "goes" && member ? [member.id] : []));
  const found: GrantEntity[] = [];
  for (let from = 0; from < leaving.length; from += BATCH_SIZE) {
    const memberId = In(leaving.slice(from, from + BATCH_SIZE));
    found.push(...(await manager.findBy(GrantEntity, { companyId, memberId, revokedAt: IsNull() })));
  }
  return groupBy(found, ({ memberId }) => memberId);
}

function digestOf({ plans }: ProjectPlans, people: readonly PersonPlan[]): string {
  const hash = createHash("sha256");
  // Ids of what is new are other ones each time.
  for (const { kind, platformId, next } of plans)
    hash.update(JSON.stringify([kind, platformId, next.code, next.name, next.active]));
  for (const { kind, userId, member, next, gains, losses } of people)
    hash.update(JSON.stringify([kind, userId, member?.id ?? null, next, gains, losses]));
  return hash.digest("hex");
}
