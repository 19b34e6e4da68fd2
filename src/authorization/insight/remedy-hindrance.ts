import { In } from "typeorm";
import type { MemberEntity } from "../../directory/members/member.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import type { Database } from "../../infra/db/database";
import { isId } from "../../kernel/ids";
import type { RemedyPerson } from "../../policy/ports";
import { atLeast } from "../../policy/model/vocabulary";
import type { Wanted } from "./remedy-right";

/**
 * What keeps everybody from a change, whatever their rights: the construction platform keeps what would change, the person was
 * erased, is no longer on the vendor's staff, or is, and so in no directory.
 */
export type Hindrance = "kept_on_platform" | "erased" | "vendor" | "of_vendor";

/** The one who is to be helped, as far as changes of their record depend on it. */
export interface Helped extends RemedyPerson {
  /** Null: vendor staff. */
  readonly member: Pick<MemberEntity, "mirrored" | "erasedAt" | "toolLevel"> | null;
  readonly active: boolean;
}

/** Which projects the construction platform keeps. */
export interface ProjectOwnership {
  readonly mirrored: ReadonlySet<string>;
  /** Companies with a project that is kept here. */
  readonly withOwn: ReadonlySet<string>;
}

/** Of the projects that the wishes are about; in two SELECTs. */
export async function projectOwnership(database: Database, wishes: readonly Wanted[]): Promise<ProjectOwnership> {
  const manager = database.read();
  const ids = wishes.map(projectOf).filter((id) => id !== null);
  const mirrored = await manager.findBy(ProjectEntity, { id: In([...new Set(ids)]), mirrored: true });
  const own = manager.createQueryBuilder(ProjectEntity, "project").select("project.companyId", "companyId").distinct();
  const companyIds = [...new Set(wishes.map(({ companyId }) => companyId))];
  const rows = await own
    .where("project.companyId IN (:...companyIds) AND project.mirrored = :mirrored", { companyIds, mirrored: false })
    .getRawMany<{ companyId: string }>();
  return { mirrored: new Set(mirrored.map(({ id }) => id)), withOwn: new Set(rows.map(({ companyId }) => companyId)) };
}

/** Null: whoever has the right can make the change. */
export function hindranceOf(wish: Wanted, helped: Helped | null, projects: ProjectOwnership): Hindrance | null {
  const { mutation, companyId } = wish;
  const project = projectOf(wish);
  const isMirrored = project === null ? !projects.withOwn.has(companyId) : projects.mirrored.has(project);
  if (mutation === "updateProject") return isMirrored ? "kept_on_platform" : null;
  const member = helped?.member;
  if (helped && !member && mutation === "addMember") return "of_vendor";
  if (helped && !member) return mutation === "assignVendorStaff" && !helped.active ? "vendor" : null;
  if (!member) return null;
  if (member.erasedAt !== null) return "erased";
  const kept =
    mutation === "updateMember" ||
    (mutation === "setProjectLevels" && isMirrored) ||
    // It raises the level of whoever has too low a one.
    (mutation === "designateApprover" && !atLeast(member.toolLevel, "standard"));
  return member.mirrored && kept ? "kept_on_platform" : null;
}

function projectOf({ record }: Wanted): string | null {
  const project = record?.project;
  return typeof project === "string" && isId(project) ? project : null;
}
