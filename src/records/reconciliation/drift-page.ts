import { Equal, In, IsNull, Or } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { defaultConnection } from "../../erp/connections/connection-lookup";
import type { ConnectionEntity } from "../../erp/connections/connection.entity";
import type { ChangeKind, LedgerChange } from "../../erp/connector/connector";
import { differencesOf, type LedgerDifference } from "../../erp/connector/ledger-differences";
import { insertRows } from "../../infra/db/query/rows";
import type { Feature } from "../../policy/model/vocabulary";
import { isWhole } from "../import/change-sweep";
import { RecordEntity } from "../record/record.entity";
import { DriftFindingEntity, type Drift } from "./drift-finding.entity";
import { LedgerSnapshotEntity } from "../record/ledger-snapshot.entity";
import { deliveredOf } from "../delivery/snapshots";

/** Kinds of the ledger's objects that records become; a change order is lines of its order. */
export const COMPARED = {
  item: ["cost_code"],
  tracking_option: ["project"],
  contact: ["vendor"],
  purchase_order: ["commitment", "commitment_change_order"],
  bill: ["subcontractor_invoice"],
} as const satisfies Partial<Record<ChangeKind, readonly Feature[]>>;
export type ComparedKind = keyof typeof COMPARED;
export const COMPARED_KINDS = Object.keys(COMPARED) as ComparedKind[];

/** Keys in one statement. */
const BATCH_SIZE = 500;

export interface DriftPageParts {
  readonly scope: ChangeScope;
  readonly connection: ConnectionEntity;
  readonly kind: ComparedKind;
  /** When the reading began: a record that was delivered since may not be in it. */
  readonly begunAt: string;
}

/**
 * Compares a page of the ledger's changes with what was delivered, and keeps what differs; what agrees again is
 * forgotten. Answers the first change that must be read once more: one that may be of a record still on its way.
 */
export async function compareChanges(parts: DriftPageParts, changes: readonly LedgerChange[]): Promise<string | null> {
  const { scope, kind } = parts;
  const records = await recordsOf(parts, isWhole(kind) ? null : changes.map(({ externalId }) => externalId));
  const snapshots = await snapshotsOf(scope, records);
  const byExternalId = new Map(changes.map((change) => [change.externalId, change]));
  const found: DriftFindingEntity[] = [];
  for (const record of records) {
    const change = byExternalId.get(record.externalId ?? "");
    if (!change && record.updatedAt > parts.begunAt) continue;
    const drift = driftOf(record, change, snapshots);
    if (drift) found.push(findingOf(parts, record, drift, change?.changedAt ?? parts.begunAt));
  }
  await keepFindings(parts, records, found);
  return (await hasSomethingOnTheWay(parts)) ? firstUnknown(changes, records) : null;
}

interface Compared {
  readonly drift: Drift;
  readonly differences: readonly LedgerDifference[];
}

function driftOf(
  record: RecordEntity,
  change: LedgerChange | undefined,
  snapshots: ReadonlyMap<string, LedgerSnapshotEntity>,
): Compared | null {
  if (!change) return { drift: "missing", differences: [] };
  if (change.standing !== "there") return { drift: change.standing, differences: [] };
  const delivered = deliveredOf(record, snapshots);
  const differences = delivered ? differencesOf(delivered, change.body) : [];
  return differences.length === 0 ? null : { drift: "edited", differences };
}

function findingOf(
  { connection }: DriftPageParts,
  record: RecordEntity,
  { drift, differences }: Compared,
  changedAt: string,
): DriftFindingEntity {
  const { id, companyId, revision } = record;
  const externalId = record.externalId ?? "";
  const where = { id, companyId, connectionId: connection.id, revision, externalId };
  return { ...where, drift, differences, changedAt, kept: false, createdAt: changedAt };
}

/** A finding that says the same as before stays as it is, with what somebody decided of it. */
async function keepFindings(
  { scope }: DriftPageParts,
  records: readonly RecordEntity[],
  found: readonly DriftFindingEntity[],
): Promise<void> {
  const { manager, at } = scope;
  const before = new Map<string, DriftFindingEntity>();
  for (const ids of chunks(records.map(({ id }) => id)))
    for (const one of await manager.findBy(DriftFindingEntity, { id: In(ids) })) before.set(one.id, one);
  const same = new Set(found.filter((one) => says(one) === says(before.get(one.id))).map(({ id }) => id));
  const over = [...before.keys()].filter((id) => !same.has(id));
  for (const ids of chunks(over)) await manager.delete(DriftFindingEntity, { id: In(ids) });
  const fresh = found.filter(({ id }) => !same.has(id)).map((one) => ({ ...one, createdAt: at }));
  await insertRows(manager, DriftFindingEntity, fresh as never);
}

function says(finding: DriftFindingEntity | undefined): string {
  if (!finding) return "";
  const { revision, externalId, drift, differences } = finding;
  return JSON.stringify([revision, externalId, drift, differences]);
}

async function recordsOf(
  { scope, connection, kind }: DriftPageParts,
  externalIds: readonly string[] | null,
): Promise<RecordEntity[]> {
  const { manager, company } = scope;
  const where = {
    companyId: company.id,
    feature: In([...COMPARED[kind]]),
    direction: "export" as const,
    state: "synced" as const,
  };
  const found: RecordEntity[] = [];
  if (externalIds === null) found.push(...(await manager.findBy(RecordEntity, where)));
  else
    for (const ids of chunks(externalIds)) {
      found.push(...(await manager.findBy(RecordEntity, { ...where, externalId: In([...ids]) })));
    }
  const byDefault = (await defaultConnection(manager, company.id))?.id;
  return found.filter(({ connectionId }) => (connectionId ?? byDefault) === connection.id);
}

async function snapshotsOf({ manager }: ChangeScope, records: readonly RecordEntity[]) {
  const found = new Map<string, LedgerSnapshotEntity>();
  for (const ids of chunks(records.map(({ id }) => id)))
    for (const one of await manager.findBy(LedgerSnapshotEntity, { id: In(ids) })) found.set(one.id, one);
  return found;
}

function hasSomethingOnTheWay({ scope, connection, kind }: DriftPageParts): Promise<boolean> {
  const feature = In([...COMPARED[kind]]);
  return scope.manager.existsBy(RecordEntity, {
    companyId: scope.company.id,
    connectionId: Or(Equal(connection.id), IsNull()),
    feature,
    state: In(["exporting", "stale"]),
  });
}

function firstUnknown(changes: readonly LedgerChange[], records: readonly RecordEntity[]): string | null {
  const known = new Set(records.map(({ externalId }) => externalId));
  return changes.find(({ externalId }) => !known.has(externalId))?.changedAt ?? null;
}

function chunks<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += BATCH_SIZE) parts.push(all.slice(start, start + BATCH_SIZE));
  return parts;
}
