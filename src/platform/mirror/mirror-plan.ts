import type { MemberEntity } from "../../directory/members/member.entity";
import type { Level, ProjectTool } from "../../policy/model/vocabulary";
import type { ReadPerson } from "./directory-reader";
import { compareLevels } from "./mirror-levels";

/** Why somebody is left as they are. Codes are API. */
export const CONFLICT_CODES = [
  "NO_EMAIL",
  "EMAIL_INVALID",
  "EMAIL_TWICE",
  "ON_BOTH_SIDES",
  "EMAIL_TAKEN",
  "LAST_ADMINISTRATOR",
] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

export interface MirrorConflict {
  readonly code: ConflictCode;
  readonly name: string;
  readonly email: string | null;
}

/** What a member has that the mirror may change. */
export type Mirrored = Pick<MemberEntity, "email" | "name" | "toolLevel" | "directoryLevel" | "active">;

/** A tool of the company, or of one project by its code. */
export interface LevelChange {
  readonly tool: "tool" | "directory" | ProjectTool;
  readonly project: string | null;
  readonly before: Level;
  readonly after: Level;
}

export const PLAN_KINDS = ["comes", "changes", "goes"] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** What becomes of one person. */
export interface PersonPlan {
  readonly kind: PlanKind;
  readonly userId: string;
  /** Null: new to the company. */
  readonly member: MemberEntity | null;
  readonly next: Mirrored;
  readonly gains: readonly LevelChange[];
  readonly losses: readonly LevelChange[];
}

/** What somebody who is active over there is to be here; null: they are so already, and tied. */
export function planPerson(
  { userId, email, name, toolLevel, directoryLevel }: ReadPerson & { readonly email: string },
  member: MemberEntity | null,
  inProjects: readonly LevelChange[],
): PersonPlan | null {
  const next = { email, name, toolLevel, directoryLevel, active: true };
  const changes = [...companyChanges(member, next), ...inProjects];
  const same =
    member !== null &&
    member.mirrored &&
    changes.length === 0 &&
    FIELDS.every((field) => member[field] === next[field]);
  if (same) return null;
  return { kind: member === null ? "comes" : "changes", userId, member, next, ...split(changes) };
}

/** Whoever is no longer there loses everything at once. */
export function planLeaver(userId: string, member: MemberEntity, inProjects: readonly LevelChange[]): PersonPlan {
  const { email, name } = member;
  const next = { email, name, toolLevel: "none", directoryLevel: "none", active: false } as const;
  return { kind: "goes", userId, member, next, ...split([...companyChanges(member, next), ...inProjects]) };
}

/** Of somebody who was not asked about only the levels in projects that were looked into are known; null: they are so already. */
export function planLevels(
  userId: string,
  member: MemberEntity,
  inProjects: readonly LevelChange[],
): PersonPlan | null {
  if (inProjects.length === 0) return null;
  const { email, name, toolLevel, directoryLevel, active } = member;
  const next = { email, name, toolLevel, directoryLevel, active };
  return { kind: "changes", userId, member, next, ...split(inProjects) };
}

const FIELDS = ["email", "name", "toolLevel", "directoryLevel", "active"] as const;

function companyChanges(member: MemberEntity | null, next: Mirrored): LevelChange[] {
  const held = member?.active ? member : ({ toolLevel: "none", directoryLevel: "none" } as const);
  const one = (tool: "tool" | "directory", before: Level, after: Level): LevelChange[] =>
    before === after ? [] : [{ tool, project: null, before, after }];
  return [
    ...one("tool", held.toolLevel, next.active ? next.toolLevel : "none"),
    ...one("directory", held.directoryLevel, next.active ? next.directoryLevel : "none"),
  ];
}

function split(changes: readonly LevelChange[]) {
  const grows = ({ before, after }: LevelChange) => compareLevels(before, after) < 0;
  return { gains: changes.filter(grows), losses: changes.filter((change) => !grows(change)) };
}
