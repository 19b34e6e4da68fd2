import { In, type EntityManager } from "typeorm";
import { FEATURE_CATALOGUE } from "../../erp/catalogue/catalogue";
import type { CompanyEntity } from "../../tenant/companies/company.entity";
import { misfitsIn, type ContractMisfit } from "../../tenant/companies/contract-misfits";
import { BilingualRefusal } from "../../kernel/errors";
import type { Locale } from "../../kernel/locale";
import { contractText } from "./contract-texts";
import { decimalText } from "../../kernel/money";
import { lookalike } from "../../kernel/text";
import { RecordEntity } from "../record/record.entity";
import { billsOf, orderKeyOf } from "./order-bills";
import { codedLines, orderParts, type CodedAmount } from "./order-total";

/** How an invoice or a change order does not fit its contract, beside the order's total and currency. */
export interface ContractFault {
  readonly code: ContractMisfit;
  readonly values: readonly string[];
}

/** Throws Refusal CONTRACT_MISFIT for what does not fit and the company has refused; all of it at once. */
export async function requireFitsContract(
  manager: EntityManager,
  company: Pick<CompanyEntity, "refusedMisfits">,
  record: RecordEntity,
): Promise<void> {
  const refused = misfitsIn(company.refusedMisfits);
  if (refused.length === 0) return;
  const found = (await contractFaultsOf(manager, [record])).get(record.id) ?? [];
  const faults = found.filter(({ code }) => refused.includes(code));
  if (faults.length === 0) return;
  const told = (locale: Locale) =>
    faults.map(({ code, values }) => {
      const what = `${FEATURE_CATALOGUE[record.feature].name[locale]} ${record.number}`;
      const { message, fix } = contractText(code, what, values, locale);
      return `${message} ${fix}`;
    });
  const texts = { en: told("en").join(" "), fr: told("fr").join(" ") };
  throw new BilingualRefusal("CONTRACT_MISFIT", texts, ["input", "record"]);
}

const OF_A_CONTRACT: readonly string[] = ["subcontractor_invoice", "commitment_change_order"];

/** By the record's id, in a constant number of SELECTs. Of orders that the ERP does not hold no line is known to be overrun. */
export async function contractFaultsOf(
  manager: EntityManager,
  records: readonly RecordEntity[],
): Promise<ReadonlyMap<string, readonly ContractFault[]>> {
  const asked = records.filter(({ direction, feature }) => direction === "export" && OF_A_CONTRACT.includes(feature));
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
      return [
        record.id,
        [
          ...vendorFault(record, orders.get(key)),
          ...(isInvoice(record)
            ? [
                ...zeroFault(record),
                ...numberFault(record, numbers),
                ...lineFaults(record, parts.get(key) ?? [], bills.get(key) ?? []),
              ]
            : []),
        ],
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

function zeroFault({ amountMinor }: RecordEntity): ContractFault[] {
  return amountMinor === 0 ? [{ code: "ZERO_INVOICE", values: [] }] : [];
}

/** Whatever the spelling: letters and digits alone, in one case, look-alikes taken for each other, no zeros in front. */
export function plainNumber(number: string): string {
  return lookalike(number)
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

/** What of an invoice says whether it is the same one again. */
type Numbered = Pick<
  RecordEntity,
  "id" | "companyId" | "connectionId" | "vendorNumber" | "number" | "parentNumber" | "state"
>;

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

/** Invoices of the vendors by their number, but those that were put aside. Their payloads are not read. */
async function sameVendor(
  manager: EntityManager,
  asked: readonly RecordEntity[],
): Promise<ReadonlyMap<string, readonly Numbered[]>> {
  const vendors = [...new Set(asked.filter(isInvoice).flatMap(({ vendorNumber }) => vendorNumber ?? []))];
  if (vendors.length === 0) return new Map();
  const companyId = In([...new Set(asked.map((record) => record.companyId))]);
  const where = {
    companyId,
    feature: "subcontractor_invoice",
    direction: "export",
    vendorNumber: In(vendors),
  } as const;
  const found: Numbered[] = await manager.find(RecordEntity, { where, select: NUMBERED });
  const byNumber = new Map<string, Numbered[]>();
  for (const one of found.filter(({ state }) => state !== "archived"))
    byNumber.set(numberKey(one), [...(byNumber.get(numberKey(one)) ?? []), one]);
  return byNumber;
}

const NUMBERED = {
  id: true,
  companyId: true,
  connectionId: true,
  vendorNumber: true,
  number: true,
  parentNumber: true,
  state: true,
} as const;
