import type { ProjectLevelEntity } from "../../directory/projects/project-level.entity";
import type { ProjectEntity } from "../../directory/projects/project.entity";
import { groupBy } from "../../kernel/groups";
import type { ReadDirectory } from "./directory-reader";
import { differingTools, type ProjectLevels } from "./mirror-levels";
import type { LevelChange } from "./mirror-plan";

type Named = Pick<ProjectEntity, "id" | "code">;

const NONE: ProjectLevels = new Map();

/** What people have in projects over there and here, each looked into once. */
export class MemberLevels {
  /** By the platform's person: their levels by our project. */
  private readonly wanted = new Map<string, Map<string, ProjectLevels>>();
  /** Projects that were looked into, by our ids. */
  private readonly looked = new Map<string, Named>();

  constructor(
    { memberships }: ReadDirectory,
    ours: ReadonlyMap<string, Named>,
    /** By member, as they are stored. */
    private readonly held: ReadonlyMap<string, readonly ProjectLevelEntity[]>,
    /** Codes of our projects by their ids. */
    private readonly codes: ReadonlyMap<string, string>,
  ) {
    for (const [platformId, people] of memberships) {
      const project = ours.get(platformId);
      if (!project) continue;
      this.looked.set(project.id, project);
      for (const [userId, levels] of people) {
        const own = this.wanted.get(userId) ?? new Map<string, ProjectLevels>();
        own.set(project.id, levels);
        this.wanted.set(userId, own);
      }
    }
  }

  /** By our project, of somebody of the platform. */
  wantedBy(userId: string): ReadonlyMap<string, ProjectLevels> {
    return this.wanted.get(userId) ?? new Map<string, ProjectLevels>();
  }

  /** Stored levels of the member in the projects that were looked into, or in all. */
  storedOf(memberId: string, everywhere = false): readonly ProjectLevelEntity[] {
    const rows = this.held.get(memberId) ?? [];
    return everywhere ? rows : rows.filter(({ projectId }) => this.looked.has(projectId));
  }

  changesOf(userId: string, memberId: string | null): LevelChange[] {
    const before = byProject(memberId === null ? [] : this.storedOf(memberId));
    const after = this.wantedBy(userId);
    const ids = [...new Set([...before.keys(), ...after.keys()])];
    return ids.flatMap((id) => this.differences(id, before.get(id) ?? NONE, after.get(id) ?? NONE));
  }

  /** Of somebody who leaves: everything. */
  lostBy(memberId: string): LevelChange[] {
    const before = byProject(this.storedOf(memberId, true));
    return [...before].flatMap(([id, levels]) => this.differences(id, levels, NONE));
  }

  private differences(projectId: string, before: ProjectLevels, after: ProjectLevels): LevelChange[] {
    const project = this.looked.get(projectId)?.code ?? this.codes.get(projectId) ?? projectId;
    return differingTools(before, after).map((tool) => {
      return { tool, project, before: before.get(tool) ?? "none", after: after.get(tool) ?? "none" };
    });
  }
}

function byProject(rows: readonly ProjectLevelEntity[]): ReadonlyMap<string, ProjectLevels> {
  const groups = groupBy(rows, ({ projectId }) => projectId);
  return new Map([...groups].map(([id, own]) => [id, new Map(own.map(({ tool, level }) => [tool, level]))]));
}
