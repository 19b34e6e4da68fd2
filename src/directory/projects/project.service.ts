import { fill } from "../../kernel/catalogue";
import type { CompanyChangePort, ChangeScope } from "../../tenant/companies/company-change";
import { insertRows, updateAtVersion } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { differences } from "../../kernel/differences";
import { BilingualRefusal } from "../../kernel/errors";
import { isId, newId } from "../../kernel/ids";
import { readFields } from "../../kernel/refusals";
import { nameFrom, optionalReason } from "../../kernel/labels";
import type { Level, ProjectTool } from "../../policy/model/vocabulary";
import { refuseMirroredPerson, refuseMirroredProject } from "../ownership/mirrored";
import { projectNamed } from "./project-reference";
import { findMember, requireGrantee } from "../members/grantee";
import { heldLevels, setLevelsIn } from "./level-writer";
import { ProjectEntity } from "./project.entity";
import { requireVersion } from "../../kernel/stale-edit";
import { DIRECTORY_TEXTS } from "../texts/directory-texts";

export interface NewProject {
  readonly code: string;
  readonly name: string;
}

export interface ProjectEdit {
  /** Id or code. */
  readonly project: string;
  readonly name?: string | null;
  readonly active?: boolean | null;
  /** Version that the editor saw; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

export interface LevelsChange {
  /** Id or code. */
  readonly project: string;
  /** Id or e-mail. */
  readonly member: string;
  /** Levels to set; NONE takes one away; tools that are not named stay as they are. */
  readonly levels: readonly { readonly tool: ProjectTool; readonly level: Level }[];
  /** Kept with the change in the audit trail. */
  readonly reason?: string | null;
}

/** Projects of a company, and the members' levels in them. For whoever may administer the company. */
export class ProjectService {
  constructor(private readonly changes: CompanyChangePort) {}

  /** Throws PolicyRefusal, Refusal NOT_FOUND (company), BAD_INPUT or ALREADY_EXISTS (code). */
  async add(actor: Actor, company: string, { code, name }: NewProject): Promise<ProjectEntity> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const wanted = readFields({
        code: () => nameFrom(code, ["input", "code"], "code"),
        name: () => nameFrom(name, ["input", "name"]),
      });
      const companyId = scope.company.id;
      if (isId(wanted.code)) throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.codeLikeId, ["input", "code"]);
      if (await scope.manager.existsBy(ProjectEntity, { companyId, code: wanted.code }))
        throw new BilingualRefusal("ALREADY_EXISTS", fill(DIRECTORY_TEXTS.codeTaken, { code: wanted.code }), [
          "input",
          "code",
        ]);
      const project = {
        id: newId(),
        companyId,
        connectionId: null,
        ...wanted,
        active: true,
        mirrored: false,
        version: 1,
        createdAt: scope.at,
      };
      await insertRows(scope.manager, ProjectEntity, [project]);
      const target = { targetKind: "project", targetId: project.id };
      await scope.record({ action: "project.added", ...target, before: null, after: wanted });
      return project;
    });
  }

  /** Throws PolicyRefusal, Refusal NOT_FOUND (company, project), BAD_INPUT or STALE_EDIT. */
  async update(actor: Actor, company: string, edit: ProjectEdit): Promise<ProjectEntity> {
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      const current = await projectOf(scope, edit.project);
      requireVersion(current, edit.expectedVersion);
      const { version } = current;
      const name = edit.name == null ? undefined : nameFrom(edit.name, ["input", "name"]);
      const changed = differences<ProjectEntity>(current, { name, active: edit.active ?? undefined });
      if (!changed) return current;
      if (current.mirrored) refuseMirroredProject();
      await updateAtVersion(scope.manager, ProjectEntity, { id: current.id, version }, changed.after);
      const target = { targetKind: "project", targetId: current.id };
      await scope.record({ action: "project.updated", ...target, ...changed });
      return { ...current, ...changed.after, version: version + 1 };
    });
  }

  /** Throws PolicyRefusal, Refusal NOT_FOUND (company, project, member), BAD_INPUT (a tool named twice), OWNED_BY_PLATFORM or CONFLICT (member deactivated). */
  async setLevels(actor: Actor, company: string, asked: LevelsChange): Promise<ProjectEntity> {
    const { project, member, levels, reason } = asked;
    return this.changes.run({ actor, company, action: "administer" }, async (scope) => {
      if (new Set(levels.map(({ tool }) => tool)).size !== levels.length)
        throw new BilingualRefusal("BAD_INPUT", DIRECTORY_TEXTS.eachToolOnce, ["input", "levels"]);
      const found = await projectOf(scope, project);
      const grantee = requireGrantee(await findMember(scope.manager, scope.company.id, member), member);
      if (found.mirrored && grantee.mirrored) refuseMirroredPerson();
      const before = await heldLevels(scope, found.id, grantee.id);
      const after = new Map(before);
      for (const { tool, level } of levels) after.set(tool, level);
      await setLevelsIn(scope, { project: found, memberId: grantee.id, before, after, why: optionalReason(reason) });
      return found;
    });
  }
}

async function projectOf({ manager, company }: ChangeScope, reference: string): Promise<ProjectEntity> {
  const found = await manager.findOneBy(ProjectEntity, { companyId: company.id, ...projectNamed(reference) });
  if (found) return found;
  throw new BilingualRefusal("NOT_FOUND", fill(DIRECTORY_TEXTS.noProject, { reference }), ["input", "project"]);
}
