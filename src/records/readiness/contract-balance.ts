import type { EntityManager } from "typeorm";
import type { RecordEntity } from "../record/record.entity";
import { billsOf } from "./order-bills";
import { codedLines, orderParts, totalOf, type CodedAmount } from "./order-total";

/** Amounts in minor units of the contract's currency. */
export interface Balance {
  readonly orderedMinor: number;
  readonly billedMinor: number;
  /** Below zero: more is billed than ordered. */
  readonly leftMinor: number;
}

export interface ContractBalance extends Balance {
  readonly currency: string;
  /** By cost code, in its order; empty: lines without one. */
  readonly lines: readonly (Balance & { readonly costCode: string })[];
  /** Invoices in another currency, which are not in the sums. */
  readonly otherCurrencies: number;
}

/**
 * What is left of contracts, by the commitment's id: of what the ERP holds or is about to, orders with their change orders,
 * less the invoices. In four SELECTs at most.
 */
export async function contractBalances(
  manager: EntityManager,
  records: readonly RecordEntity[],
): Promise<ReadonlyMap<string, ContractBalance>> {
  const orders = records.filter(({ feature, direction }) => feature === "commitment" && direction === "export");
  if (orders.length === 0) return new Map();
  const companies = [...new Set(orders.map(({ companyId }) => companyId))];
  const keys = [...new Set(orders.map(({ sourceKey }) => sourceKey))];
  const parts = await orderParts(manager, companies, keys);
  const bills = await billsOf(manager, companies, keys);
  return new Map(
    orders.flatMap(({ id, companyId, sourceKey }) => {
      const key = `${companyId}|${sourceKey}`;
      const held = parts.get(key) ?? [];
      const currency = totalOf(held)?.currency;
      if (currency === undefined) return [];
      const ordered = held.filter(({ amountCurrency }) => amountCurrency === currency).flatMap(({ lines }) => lines);
      const billed = (bills.get(key) ?? []).filter(({ amountCurrency }) => amountCurrency === currency);
      const otherCurrencies = (bills.get(key) ?? []).length - billed.length;
      return [[id, { ...balanceOf(ordered, billed.flatMap(codedLines)), currency, otherCurrencies }] as const];
    }),
  );
}

function balanceOf(ordered: readonly CodedAmount[], billed: readonly CodedAmount[]) {
  const codes = [...new Set([...ordered, ...billed].map(({ code }) => code))].sort();
  const of = (lines: readonly CodedAmount[], code: string) => lines.filter((line) => line.code === code);
  const lines = codes.map((costCode) => ({ costCode, ...sums(of(ordered, costCode), of(billed, costCode)) }));
  return { ...sums(ordered, billed), lines };
}

function sums(ordered: readonly CodedAmount[], billed: readonly CodedAmount[]): Balance {
  const sum = (lines: readonly CodedAmount[]) => lines.reduce((total, { minor }) => total + minor, 0);
  const [orderedMinor, billedMinor] = [sum(ordered), sum(billed)];
  return { orderedMinor, billedMinor, leftMinor: orderedMinor - billedMinor };
}
