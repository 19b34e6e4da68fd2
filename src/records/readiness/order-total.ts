import { In, type EntityManager } from "typeorm";
import { BilingualRefusal } from "../../kernel/errors";
import { formatMoney, parseMoney, type Money } from "../../kernel/money";
import type { RecordState } from "../../policy/model/vocabulary";
import { linesOf } from "../item/item";
import { LedgerSnapshotEntity } from "../record/ledger-snapshot.entity";
import { RecordEntity } from "../record/record.entity";

/** What tells which purchase order a record is, or changes. */
export type OfOrder = Pick<
  RecordEntity,
  "id" | "companyId" | "direction" | "feature" | "sourceKey" | "amountMinor" | "amountCurrency"
>;

/** An amount under a cost code; empty: none is said. */
export interface CodedAmount {
  readonly code: string;
  readonly minor: number;
}

export type OrderPart = OfOrder & { readonly lines: readonly CodedAmount[] };

/** Keys in one statement. */
const BATCH_SIZE = 5_000;
/** States of what is in the ERP, or on its way there. */
export const IN_OR_ON_ITS_WAY: readonly RecordState[] = ["exporting", "stale", "synced"];

/**
 * What the purchase order of each record would come to with it, by the record's id, where that is less than nothing: the
 * commitment and the change orders as the ERP holds them or is about to, and the record itself. In two SELECTs at most. A
 * change order in another currency than its order's is not counted: it is refused by itself.
 */
export async function ordersBelowZero(
  manager: EntityManager,
  records: readonly OfOrder[],
): Promise<ReadonlyMap<string, Money>> {
  const asked = records.filter((record) => orderOf(record) !== null && record.amountMinor !== null);
  const orders = await heldParts(manager, asked);
  const below = new Map<string, Money>();
  for (const record of asked) {
    const total = totalWith(record, orders.get(orderOf(record) ?? "") ?? []);
    if (total !== null && total.minor < 0) below.set(record.id, total);
  }
  return below;
}

/** Throws Refusal ORDER_BELOW_ZERO where the record would take more from its purchase order than is left of it. */
export async function requireOrderNotBelowZero(manager: EntityManager, record: OfOrder): Promise<void> {
  const total = (await ordersBelowZero(manager, [record])).get(record.id);
  if (total === undefined) return;
  const texts = {
    en: `With it the purchase order would come to ${formatMoney(total, "en")}, and no order is below zero. Correct the amount, or send first what adds to the order.`,
    fr: `Avec lui, le bon de commande tomberait à ${formatMoney(total, "fr")}, or un bon de commande n’est jamais négatif. Corrigez le montant, ou envoyez d’abord ce qui augmente le bon de commande.`,
  };
  throw new BilingualRefusal("ORDER_BELOW_ZERO", texts, ["input", "record"]);
}

/** What the orders of those keys come to, as the ERP holds them or is about to, by company and key. */
export async function orderTotals(
  manager: EntityManager,
  companies: readonly string[],
  keys: readonly string[],
): Promise<ReadonlyMap<string, Money>> {
  const totals = new Map<string, Money>();
  for (const [order, parts] of await orderParts(manager, companies, keys)) {
    const total = totalOf(parts);
    if (total) totals.set(order, total);
  }
  return totals;
}

/** What an order comes to; null: the commitment is not among the parts. */
export function totalOf(parts: readonly OfOrder[]): Money | null {
  const currency = parts.find(({ feature }) => feature === "commitment")?.amountCurrency ?? null;
  if (currency === null) return null;
  const counted = parts.filter(({ amountCurrency }) => amountCurrency === currency);
  return { minor: counted.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0), currency };
}

/** Which purchase order the record is, or changes: its company with the commitment's key. Null: none. */
function orderOf(record: OfOrder): string | null {
  const key = commitmentKeyOf(record);
  return key === null ? null : `${record.companyId}|${key}`;
}

function commitmentKeyOf({ direction, feature, sourceKey }: OfOrder): string | null {
  if (direction !== "export") return null;
  if (feature === "commitment") return sourceKey;
  return feature === "commitment_change_order" ? sourceKey.slice(0, sourceKey.lastIndexOf("/")) : null;
}

/** The order with the record in the place of what is held of it. Null: the order is not known. */
function totalWith(record: OfOrder, held: readonly OfOrder[]): Money | null {
  return totalOf([record, ...held.filter(({ id }) => id !== record.id)]);
}

/** Commitments and change orders that the ERP holds or is about to, with the amounts that it has of them, by order. */
async function heldParts(manager: EntityManager, asked: readonly OfOrder[]): Promise<ReadonlyMap<string, OfOrder[]>> {
  const companies = [...new Set(asked.map(({ companyId }) => companyId))];
  return orderParts(manager, companies, [...new Set(asked.flatMap((record) => commitmentKeyOf(record) ?? []))]);
}

export async function orderParts(
  manager: EntityManager,
  companies: readonly string[],
  keys: readonly string[],
): Promise<ReadonlyMap<string, OrderPart[]>> {
  const held: RecordEntity[] = [];
  for (let from = 0; from < keys.length; from += BATCH_SIZE)
    held.push(...(await heldOf(manager, companies, keys.slice(from, from + BATCH_SIZE))));
  const changed = held.filter(({ state }) => !IN_OR_ON_ITS_WAY.includes(state));
  const snapshots =
    changed.length === 0 ? [] : await manager.findBy(LedgerSnapshotEntity, { id: In(changed.map(({ id }) => id)) });
  const delivered = new Map(snapshots.map(({ id, document }) => [id, document]));
  const orders = new Map<string, OrderPart[]>();
  for (const record of held) {
    const part = { ...record, lines: codedLines(record), ...deliveredAmount(delivered.get(record.id)) };
    const order = orderOf(part) ?? "";
    orders.set(order, [...(orders.get(order) ?? []), part]);
  }
  return orders;
}

function heldOf(
  manager: EntityManager,
  companies: readonly string[],
  keys: readonly string[],
): Promise<RecordEntity[]> {
  const changes = `record.id IN (SELECT needed."recordId" FROM "record_reference" needed
    WHERE needed."companyId" IN (:...companies) AND needed."feature" = 'commitment' AND needed."sourceKey" IN (:...keys))`;
  const held =
    "(record.externalId IS NOT NULL AND record.state <> 'archived' OR record.state IN ('exporting', 'stale'))";
  return manager
    .createQueryBuilder(RecordEntity, "record")
    .where("record.companyId IN (:...companies) AND record.direction = 'export'", { companies })
    .andWhere(
      `(record.feature = 'commitment' AND record.sourceKey IN (:...keys) OR record.feature = 'commitment_change_order' AND ${changes})`,
      { keys },
    )
    .andWhere(held)
    .getMany();
}

/** What was delivered of a record that is offered anew by now. */
function deliveredAmount(document: LedgerSnapshotEntity["document"] | undefined) {
  if (document === undefined || !("lines" in document) || document.lines.length === 0) return {};
  const amounts = document.lines.map(({ amount }) => amount);
  const minor = amounts.reduce((sum, amount) => sum + amount.minor, 0);
  const lines = document.lines.map(({ itemCode, amount }) => ({ code: itemCode ?? "", minor: amount.minor }));
  return { amountMinor: minor, amountCurrency: amounts[0]?.currency ?? null, lines };
}

/** The amounts of a record's lines, each with its cost code. */
export function codedLines({
  payload,
  amountCurrency,
}: Pick<RecordEntity, "payload" | "amountCurrency">): CodedAmount[] {
  return linesOf(payload).map(({ costCode, amount }) => ({
    code: typeof costCode === "string" ? costCode : "",
    minor: parseMoney(typeof amount === "string" ? amount : "", amountCurrency ?? "USD")?.minor ?? 0,
  }));
}
