import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { defaultConnection } from "../../erp/connections/connection-lookup";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal } from "../../kernel/errors";
import type { Bilingual } from "../../kernel/locale";
import { newId } from "../../kernel/ids";
import { nameFrom } from "../../kernel/labels";
import type { KnownActor } from "../../policy/ports";
import { insertRows } from "../../infra/db/query/rows";
import { ProjectEntity } from "../../directory/projects/project.entity";
import type { RecordAddress, RecordTransaction } from "../transaction/record-transaction";
import { applyEvent, recordIn, type RecordScope } from "../transaction/record-keeping";
import { requireSeen } from "../transaction/stale-record";
import { keyOf } from "../item/item";
import { keyPrefixOf } from "../item/placing";
import { refreshDependents } from "../readiness/blocking";
import { connectionOfProject } from "../record/record-lane";
import { RecordReferenceEntity } from "../record/record-reference.entity";
import { RecordEntity } from "../record/record.entity";
import { refreshPaid } from "../transaction/paid-state";
import type { StagedItem } from "./staged-item";
import { stageItem } from "./staging";
import { RECORD_TEXTS } from "../texts/record-texts";

/** A thing read from the ERP, as whoever ties something to it saw it. */
export interface SeenCounterpart {
  readonly counterpart: string;
  readonly expectedVersion: number;
}

/** What is tied to something of the ERP has not failed any more. */
const LINKED = { failureCode: null, failureText: null, clashExternalId: null } as const;
const NOTHING_IN_ITS_PLACE: Bilingual = {
  en: "The ERP has not told of anything that stands in its place: use linkRecord with a counterpart.",
  fr: "L’ERP n’a rien signalé à sa place : utilisez linkRecord avec une contrepartie.",
};

/** Things read from the ERP: staged, imported (synced), invalid (failed), archived; linked with what the platform offers. */
export class StagingService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly desk: RecordTransaction,
  ) {}

  /** What a connector has read over the company's default connection; a later reading of the same thing replaces the earlier one, and never an import. */
  stage(by: KnownActor, companyId: string, items: readonly StagedItem[]): Promise<RecordEntity[]> {
    return this.changes.runAs(by, companyId, async (scope) => {
      const staged: RecordEntity[] = [];
      const ledger = await defaultConnection(scope.manager, companyId);
      for (const item of items) staged.push(await stageItem(scope, item, ledger));
      return staged;
    });
  }

  /**
   * Takes a staged thing onto the platform: a job becomes a project, a contact a vendor of that number. Throws Refusal
   * RECORD_BLOCKED while what it builds on is not here, ALREADY_EXISTS for a number that is taken.
   */
  import(actor: Actor, address: RecordAddress, number: string | null): Promise<RecordEntity> {
    return this.desk.act(actor, address, "import", async (scope, record, grantId) => {
      if (record.prerequisitesBlocked)
        throw new BilingualRefusal("RECORD_BLOCKED", RECORD_TEXTS.blocked, ["input", "record"]);
      if (record.feature !== "project" && record.feature !== "vendor") return importDependent(scope, record, grantId);
      const named = nameFrom(number ?? record.number, ["input", "number"]);
      const sourceKey = keyPrefixOf(record.sourceKey) + keyOf(named);
      await refuseTaken(scope, record, sourceKey);
      const projectId = record.feature === "project" ? await projectFor(scope, named, record) : null;
      await renameReferences(scope, record, sourceKey);
      const set = { number: named, sourceKey, projectId };
      return applyEvent(scope, record, "import", { set, grantId });
    });
  }

  /** Ties a record that the platform offers to one read from the ERP, instead of sending it: no duplicate is made. */
  link(actor: Actor, address: RecordAddress, seen: SeenCounterpart): Promise<RecordEntity> {
    return this.desk.act(actor, address, "link", async (scope, record) => {
      const counterpart = await recordIn(scope.manager, scope.company.id, seen.counterpart.trim().toLowerCase());
      if (
        counterpart?.feature !== record.feature ||
        counterpart.direction !== "import" ||
        counterpart.state !== "staged" ||
        keyPrefixOf(counterpart.sourceKey) !== keyPrefixOf(record.sourceKey)
      )
        throw new BilingualRefusal("NOT_FOUND", RECORD_TEXTS.noSuchCounterpart, ["input", "counterpart"]);
      requireSeen(counterpart, seen.expectedVersion, ["input", "expectedCounterpartVersion"]);
      await applyEvent(scope, counterpart, "archive", { reason: `Linked with ${record.number}` });
      const { externalId, externalGroupId, title } = counterpart;
      const set = { ...LINKED, externalId, externalGroupId };
      // Costs that were read before name the job as it was read.
      await renameReferences(scope, counterpart, record.sourceKey);
      return applyEvent(scope, record, "link", { set, reason: `Linked with ${title}` });
    });
  }

  /** Ties a record to what stands in the ERP in its place, for which it was refused. Throws Refusal NOT_FOUND: nothing does. */
  linkToClash(actor: Actor, address: RecordAddress): Promise<RecordEntity> {
    return this.desk.act(actor, address, "link", (scope, record) => {
      const { clashExternalId: externalId, failureText } = record;
      if (externalId === null) throw new BilingualRefusal("NOT_FOUND", NOTHING_IN_ITS_PLACE, ["input", "record"]);
      return applyEvent(scope, record, "link", { set: { ...LINKED, externalId }, reason: failureText });
    });
  }
}

/** Takes a cost or a payment onto the platform, where all that it builds on is. */
export async function importDependent(
  scope: RecordScope,
  record: RecordEntity,
  grantId: string | null = null,
): Promise<RecordEntity> {
  const projectId = await projectBelow(scope, record);
  const imported = await applyEvent(scope, record, "import", { set: { projectId }, grantId });
  if (imported.feature === "commitment_payment") await refreshPaid(scope, imported);
  return imported;
}

/** The project of the job or of the invoice; there may have been none when it was read. */
async function projectBelow({ manager }: RecordScope, record: RecordEntity): Promise<string | null> {
  if (record.projectId !== null) return record.projectId;
  const references = await manager.findBy(RecordReferenceEntity, { recordId: record.id });
  for (const { feature, sourceKey } of references) {
    const held = await manager.findOneBy(RecordEntity, { companyId: record.companyId, feature, sourceKey });
    if (held?.projectId) return held.projectId;
  }
  return null;
}

async function refuseTaken({ manager, company }: RecordScope, record: RecordEntity, sourceKey: string): Promise<void> {
  const taken = await manager.findOneBy(RecordEntity, { companyId: company.id, feature: record.feature, sourceKey });
  if (taken && taken.id !== record.id)
    throw new BilingualRefusal("ALREADY_EXISTS", fill(RECORD_TEXTS.numberTaken, { title: taken.title }), [
      "input",
      "number",
    ]);
}

/** The project of that code, or a new one that travels by the connection that the job was read over. */
async function projectFor(scope: ChangeScope, code: string, { title: name, ...job }: RecordEntity): Promise<string> {
  const { manager, company, at } = scope;
  const found = await manager.findOneBy(ProjectEntity, { companyId: company.id, code });
  if (found) return requireSameLedger(scope, found, job);
  const isOfDefault = job.connectionId === ((await defaultConnection(manager, company.id))?.id ?? null);
  const connectionId = isOfDefault ? null : job.connectionId;
  const project = {
    id: newId(),
    companyId: company.id,
    connectionId,
    code,
    name,
    active: true,
    version: 1,
    createdAt: at,
  };
  await insertRows(manager, ProjectEntity, [project]);
  const target = { targetKind: "project", targetId: project.id };
  await scope.record({ action: "project.added", ...target, before: null, after: { code, name }, why: "Imported" });
  return project.id;
}

/** One project is in one ledger. */
async function requireSameLedger(
  { manager, company }: RecordScope,
  project: ProjectEntity,
  { connectionId }: Pick<RecordEntity, "connectionId">,
): Promise<string> {
  const own = await connectionOfProject(manager, company.id, project);
  if (connectionId === null || own?.id === connectionId) return project.id;
  throw new BilingualRefusal(
    "CONFLICT",
    fill(RECORD_TEXTS.projectOfOtherBooks, { code: project.code, connection: own?.name ?? "" }),
    ["input", "number"],
  );
}

/** What builds on the thing by the ERP's name builds on it by the platform's from now on. */
async function renameReferences({ manager }: RecordScope, record: RecordEntity, sourceKey: string): Promise<void> {
  const { companyId, feature } = record;
  await manager.update(RecordReferenceEntity, { companyId, feature, sourceKey: record.sourceKey }, { sourceKey });
  await refreshDependents(manager, companyId, { feature, sourceKey });
}
