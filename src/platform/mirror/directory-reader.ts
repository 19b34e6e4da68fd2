import type { Level } from "../../policy/model/vocabulary";
import type { ConstructionPlatform } from "../port/construction-platform";
import type { Levels, PlatformProject, PlatformUser } from "../port/directory-reading";
import type { Page, PlatformTarget } from "../port/target";
import { companyLevels, projectLevels, type ProjectLevels } from "./mirror-levels";

/** Somebody of the platform's directory who is active there. */
export interface ReadPerson {
  readonly userId: string;
  /** In lower case; null: the platform keeps none. */
  readonly email: string | null;
  readonly name: string;
  readonly toolLevel: Level;
  readonly directoryLevel: Level;
}

/** What was read; of a part alone, nothing is known of the rest. */
export interface ReadDirectory {
  /** Active people, by their ids. */
  readonly people: ReadonlyMap<string, ReadPerson>;
  /** Ids of people that were asked about; null: all. */
  readonly askedPeople: ReadonlySet<string> | null;
  readonly projects: readonly PlatformProject[];
  /** Whether all projects were read. */
  readonly allProjects: boolean;
  /** Who has which levels in a project, by the project's id; a project that is not in it was not looked into. */
  readonly memberships: ReadonlyMap<string, ReadonlyMap<string, ProjectLevels>>;
}

/** A part of the directory that was told to have changed. */
export interface ChangedPart {
  readonly userIds: readonly string[];
  readonly projectIds: readonly string[];
}

type Reading = Pick<
  ConstructionPlatform,
  "templates" | "users" | "user" | "projects" | "projectUsers" | "serviceAccount"
>;

/** Projects looked into at once. */
const PROJECTS_IN_PARALLEL = 4;

/** Reads the platform's directory: a call for each page of people and projects, and one or more for each active project. */
export class DirectoryReader {
  constructor(private readonly platform: Reading) {}

  /** Throws PlatformTrouble. */
  async all(at: PlatformTarget): Promise<ReadDirectory> {
    const { platform } = this;
    const templates = await platform.templates(at);
    const people = new Map<string, ReadPerson>();
    for await (const user of each((page) => platform.users(at, "active", page)))
      if (user.active) people.set(user.id, personOf(user, templates));
    const service = await platform.serviceAccount(at);
    people.delete(service.userId);
    const projects: PlatformProject[] = [];
    for await (const project of each((page) => platform.projects(at, page))) projects.push(project);
    const active = projects.filter((project) => project.active).map(({ id }) => id);
    const memberships = await this.memberships(at, active, templates);
    return { people, askedPeople: null, projects, allProjects: true, memberships };
  }

  /** Only what was told to have changed. Throws PlatformTrouble. */
  async part(at: PlatformTarget, { userIds, projectIds }: ChangedPart): Promise<ReadDirectory> {
    const { platform } = this;
    const templates = await platform.templates(at);
    const service = await platform.serviceAccount(at);
    const asked = userIds.filter((id) => id !== service.userId);
    const people = new Map<string, ReadPerson>();
    for (const id of asked) {
      const user = await platform.user(at, id);
      if (user?.active) people.set(id, personOf(user, templates));
    }
    const projects: PlatformProject[] = [];
    if (projectIds.length > 0)
      for await (const project of each((page) => platform.projects(at, page)))
        if (projectIds.includes(project.id)) projects.push(project);
    const active = projects.filter((project) => project.active).map(({ id }) => id);
    const memberships = await this.memberships(at, active, templates);
    return { people, askedPeople: new Set(asked), projects, allProjects: false, memberships };
  }

  private async memberships(at: PlatformTarget, ids: readonly string[], templates: ReadonlyMap<string, Levels>) {
    const memberships = new Map<string, ReadonlyMap<string, ProjectLevels>>();
    for (let from = 0; from < ids.length; from += PROJECTS_IN_PARALLEL) {
      const some = ids.slice(from, from + PROJECTS_IN_PARALLEL);
      const read = await Promise.all(some.map((id) => this.membersOf(at, id, templates)));
      some.forEach((id, index) => memberships.set(id, read[index] ?? new Map()));
    }
    return memberships;
  }

  private async membersOf(at: PlatformTarget, projectId: string, templates: ReadonlyMap<string, Levels>) {
    const held = new Map<string, ProjectLevels>();
    for await (const { id, templateId, levels } of each((page) => this.platform.projectUsers(at, projectId, page))) {
      const own = projectLevels(inForce(templateId, levels, templates));
      if (own.size > 0) held.set(id, own);
    }
    return held;
  }
}

async function* each<T>(pageOf: (page: number) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let page = 1; ; page += 1) {
    const { rows, more } = await pageOf(page);
    yield* rows;
    if (!more) return;
  }
}

/** A person has the levels of a template, or levels of their own. */
function inForce(templateId: string | null, own: Levels, templates: ReadonlyMap<string, Levels>): Levels {
  return (templateId === null ? undefined : templates.get(templateId)) ?? own;
}

function personOf(
  { id: userId, email, name, templateId, levels }: PlatformUser,
  templates: ReadonlyMap<string, Levels>,
): ReadPerson {
  return { userId, email, name, ...companyLevels(inForce(templateId, levels, templates)) };
}
