import { DEFAULT_CONNECTOR } from "../../erp/catalogue/catalogue-item";
import { In, type EntityManager } from "typeorm";
import { groupBy } from "../../kernel/groups";
import { decimalText } from "../../kernel/money";
import type { RecordState } from "../../policy/model/vocabulary";
import type { ItemReference } from "../item/item";
import { heldFaults } from "../document/held-by-ledger";
import { ownGaps, type OwnGap } from "../item/own-requirements";
import { RecordReferenceEntity } from "../record/record-reference.entity";
import { RecordEntity } from "../record/record.entity";
import { isLimited, ledgerUse } from "../record/erp-limits";
import { acrossLedgers } from "./ledgers";
import { bookingFaultsOf } from "./bookable";
import { contractFaultsOf } from "./contract-check";
import { otherCurrenciesOf } from "./order-bills";
import { ordersBelowZero } from "./order-total";
import { nameOf, readiness, type ReadinessNode, type Unmet } from "./readiness";

/** Invoice, commitment, what it builds on: no chain of the catalogue is longer. */
const DEEPEST = 4;
/** Keys in one statement. */
const BATCH_SIZE = 5_000;

/**
 * What many records of any companies still miss, each with its whole chain. Reads level by level: two SELECTs for each
 * level of the chain, however many records there are.
 */
export async function loadReadiness(
  manager: EntityManager,
  records: readonly RecordEntity[],
): Promise<ReadonlyMap<string, readonly Unmet[]>> {
  const known = new Map<string, ReadinessNode>();
  const roots = await nodesOf(
    manager,
    records.filter(({ direction }) => direction === "export"),
  );
  let level: readonly Owned[] = roots;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const wanted = new Map<string, Wanted>();
    for (const { companyId, node } of level)
      for (const reference of node.synced && depth > 0 ? [] : node.references) {
        const name = `${companyId}|${nameOf(reference)}`;
        if (!known.has(name)) wanted.set(name, { companyId, ...reference });
      }
    if (wanted.size === 0) break;
    level = await nodesOf(manager, await recordsNamed(manager, [...wanted.values()]));
    for (const { companyId, node } of level) known.set(`${companyId}|${nameOf(node)}`, node);
  }
  const warnings = await warningsOf(manager, roots);
  const missing = roots.map(({ companyId, record, node }) => {
    const find = (reference: ItemReference) => known.get(`${companyId}|${nameOf(reference)}`) ?? null;
    return { record, node, unmet: [...readiness(node, find), ...warnings(record, node)] };
  });
  const told = await acrossLedgers(manager, missing);
  return new Map(roots.map(({ node }, index) => [node.id, told[index] ?? []]));
}

/** What the flag on the record does not know: it is told, and sending asks for the hard ones itself. */
async function warningsOf(manager: EntityManager, roots: readonly Owned[]) {
  const limits = await limitsInTheWay(manager, roots);
  const overdrawn = await overdrawnOrders(manager, roots);
  const currencies = await otherCurrencies(manager, roots);
  const unbookable = await unbookableRecords(manager, roots);
  return (record: RecordEntity, node: ReadinessNode): Unmet[] => [
    ...limits(record, node),
    ...overdrawn(node),
    ...currencies(node),
    ...unbookable(node),
  ];
}

/** Only told: the flag on the record does not know it, and sending asks for the hard ones itself. */
async function limitsInTheWay(manager: EntityManager, roots: readonly Owned[]) {
  const limited = roots.filter(({ node }) => !node.synced && isLimited(node.feature));
  const useOf = await ledgerUse(manager, [...new Set(limited.map(({ companyId }) => companyId))]);
  return (record: RecordEntity, { id, feature, sourceKey, number, state, synced }: ReadinessNode): Unmet[] => {
    const use = useOf(record);
    if (!use || synced || use.used < use.most) return [];
    const place = { feature, sourceKey, number, recordId: id, state, direct: true };
    return [{ code: "ERP_LIMIT_REACHED", wanted: [String(use.most)], ...place }];
  };
}

/** Only told, as the limits are: how much an order has left changes with every change order that is sent. */
async function overdrawnOrders(manager: EntityManager, roots: readonly Owned[]) {
  const open = roots.filter(({ record }) => !SENT.includes(record.state)).map(({ record }) => record);
  const totals = await ordersBelowZero(manager, open);
  return ({ id, feature, sourceKey, number, state }: ReadinessNode): Unmet[] => {
    const total = totals.get(id);
    const place = { feature, sourceKey, number, recordId: id, state, direct: true };
    return total ? [{ code: "ORDER_BELOW_ZERO", wanted: [`${decimalText(total)} ${total.currency}`], ...place }] : [];
  };
}

/** Only told, likewise; of a change order it is refused. */
async function otherCurrencies(manager: EntityManager, roots: readonly Owned[]) {
  const open = roots.filter(({ record }) => !SENT.includes(record.state)).map(({ record }) => record);
  const others = await otherCurrenciesOf(manager, open);
  return ({ id, feature, sourceKey, number, state }: ReadinessNode): Unmet[] => {
    const other = others.get(id);
    const place = { feature, sourceKey, number, recordId: id, state, direct: true };
    return other ? [{ code: "ORDER_CURRENCY", wanted: [other.own, other.order], ...place }] : [];
  };
}

/**
 * Only told, likewise: the ledger's lists change, and sending looks at them anew. What does not fit its contract the policy
 * judges, as the company has chosen.
 */
async function unbookableRecords(manager: EntityManager, roots: readonly Owned[]) {
  const open = roots.filter(({ record }) => !SENT.includes(record.state)).map(({ record }) => record);
  const faults = await bookingFaultsOf(manager, open);
  const misfits = await contractFaultsOf(manager, open);
  return ({ id, feature, sourceKey, number, state }: ReadinessNode): Unmet[] => {
    const place = { feature, sourceKey, number, recordId: id, state, direct: true };
    const told = [...(misfits.get(id) ?? []), ...(faults.get(id) ?? [])];
    return told.map(({ code, values }) => ({ code, wanted: values, ...place }));
  };
}

const SENT: readonly RecordState[] = ["exporting", "synced"];

interface Owned {
  readonly companyId: string;
  readonly record: RecordEntity;
  readonly node: ReadinessNode;
}

interface Wanted extends ItemReference {
  readonly companyId: string;
}

async function nodesOf(manager: EntityManager, records: readonly RecordEntity[]): Promise<Owned[]> {
  if (records.length === 0) return [];
  const rows = await manager.findBy(RecordReferenceEntity, { recordId: In(records.map(({ id }) => id)) });
  const references = new Map<string, ItemReference[]>();
  for (const { recordId, feature, sourceKey } of rows.sort((a, b) => (a.sourceKey < b.sourceKey ? -1 : 1)))
    references.set(recordId, [...(references.get(recordId) ?? []), { feature, sourceKey }]);
  return records.map((record) => ({
    companyId: record.companyId,
    record,
    node: {
      id: record.id,
      feature: record.feature,
      sourceKey: record.sourceKey,
      number: record.number,
      state: record.state,
      synced: holds(record),
      failureCode: record.failureCode,
      gaps: record.direction === "export" ? gapsOf(record) : [],
      references: references.get(record.id) ?? [],
    },
  }));
}

function gapsOf(record: RecordEntity): OwnGap[] {
  const gaps = ownGaps(DEFAULT_CONNECTOR, record.feature, record.payload);
  const fields = [...new Set(heldFaults(record).map(({ field }) => field.join(".")))];
  return fields.length === 0 ? gaps : [...gaps, { code: "NOT_HELD_BY_ERP", wanted: fields }];
}

/** Whether the ERP holds the record and it counts here: blocking.ts says the same in SQL. */
export function holds({ externalId, state }: Pick<RecordEntity, "externalId" | "state">): boolean {
  return externalId !== null && state !== "archived" && state !== "staged";
}

/** The records that are named so, each once. Keys are in lists: SQLite takes no chain of a thousand conditions. */
export async function recordsNamed(manager: EntityManager, wanted: readonly Wanted[]): Promise<RecordEntity[]> {
  const groups = groupBy(wanted, ({ companyId, feature }) => `${companyId}|${feature}`);
  const where = [...groups.values()].flatMap((group) => {
    const { companyId, feature } = group[0] as Wanted;
    return chunks(group.map(({ sourceKey }) => sourceKey)).map((keys) => ({ companyId, feature, sourceKey: In(keys) }));
  });
  return manager.find(RecordEntity, { where });
}

function chunks(keys: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < keys.length; from += BATCH_SIZE) parts.push(keys.slice(from, from + BATCH_SIZE));
  return parts;
}
