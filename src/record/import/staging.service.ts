import type { ChangeScope, CompanyChangePort } from "../../company/company-change";
import type { Actor } from "../../kernel/actor";
import { Refusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { nameFrom } from "../../kernel/labels";
import type { Money } from "../../kernel/money";
import type { KnownActor } from "../../policy/ports";
import { insertRows } from "../../db/rows";
import { ProjectEntity } from "../../project/project.entity";
import type { RecordAddress, RecordDesk } from "../change/record-desk";
import { applyEvent, insertRecord, recordIn, type RecordScope } from "../change/record-keeping";
import { keyOf, type ItemReference } from "../item/item";
import { BLANK } from "../offering.service";
import { refreshDependents } from "../readiness/blocking";
import { RecordReferenceEntity } from "../record-reference.entity";
import { RecordEntity } from "../record.entity";
import { erpKey } from "./counterpart";

/** Kinds of data that are read from the ERP. */
export const STAGED = ["project", "vendor", "job_cost", "commitment_payment"] as const;
export type Staged = (typeof STAGED)[number];

/** A thing of the ERP, as a connector has read it. */
export interface StagedItem {
  readonly feature: Staged;
  readonly externalId: string;
  /** What kind of the ERP's objects it is; null: there are no kinds. */
  readonly kind: string | null;
  readonly number: string;
  readonly title: string;
  readonly amount: Money | null;
  /** Start of the day, in UTC. */
  readonly documentDate: string | null;
  /** Ids in the ERP of what it builds on: the job and the items of a cost, the bill of a payment. */
  readonly buildsOn: readonly { readonly feature: RecordEntity["feature"]; readonly externalId: string }[];
  /** Why it can never be imported, in the ERP's or the connector's words; null: it can. */
  readonly invalid: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Things read from the ERP: staged, imported (synced), invalid (failed), archived; linked with what the platform offers. */
export class StagingService {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly desk: RecordDesk,
  ) {}

  /** What a connector has read; a later reading of the same thing replaces the earlier one, and never an import. */
  stage(by: KnownActor, companyId: string, items: readonly StagedItem[]): Promise<RecordEntity[]> {
    return this.changes.runAs(by, companyId, async (scope) => {
      const staged: RecordEntity[] = [];
      for (const item of items) staged.push(await this.stageOne(scope, item));
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
        throw new Refusal("RECORD_BLOCKED", "What it builds on is not synced yet: import or send that first.", [
          "input",
          "record",
        ]);
      if (record.feature !== "project" && record.feature !== "vendor")
        return applyEvent(scope, record, "import", { grantId });
      const named = nameFrom(number ?? record.number, ["input", "number"]);
      const sourceKey = keyOf(named);
      await refuseTaken(scope, record, sourceKey);
      const projectId = record.feature === "project" ? await projectFor(scope, named, record.title) : null;
      await renameReferences(scope, record, sourceKey);
      const set = { number: named, sourceKey, projectId };
      return applyEvent(scope, record, "import", { set, grantId });
    });
  }

  /** Ties a record that the platform offers to one read from the ERP, instead of sending it: no duplicate is made. */
  link(actor: Actor, address: RecordAddress, counterpartId: string): Promise<RecordEntity> {
    return this.desk.act(actor, address, "link", async (scope, record) => {
      const counterpart = await recordIn(scope.manager, scope.company.id, counterpartId.trim().toLowerCase());
      if (
        counterpart?.feature !== record.feature ||
        counterpart.direction !== "import" ||
        counterpart.state !== "staged"
      )
        throw new Refusal("NOT_FOUND", "There is no such counterpart waiting to be imported.", [
          "input",
          "counterpart",
        ]);
      await applyEvent(scope, counterpart, "archive", { reason: `Linked with ${record.number}` });
      const set = { externalId: counterpart.externalId, failureCode: null, failureText: null };
      return applyEvent(scope, record, "link", { set, reason: `Linked with ${counterpart.title}` });
    });
  }

  private async stageOne(scope: ChangeScope, item: StagedItem): Promise<RecordEntity> {
    const { manager, company, at } = scope;
    const { feature, externalId } = item;
    const where = { companyId: company.id, feature, externalId, direction: "import" } as const;
    const current = await manager.findOneBy(RecordEntity, where);
    const event = item.invalid === null ? "stage" : "invalidate";
    const set = { ...columnsOf(item), projectId: current?.projectId ?? null };
    if (current) {
      if (current.state === "archived" || (current.state === "synced" && event === "invalidate")) return current;
      return applyEvent(scope, current, event, {
        set,
        references: await referencesOf(scope, item),
        reason: item.invalid,
      });
    }
    const fresh: Partial<RecordEntity> = {
      id: newId(),
      companyId: company.id,
      feature,
      externalId,
      direction: "import",
    };
    const begun: Partial<RecordEntity> = {
      sourceKey: erpKey(externalId),
      state: item.invalid === null ? "staged" : "failed",
      createdAt: at,
      updatedAt: at,
    };
    const record = { ...BLANK, ...fresh, ...set, ...begun } as RecordEntity;
    return insertRecord(scope, record, event, { references: await referencesOf(scope, item), reason: item.invalid });
  }
}

function columnsOf(item: StagedItem): Partial<RecordEntity> {
  return {
    kind: item.kind,
    number: item.number,
    title: item.title,
    amountMinor: item.amount?.minor ?? null,
    amountCurrency: item.amount?.currency ?? null,
    documentDate: item.documentDate,
    itemComplete: true,
    failureCode: item.invalid === null ? null : "INVALID",
    failureText: item.invalid,
    payload: { ...item.payload },
  };
}

/** By the key of whatever record the ERP's id belongs to here; of what is not here, by the ERP's own. */
async function referencesOf({ manager, company }: RecordScope, { buildsOn }: StagedItem): Promise<ItemReference[]> {
  const references = new Map<string, ItemReference>();
  for (const { feature, externalId } of buildsOn) {
    const held = await manager.findBy(RecordEntity, { companyId: company.id, feature, externalId });
    const sourceKey = held.find(({ state }) => state !== "archived")?.sourceKey ?? erpKey(externalId);
    references.set(`${feature}|${sourceKey}`, { feature, sourceKey });
  }
  return [...references.values()];
}

async function refuseTaken({ manager, company }: RecordScope, record: RecordEntity, sourceKey: string): Promise<void> {
  const taken = await manager.findOneBy(RecordEntity, { companyId: company.id, feature: record.feature, sourceKey });
  if (taken && taken.id !== record.id)
    throw new Refusal("ALREADY_EXISTS", `${taken.title} has that number already; link the two instead.`, [
      "input",
      "number",
    ]);
}

/** The project of that code, or a new one. */
async function projectFor(scope: ChangeScope, code: string, name: string): Promise<string> {
  const { manager, company, at } = scope;
  const found = await manager.findOneBy(ProjectEntity, { companyId: company.id, code });
  if (found) return found.id;
  const project = { id: newId(), companyId: company.id, code, name, active: true, version: 1, createdAt: at };
  await insertRows(manager, ProjectEntity, [project]);
  const target = { targetKind: "project", targetId: project.id };
  await scope.record({ action: "project.added", ...target, before: null, after: { code, name }, why: "Imported" });
  return project.id;
}

/** What builds on the thing by the ERP's name builds on it by the platform's from now on. */
async function renameReferences({ manager }: RecordScope, record: RecordEntity, sourceKey: string): Promise<void> {
  const { companyId, feature } = record;
  await manager.update(RecordReferenceEntity, { companyId, feature, sourceKey: record.sourceKey }, { sourceKey });
  await refreshDependents(manager, companyId, { feature, sourceKey });
}
