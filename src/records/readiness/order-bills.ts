import type { EntityManager } from "typeorm";
import { BilingualRefusal } from "../../kernel/errors";
import type { Money } from "../../kernel/money";
import { isOfContract } from "../../policy/model/record-facts";
import { RecordEntity } from "../record/record.entity";
import { orderTotals, requireOrderNotBelowZero, type OfOrder } from "./order-total";

/** A change order or an invoice in another currency than its order. */
export interface OtherCurrency {
  readonly order: string;
  readonly own: string;
}

/** Keys in one statement. */
const BATCH_SIZE = 5_000;

/** Those in another currency than their order, by the record's id; of orders that the ERP does not hold nothing is known. */
export async function otherCurrenciesOf(
  manager: EntityManager,
  records: readonly OfOrder[],
): Promise<ReadonlyMap<string, OtherCurrency>> {
  const asked = records.filter(({ direction, feature }) => direction === "export" && isOfContract(feature));
  if (asked.length === 0) return new Map();
  const companies = [...new Set(asked.map(({ companyId }) => companyId))];
  const totals = await orderTotals(manager, companies, [...new Set(asked.map(orderKeyOf))]);
  return new Map(
    asked.flatMap(({ id, companyId, amountCurrency: own, ...record }) => {
      const order = totals.get(`${companyId}|${orderKeyOf(record)}`)?.currency;
      return order === undefined || own === null || own === order ? [] : [[id, { order, own }] as const];
    }),
  );
}

/** Throws Refusal ORDER_BELOW_ZERO, or ORDER_CURRENCY: the lines of a change order would count in the order's currency. */
export async function requireFitsOrder(manager: EntityManager, record: RecordEntity): Promise<void> {
  await requireOrderNotBelowZero(manager, record);
  if (record.feature !== "commitment_change_order") return;
  const other = (await otherCurrenciesOf(manager, [record])).get(record.id);
  if (other) throw new BilingualRefusal("ORDER_CURRENCY", currencyTexts(other), ["input", "record"]);
}

function currencyTexts({ order, own }: OtherCurrency) {
  return {
    en: `It is in ${own}, and its purchase order in ${order}: its lines would count in ${order} there. Have it submitted in ${order}.`,
    fr: `Il est en ${own} et son bon de commande en ${order} : ses lignes y compteraient en ${order}. Faites-le soumettre en ${order}.`,
  };
}

/** What the order has left before this invoice, where that is less than it bills; null: it is not overrun, or that is not known. */
export function overdrawn(record: OfOrder, total: Money | null, bills: readonly OfOrder[]): Money | null {
  const { amountCurrency: own, amountMinor } = record;
  if (!total || own !== total.currency || amountMinor === null) return null;
  const others = bills.filter(({ id, amountCurrency }) => id !== record.id && amountCurrency === own);
  const minor = others.reduce((left, bill) => left - (bill.amountMinor ?? 0), total.minor);
  return amountMinor > minor ? { minor, currency: own } : null;
}

/** What hangs on a commitment is named in it. */
export function orderKeyOf({ sourceKey }: Pick<OfOrder, "sourceKey">): string {
  return sourceKey.slice(0, sourceKey.lastIndexOf("/"));
}

/** Invoices that the ERP holds or is about to, by their order. */
export async function billsOf(
  manager: EntityManager,
  companies: readonly string[],
  keys: readonly string[],
): Promise<ReadonlyMap<string, RecordEntity[]>> {
  const found = new Map<string, RecordEntity[]>();
  for (let from = 0; from < keys.length; from += BATCH_SIZE) {
    const bills = await manager
      .createQueryBuilder(RecordEntity, "record")
      .where("record.companyId IN (:...companies) AND record.direction = 'export'", { companies })
      .andWhere("record.feature = 'subcontractor_invoice'")
      .andWhere(
        `record.id IN (SELECT needed."recordId" FROM "record_reference" needed WHERE needed."companyId" IN (:...companies)
          AND needed."feature" = 'commitment' AND needed."sourceKey" IN (:...keys))`,
        { keys: keys.slice(from, from + BATCH_SIZE) },
      )
      .andWhere(
        "(record.externalId IS NOT NULL AND record.state <> 'archived' OR record.state IN ('exporting', 'stale'))",
      )
      .getMany();
    for (const bill of bills) {
      const order = `${bill.companyId}|${orderKeyOf(bill)}`;
      found.set(order, [...(found.get(order) ?? []), bill]);
    }
  }
  return found;
}
