import type { EntityManager } from "typeorm";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { BilingualRefusal } from "../../kernel/errors";
import { formatMoney, type Money } from "../../kernel/money";
import { RecordEntity } from "../record/record.entity";
import { orderTotals, requireOrderNotBelowZero, type OfOrder } from "./order-total";

/** How a change order or an invoice does not fit its order: another currency, or more billed than the order comes to. */
export type OrderMisfit =
  | { readonly kind: "currency"; readonly order: string; readonly own: string }
  /** What the order has left before this invoice. */
  | { readonly kind: "over"; readonly left: Money };

/** Keys in one statement. */
const BATCH_SIZE = 5_000;

/** What does not fit, by the record's id; of orders that the ERP does not hold nothing is known. Three SELECTs at most. */
export async function misfitsOf(
  manager: EntityManager,
  records: readonly OfOrder[],
): Promise<ReadonlyMap<string, OrderMisfit>> {
  const asked = records.filter(
    ({ direction, feature }) =>
      direction === "export" && (feature === "subcontractor_invoice" || feature === "commitment_change_order"),
  );
  const companies = [...new Set(asked.map(({ companyId }) => companyId))];
  const keys = [...new Set(asked.map(orderKeyOf))];
  const misfits = new Map<string, OrderMisfit>();
  if (asked.length === 0) return misfits;
  const totals = await orderTotals(manager, companies, keys);
  const bills = await billsOf(manager, companies, keys);
  for (const record of asked) {
    const order = `${record.companyId}|${orderKeyOf(record)}`;
    const misfit = misfitOf(record, totals.get(order), bills.get(order) ?? []);
    if (misfit) misfits.set(record.id, misfit);
  }
  return misfits;
}

/**
 * Throws Refusal ORDER_BELOW_ZERO, ORDER_CURRENCY (the lines of a change order would count in the order's currency) or, where
 * the company wants it, OVER_ORDER.
 */
export async function requireFitsOrder(
  manager: EntityManager,
  { refusesOverOrder }: Pick<CompanyEntity, "refusesOverOrder">,
  record: RecordEntity,
): Promise<void> {
  await requireOrderNotBelowZero(manager, record);
  const misfit = (await misfitsOf(manager, [record])).get(record.id);
  if (misfit?.kind === "currency" && record.feature === "commitment_change_order")
    throw new BilingualRefusal("ORDER_CURRENCY", currencyTexts(misfit), ["input", "record"]);
  if (misfit?.kind === "over" && refusesOverOrder)
    throw new BilingualRefusal("OVER_ORDER", overTexts(misfit.left), ["input", "record"]);
}

function currencyTexts({ order, own }: Extract<OrderMisfit, { kind: "currency" }>) {
  return {
    en: `It is in ${own}, and its purchase order in ${order}: its lines would count in ${order} there. Have it submitted in ${order}.`,
    fr: `Il est en ${own} et son bon de commande en ${order} : ses lignes y compteraient en ${order}. Faites-le soumettre en ${order}.`,
  };
}

function overTexts(left: Money) {
  return {
    en: `It bills more than its order has left, which is ${formatMoney(left, "en")}. Correct it, or send first the change order that adds to the order.`,
    fr: `Elle facture plus que ce qui reste de son bon de commande, soit ${formatMoney(left, "fr")}. Corrigez-la, ou envoyez d’abord l’avenant qui l’augmente.`,
  };
}

function misfitOf(record: OfOrder, total: Money | undefined, bills: readonly OfOrder[]): OrderMisfit | null {
  const { amountCurrency: own, amountMinor } = record;
  if (!total || own === null || amountMinor === null) return null;
  if (own !== total.currency) return { kind: "currency", order: total.currency, own };
  if (record.feature !== "subcontractor_invoice") return null;
  const others = bills.filter(({ id, amountCurrency }) => id !== record.id && amountCurrency === own);
  const minor = others.reduce((left, bill) => left - (bill.amountMinor ?? 0), total.minor);
  return amountMinor > minor ? { kind: "over", left: { minor, currency: own } } : null;
}

/** What hangs on a commitment is named in it. */
export function orderKeyOf({ sourceKey }: OfOrder): string {
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
