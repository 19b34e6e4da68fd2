import type { EntityManager, QueryDeepPartialEntity } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { insertRows } from "../../infra/db/query/rows";
import { newId } from "../../kernel/ids";
import { lookalike, plainNumber } from "../../kernel/text";
import { refreshBlocked, refreshDependents } from "../readiness/blocking";
import { refreshMisfits } from "../readiness/contract-fit";
import { holds } from "../readiness/readiness-loader";
import type { RecordEvent } from "../record/record-event";
import { RECORD_MOVED } from "./record-moved";
import { nextState } from "../record/record-machine";
import { RecordReferenceEntity } from "../record/record-reference.entity";
import { RecordRevisionEntity } from "../record/record-revision.entity";
import { RecordEntity } from "../record/record.entity";
import type { ItemReference } from "../item/item";

/** What a change of a record needs of the change of its company. */
export type RecordScope = Pick<ChangeScope, "manager" | "company" | "by" | "at" | "tell">;

/** What an event does to a record beside moving its state. */
export interface EventEffect {
  readonly set?: Partial<RecordEntity>;
  /** What the record builds on from now on; left out: what it did. */
  readonly references?: readonly ItemReference[];
  readonly reason?: string | null;
  readonly grantId?: string | null;
}

/** Fields whose change the history does not tell: it says them otherwise. */
const UNTOLD: readonly (keyof RecordEntity)[] = [
  ...["state", "version", "revision", "updatedAt", "prerequisitesBlocked", "numberKey", "plainNumber", "misfits"],
] as (keyof RecordEntity)[];

/**
 * Moves a record by an event: the row, what it builds on, its history, and the flags of all that builds on it. The
 * caller holds the company's lock. Throws Refusal ILLEGAL_MOVE.
 */
export async function applyEvent(
  scope: RecordScope,
  record: RecordEntity,
  event: RecordEvent,
  { set = {}, references, reason = null, grantId = null }: EventEffect = {},
): Promise<RecordEntity> {
  const { manager, at } = scope;
  const state = nextState(record, event);
  const named = set.number === undefined ? {} : numbersOf(record.feature, set.number);
  const changed = { ...set, ...named, state, version: record.version + 1, updatedAt: at };
  await manager.update(RecordEntity, { id: record.id }, changed as QueryDeepPartialEntity<RecordEntity>);
  const next: RecordEntity = { ...record, ...changed };
  if (references) await storeReferences(scope, next, references);
  await keepHistory(scope, record, next, { event, reason, grantId });
  if (holds(record) !== holds(next) || record.sourceKey !== next.sourceKey)
    await refreshDependents(manager, next.companyId, next);
  next.prerequisitesBlocked = await refreshBlocked(manager, next.id);
  next.misfits = await refreshMisfits(manager, record, next);
  await scope.tell(RECORD_MOVED, { event, before: record, after: next, reason });
  return next;
}

/** Stores a record that is new, with its first event. */
export async function insertRecord(
  scope: RecordScope,
  made: RecordEntity,
  event: RecordEvent,
  { references = [], reason = null }: Pick<EventEffect, "references" | "reason">,
): Promise<RecordEntity> {
  const { manager } = scope;
  const record = { ...made, ...numbersOf(made.feature, made.number) };
  await insertRows(manager, RecordEntity, [record as QueryDeepPartialEntity<RecordEntity>]);
  await storeReferences(scope, record, references);
  await keepHistory(scope, null, record, { event, reason, grantId: null });
  if (holds(record)) await refreshDependents(manager, record.companyId, record);
  const prerequisitesBlocked = await refreshBlocked(manager, record.id);
  const stored = { ...record, prerequisitesBlocked, misfits: await refreshMisfits(manager, null, record) };
  await scope.tell(RECORD_MOVED, { event, before: null, after: stored, reason });
  return stored;
}

/** The number as it is looked up by. */
function numbersOf(feature: RecordEntity["feature"], number: string): Pick<RecordEntity, "numberKey" | "plainNumber"> {
  const isInvoice = feature === "subcontractor_invoice";
  return { numberKey: lookalike(number), plainNumber: isInvoice ? plainNumber(number) : null };
}

async function storeReferences(
  { manager, at }: RecordScope,
  record: RecordEntity,
  references: readonly ItemReference[],
) {
  const { id: recordId, companyId } = record;
  await manager.delete(RecordReferenceEntity, { recordId });
  const rows = references.map((one) => ({ id: newId(), companyId, recordId, ...one, createdAt: at }));
  await insertRows(manager, RecordReferenceEntity, rows);
}

async function keepHistory(
  { manager, company, by, at }: RecordScope,
  before: RecordEntity | null,
  after: RecordEntity,
  { event, reason, grantId }: { event: RecordEvent; reason: string | null; grantId: string | null },
): Promise<void> {
  const change = before === null ? { before: null, after: told(after) } : differencesOf(before, after);
  const row: Omit<RecordRevisionEntity, "sequence"> = {
    id: newId(),
    companyId: after.companyId,
    recordId: after.id,
    version: after.version,
    revision: after.revision,
    event,
    fromState: before?.state ?? null,
    toState: after.state,
    at,
    actorKind: by.kind,
    actorId: by.id,
    actorName: by.name,
    grantId,
    policyRevision: company.policyRevision,
    ...change,
    reason,
    createdAt: at,
  };
  const numbered = { ...row, sequence: () => NEXT } as QueryDeepPartialEntity<RecordRevisionEntity>;
  const insert = manager.createQueryBuilder().insert().into(RecordRevisionEntity).values(numbered);
  await insert.setParameter("sequenceOf", after.companyId).updateEntity(false).execute();
}

/** The company's lock is held, so that nobody else takes the same number. */
const NEXT = '(SELECT COALESCE(MAX("sequence"), 0) + 1 FROM "record_revision" WHERE "companyId" = :sequenceOf)';

function told({ payload, amountMinor, amountCurrency, title }: RecordEntity): Record<string, unknown> {
  return { payload, amountMinor, amountCurrency, title };
}

/** What differs, as it was and as it is; of the item itself only the fields that differ. */
function differencesOf(before: RecordEntity, after: RecordEntity) {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const field of Object.keys(after) as (keyof RecordEntity)[]) {
    if (UNTOLD.includes(field) || same(before[field], after[field])) continue;
    if (field === "payload") {
      const fields = changedFields(before.payload, after.payload);
      was[field] = pick(before.payload, fields);
      is[field] = pick(after.payload, fields);
    } else {
      was[field] = before[field];
      is[field] = after[field];
    }
  }
  return Object.keys(is).length === 0 ? { before: null, after: null } : { before: was, after: is };
}

/** The fields of an item that differ between two versions of it. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.filter((field) => !same(before[field], after[field]));
}

function pick(from: Readonly<Record<string, unknown>>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
}

/** Whether two JSON values are equal, whatever the order of their fields: a database keeps the order it was given. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Inside a write: the company's record of that id; null: none. */
export async function recordIn(manager: EntityManager, companyId: string, id: string): Promise<RecordEntity | null> {
  return manager.findOneBy(RecordEntity, { companyId, id });
}
