import { In, Not, type EntityManager } from "typeorm";
import { groupBy } from "../../kernel/groups";
import { decimalText } from "../../kernel/money";
import { plainNumber } from "../../kernel/text";
import type { ContractMisfit } from "../../policy/model/contract-misfits";
import { isOfContract } from "../../policy/model/record-facts";
import { RecordEntity } from "../record/record.entity";
import { billsOf, orderKeyOf, overdrawn } from "./order-bills";
import { codedLines, orderParts, totalOf, type CodedAmount, type OrderPart } from "./order-total";

/** How an invoice or a change order does not fit its contract, beside its currency. */
export interface ContractFault {
  readonly code: ContractMisfit;
  readonly values: readonly string[];
}

/** By the record's id, in a constant number of SELECTs. Of orders that the ERP does not hold no line is known to be overrun. */
export async function contractFaultsOf(
  manager: EntityManager,
  records: readonly RecordEntity[],
): Promise<ReadonlyMap<string, readonly ContractFault[]>> {
  const asked = records.filter(({ direction, feature }) => direction === "export" && isOfContract(feature));
  if (asked.length === 0) return new Map();
  const companies = [...new Set(asked.map(({ companyId }) => companyId))];
  const keys = [...new Set(asked.map(orderKeyOf))];
  const orders = await ordersNamed(manager, companies, keys);
  const parts = await orderParts(manager, companies, keys);
  const bills = await billsOf(manager, companies, keys);
  const numbers = await sameVendor(manager, asked);
  return new Map(
    asked.map((record) => {
      const key = `${record.companyId}|${orderKeyOf(record)}`;
      const order = orders.get(key);
      const [vendor, closed] = [vendorFault(record, order), closedFault(order)];
      if (!isInvoice(record)) return [record.id, [...vendor, ...closed]] as const;
      const billed = billingFaults(record, parts.get(key) ?? [], bills.get(key) ?? []);
      return [
        record.id,
        [...billed, ...vendor, ...zeroFault(record), ...numberFault(record, numbers), ...closed],
      ] as const;
    }),
  );
}

function isInvoice({ feature }: RecordEntity): boolean {
  return feature === "subcontractor_invoice";
}

function vendorFault({ vendorNumber }: RecordEntity, order: RecordEntity | undefined): ContractFault[] {
  const ordered = order?.vendorNumber ?? null;
  if (ordered === null || vendorNumber === null || ordered === vendorNumber) return [];
  return [{ code: "VENDOR_DIFFERS", values: [vendorNumber, ordered] }];
}

function closedFault(order: RecordEntity | undefined): ContractFault[] {
  if (!order?.closedAt) return [];
  return [{ code: "ORDER_CLOSED", values: [order.number, order.closedAt.slice(0, 10)] }];
}

/** More than the order has left, in all or of a cost code. */
function billingFaults(
  record: RecordEntity,
  parts: readonly OrderPart[],
  bills: readonly RecordEntity[],
): ContractFault[] {
  const left = overdrawn(record, totalOf(parts), bills);
  const all = left ? [{ code: "OVER_ORDER" as const, values: [`${decimalText(left)} ${left.currency}`] }] : [];
  return [...all, ...lineFaults(record, parts, bills)];
}

function zeroFault({ amountMinor }: RecordEntity): ContractFault[] {
  return amountMinor === 0 ? [{ code: "ZERO_INVOICE", values: [] }] : [];
}

/** What of an invoice says whether it is the same one again. */
type Numbered = Pick<RecordEntity, keyof typeof NUMBERED>;

function numberKey({ companyId, connectionId, vendorNumber, number }: Numbered): string {
  return JSON.stringify([companyId, connectionId, vendorNumber, plainNumber(number)]);
}

function numberFault(record: RecordEntity, byNumber: ReadonlyMap<string, readonly Numbered[]>): ContractFault[] {
  const same = (byNumber.get(numberKey(record)) ?? []).filter(({ id }) => id !== record.id);
  if (same.length === 0) return [];
  return [
    { code: "NUMBER_USED_BEFORE", values: same.map((one) => `${one.number} (${one.parentNumber ?? "-"})`).sort() },
  ];
}

/** By cost code: what the order has of it, less what was billed of it before. */
function lineFaults(
  record: RecordEntity,
  parts: readonly { readonly amountCurrency: string | null; readonly lines: readonly CodedAmount[] }[],
  bills: readonly RecordEntity[],
): ContractFault[] {
  const { amountCurrency: currency } = record;
  if (currency === null || !parts.some((part) => part.amountCurrency === currency)) return [];
  const ordered = parts.filter((part) => part.amountCurrency === currency).flatMap(({ lines }) => lines);
  const others = bills.filter((bill) => bill.id !== record.id && bill.amountCurrency === currency);
  const billed = others.flatMap((bill) => codedLines(bill));
  const own = codedLines(record);
  const sum = (lines: readonly CodedAmount[], code: string) =>
    lines.filter((line) => line.code === code).reduce((total, { minor }) => total + minor, 0);
  return [...new Set(own.map(({ code }) => code))].flatMap((code): ContractFault[] => {
    const left = sum(ordered, code) - sum(billed, code);
    if (sum(own, code) <= left) return [];
    const told = `${decimalText({ minor: left, currency })} ${currency}`;
    return [{ code: "OVER_ORDER_LINE", values: [code === "" ? "-" : code, told] }];
  });
}

async function ordersNamed(
  manager: EntityManager,
  companies: readonly string[],
  keys: readonly string[],
): Promise<ReadonlyMap<string, RecordEntity>> {
  const where = { companyId: In([...companies]), feature: "commitment", sourceKey: In([...keys]) } as const;
  const found = await manager.findBy(RecordEntity, where);
  return new Map(found.map((order) => [`${order.companyId}|${order.sourceKey}`, order]));
}

/** Invoices of the vendors with those numbers, but those that were put aside. Their payloads are not read. */
async function sameVendor(
  manager: EntityManager,
  asked: readonly RecordEntity[],
): Promise<ReadonlyMap<string, readonly Numbered[]>> {
  const named = asked.filter((record) => isInvoice(record) && record.vendorNumber !== null);
  if (named.length === 0) return new Map();
  const where = {
    companyId: In([...new Set(named.map((record) => record.companyId))]),
    feature: "subcontractor_invoice",
    direction: "export",
    vendorNumber: In([...new Set(named.flatMap(({ vendorNumber }) => vendorNumber ?? []))]),
    plainNumber: In([...new Set(named.map(({ number }) => plainNumber(number)))]),
    state: Not<RecordEntity["state"]>("archived"),
  } as const;
  const found: Numbered[] = await manager.find(RecordEntity, { where, select: NUMBERED });
  return groupBy(found, numberKey);
}

const NUMBERED = {
  id: true,
  companyId: true,
  connectionId: true,
  vendorNumber: true,
  number: true,
  parentNumber: true,
} as const;
