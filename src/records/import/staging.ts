import { In, IsNull } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import { newId } from "../../kernel/ids";
import { applyEvent, changedFields, insertRecord, type RecordScope } from "../transaction/record-keeping";
import type { ItemReference } from "../item/item";
import { inLedger } from "../item/placing";
import { BLANK } from "../record/blank-record";
import { RecordReferenceEntity } from "../record/record-reference.entity";
import { RecordEntity } from "../record/record.entity";
import { erpKey } from "../transaction/counterpart";
import { refreshPaid } from "../transaction/paid-state";
import { KEPT_ONCE_IMPORTED, type StagedItem } from "./staged-item";

/** The connection that something was read over; its keys begin with the prefix. */
export type Ledger = Pick<ConnectionEntity, "id" | "keyPrefix">;

function recordsIn(companyId: string, ledger: Ledger | null) {
  return { companyId, connectionId: ledger?.id ?? IsNull() };
}

/** Keeps what was read. A later reading replaces the earlier one; reading the same once more changes nothing. */
export async function stageItem(scope: ChangeScope, item: StagedItem, ledger: Ledger | null): Promise<RecordEntity> {
  const { manager, company, at } = scope;
  const { feature, externalId } = item;
  const connectionId = ledger?.id ?? null;
  const where = { ...recordsIn(company.id, ledger), feature, externalId, direction: "import" } as const;
  const current = await manager.findOneBy(RecordEntity, where);
  const references = await referencesOf(scope, item, ledger);
  const set = { ...columnsOf(item), projectId: await projectOf(scope, item, references, current) };
  if (current) return restage(scope, current, item, set, references);
  const record = {
    ...BLANK,
    id: newId(),
    companyId: company.id,
    connectionId,
    feature,
    externalId,
    direction: "import",
    ...set,
    sourceKey: inLedger(erpKey(externalId), ledger?.keyPrefix ?? ""),
    state: item.invalid === null ? "staged" : "failed",
    createdAt: at,
    updatedAt: at,
  } as RecordEntity;
  const event = item.invalid === null ? "stage" : "invalidate";
  return insertRecord(scope, record, event, { references, reason: item.invalid?.text ?? null });
}

async function restage(
  scope: ChangeScope,
  current: RecordEntity,
  item: StagedItem,
  set: Partial<RecordEntity>,
  references: readonly ItemReference[],
): Promise<RecordEntity> {
  const { state } = current;
  const kept = KEPT_ONCE_IMPORTED.includes(item.feature) && state === "synced";
  if (state === "archived" || (kept && item.invalid !== null)) return current;
  // Its number is the platform's since it was imported.
  const next = kept ? { ...set, number: current.number } : set;
  const settled = item.invalid === null ? state !== "failed" : state === "failed";
  const { externalGroupId = current.externalGroupId, ...seen } = next;
  if (
    settled &&
    changedFields(pick(current, seen), seen).length === 0 &&
    (await sameReferences(scope, current, references))
  ) {
    // An id that was not kept before is no news of the thing.
    if (externalGroupId !== current.externalGroupId)
      await scope.manager.update(RecordEntity, { id: current.id }, { externalGroupId });
    return Object.assign(current, { externalGroupId });
  }
  const event = item.invalid === null ? "stage" : "invalidate";
  const staged = await applyEvent(scope, current, event, {
    set: next,
    references,
    reason: item.invalid?.text ?? null,
  });
  if (state === "synced" && item.feature === "commitment_payment") await refreshPaid(scope, staged);
  return staged;
}

function pick(record: RecordEntity, like: Partial<RecordEntity>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(like).map((field) => [field, record[field as keyof RecordEntity]]));
}

async function sameReferences({ manager }: RecordScope, { id }: RecordEntity, references: readonly ItemReference[]) {
  const held = await manager.findBy(RecordReferenceEntity, { recordId: id });
  const names = (list: readonly ItemReference[]) =>
    list.map(({ feature, sourceKey }) => `${feature}|${sourceKey}`).sort();
  return names(held).join("\n") === names(references).join("\n");
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
    ...(item.groupId === undefined ? {} : { externalGroupId: item.groupId }),
    failureCode: item.invalid?.code ?? null,
    failureText: item.invalid?.text ?? null,
    payload: { ...item.payload },
  };
}

/** By the key of whatever record the ERP's id belongs to here; of what is not here, by the ERP's own. */
async function referencesOf(
  { manager, company }: RecordScope,
  item: StagedItem,
  ledger: Ledger | null,
): Promise<ItemReference[]> {
  const references = new Map<string, ItemReference>();
  const here = recordsIn(company.id, ledger);
  const add = ({ feature, sourceKey: key }: ItemReference) => {
    const sourceKey = inLedger(key, ledger?.keyPrefix ?? "");
    references.set(`${feature}|${sourceKey}`, { feature, sourceKey });
  };
  for (const one of item.buildsOn) {
    if ("sourceKey" in one) {
      add(one);
      continue;
    }
    const { feature, externalId } = one;
    const held = await manager.findBy(RecordEntity, { ...here, feature, externalId });
    add({ feature, sourceKey: held.find(({ state }) => state !== "archived")?.sourceKey ?? erpKey(externalId) });
  }
  if (item.job) add({ feature: "project", sourceKey: await jobKey(manager, here, item.job) });
  return [...references.values()];
}

/** By the ERP's id of the job, for it may be called otherwise there; by its name where the ERP gives no id. */
async function jobKey(
  manager: RecordScope["manager"],
  here: ReturnType<typeof recordsIn>,
  { name, externalId }: NonNullable<StagedItem["job"]>,
): Promise<string> {
  const byId =
    externalId === null ? [] : await manager.findBy(RecordEntity, { ...here, feature: "project", externalId });
  const jobs =
    byId.length > 0 ? byId : await manager.findBy(RecordEntity, { ...here, feature: "project", title: name });
  const live = jobs.filter(({ state }) => state !== "archived");
  const held = live.find(({ state }) => state === "synced") ?? live[0];
  return held?.sourceKey ?? erpKey(externalId ?? `option:${name}`);
}

/** A cost is the project's of its job, a payment that of its invoice; what is imported keeps the one it has. */
async function projectOf(
  { manager, company }: RecordScope,
  item: StagedItem,
  references: readonly ItemReference[],
  current: RecordEntity | null,
): Promise<string | null> {
  if (item.feature === "project" || item.feature === "vendor") return current?.projectId ?? null;
  const keys = references.filter(({ feature }) => feature === "project" || feature === "subcontractor_invoice");
  if (keys.length === 0) return current?.projectId ?? null;
  const found = await manager.findBy(RecordEntity, {
    companyId: company.id,
    feature: In(keys.map(({ feature }) => feature)),
    sourceKey: In(keys.map(({ sourceKey }) => sourceKey)),
  });
  return found.find(({ projectId }) => projectId !== null)?.projectId ?? current?.projectId ?? null;
}
