import { fill } from "../../kernel/catalogue";
import { In, type EntityManager } from "typeorm";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { namedConnection } from "../../erp/connections/connection-lookup";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import { updateAtVersion } from "../../infra/db/query/rows";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import { OutboxMessageEntity } from "../../infra/outbox/outbox-message.entity";
import { ProjectEntity } from "../../directory/projects/project.entity";
import { projectNamed } from "../../directory/projects/project-reference";
import { applyEvent } from "../transaction/record-keeping";
import { inLedger, referencesIn } from "../item/placing";
import { connectionOfProject } from "../record/record-lane";
import { RecordReferenceEntity } from "../record/record-reference.entity";
import { RecordEntity } from "../record/record.entity";
import { RECORD_TEXTS } from "../texts/record-texts";

export interface ProjectBinding {
  /** Id or code. */
  readonly project: string;
  /** Id or name; null: the company's default. */
  readonly connection: string | null;
  /** Version that the editor saw; left out: whatever it is. */
  readonly expectedVersion?: number | null;
}

export interface BoundProject {
  readonly project: ProjectEntity;
  readonly policyRevision: number;
}

/** Says by which of the company's connections the records of a project travel. */
export class ProjectBindingService {
  constructor(private readonly changes: CompanyChangePort) {}

  /**
   * Throws PolicyRefusal, Refusal NOT_FOUND (company, project, connection), STALE_EDIT, or PROJECT_HAS_SENT_RECORDS where
   * something of the project was sent or read over another connection already.
   */
  bind(actor: Actor, company: string, binding: ProjectBinding): Promise<BoundProject> {
    return this.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const { manager, company: tenant } = scope;
      const project = await projectOf(manager, tenant.id, binding.project);
      const wanted = binding.connection === null ? null : await namedConnection(manager, tenant.id, binding.connection);
      const before = await connectionOfProject(manager, tenant.id, project);
      const connectionId = wanted?.id ?? null;
      const after = await connectionOfProject(manager, tenant.id, { connectionId });
      if (before && after && before.id !== after.id) await move(scope, project, before, after);
      const version = binding.expectedVersion ?? project.version;
      await updateAtVersion(manager, ProjectEntity, { id: project.id, version }, { connectionId });
      const policyRevision = await scope.record({
        action: "project.connection_bound",
        targetKind: "project",
        targetId: project.id,
        before: { connection: project.connectionId && before ? before.name : null },
        after: { connection: wanted?.name ?? null },
      });
      return { project: { ...project, connectionId, version: version + 1 }, policyRevision };
    });
  }
}

async function projectOf(manager: EntityManager, companyId: string, reference: string): Promise<ProjectEntity> {
  const found = await manager.findOneBy(ProjectEntity, { companyId, ...projectNamed(reference) });
  if (found) return found;
  throw new BilingualRefusal("NOT_FOUND", fill(RECORD_TEXTS.noProject, { reference }), ["input", "project"]);
}

/** What was only offered goes with its project; first approvals were given for the other ledger, so they are gone. */
async function move(
  scope: ChangeScope,
  project: ProjectEntity,
  before: ConnectionEntity,
  { id: connectionId, keyPrefix, name }: ConnectionEntity,
): Promise<void> {
  const { manager } = scope;
  const records = await manager.find(RecordEntity, {
    where: { companyId: project.companyId, projectId: project.id },
    order: { id: "ASC" },
  });
  if (await anySent(manager, records)) {
    throw new BilingualRefusal(
      "PROJECT_HAS_SENT_RECORDS",
      fill(RECORD_TEXTS.projectHasSentRecords, { code: project.code, held: before.name, wanted: name }),
      ["input", "project"],
    );
  }
  for (const record of records) {
    const built = await manager.findBy(RecordReferenceEntity, { recordId: record.id });
    const sourceKey = inLedger(record.sourceKey, keyPrefix);
    const set = { connectionId, sourceKey, firstApproverId: null, hasFirstApproval: false };
    const references = referencesIn(built, keyPrefix);
    await applyEvent(scope, record, "rebind", { set, references, reason: `The project is now bound to ${name}` });
  }
}

/** Also what was sent in vain or is unlinked by now: the ledger may hold it after all. */
async function anySent(manager: EntityManager, records: readonly RecordEntity[]): Promise<boolean> {
  if (records.some(({ externalId, direction }) => externalId !== null || direction === "import")) return true;
  const ids = records.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += BATCH_SIZE)
    if (await manager.existsBy(OutboxMessageEntity, { subjectId: In(ids.slice(from, from + BATCH_SIZE)) })) return true;
  return records.some(({ state }) => state === "exporting" || state === "stale" || state === "synced");
}

/** Ids in one statement. */
const BATCH_SIZE = 500;
