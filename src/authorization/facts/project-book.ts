import type { ProjectEntity } from "../../directory/projects/project.entity";

/** A company's projects, for reading a reference and for naming one to a person. */
export class ProjectBook {
  readonly names: ReadonlyMap<string, string>;
  private readonly byCode: ReadonlyMap<string, string>;

  constructor(projects: readonly Pick<ProjectEntity, "id" | "code" | "name">[]) {
    this.names = new Map(projects.map(({ id, code, name }) => [id, `${code} ${name}`]));
    this.byCode = new Map(projects.map(({ id, code }) => [code, id]));
  }

  /** The id of the project with this id or code; anything else as it is, so that no scope holds it. */
  idOf(reference: unknown): unknown {
    if (typeof reference !== "string") return reference;
    return this.byCode.get(reference.trim()) ?? reference.trim().toLowerCase();
  }
}
