import { normalText } from "../../kernel/text";
import type { ProjectEntity } from "../../directory/projects/project.entity";

/** A company's projects and connections, for reading a reference and for naming a project to a person. */
export class ProjectBook {
  readonly names: ReadonlyMap<string, string>;
  private readonly byCode: ReadonlyMap<string, string>;
  private readonly connections: ReadonlySet<string>;

  constructor(projects: readonly Pick<ProjectEntity, "id" | "code" | "name">[], connectionIds: readonly string[] = []) {
    this.names = new Map(projects.map(({ id, code, name }) => [id, `${code} ${name}`]));
    this.byCode = new Map(projects.map(({ id, code }) => [code, id]));
    this.connections = new Set(connectionIds);
  }

  /** The id of the project with this id or code; null: the company has none. */
  project(reference: string): string | null {
    const key = normalText("code", reference);
    const id = this.byCode.get(key) ?? key.toLowerCase();
    return this.names.has(id) ? id : null;
  }

  hasConnection(id: string): boolean {
    return this.connections.has(id);
  }
}
