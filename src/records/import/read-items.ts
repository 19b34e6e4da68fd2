import { sameName, textOf } from "../../kernel/text";
import type { LedgerChange } from "../../erp/connector/connector";
import { instantOf } from "../../erp/connector/ledger-changes";
import { parseMoney, type Money } from "../../kernel/money";
import { keyOf } from "../item/item";
import type { StagedItem } from "./staged-item";

type Json = Readonly<Record<string, unknown>>;

/** What the mapping needs to know beside the ledger's own words. */
export interface Around {
  /** The ledger's category whose options stand for projects; null: none is named. */
  readonly category: string | null;
  readonly currency: string;
}

/** A job of the ledger: an option of the company's category. Null: of another category. */
export function jobOf({ externalId, number, standing, body }: LedgerChange, { category }: Around): StagedItem | null {
  if (category === null || !sameName(body["Category"], category)) return null;
  const invalid = standing === "there" ? null : { code: "ARCHIVED", text: "It is archived in the ledger" };
  return {
    ...BARE,
    feature: "project",
    externalId,
    number,
    title: number,
    invalid,
    groupId: textOf(body["CategoryID"]) || null,
    payload: { name: number, category },
  };
}

/**
 * A contact of the ledger as a vendor: name, address, phone, fax (feature map). Null: one that is a customer only.
 */
export function vendorOf({ externalId, number: name, standing, body }: LedgerChange): StagedItem | null {
  if (body["IsCustomer"] === true && body["IsSupplier"] !== true) return null;
  const invalid = standing === "there" ? null : { code: "ARCHIVED", text: "It is archived in the ledger" };
  const phones = listOf(body["Phones"]);
  const phone = (kind: string) => phoneText(phones.find((one) => one["PhoneType"] === kind));
  const payload = stripped({
    name,
    email: textOf(body["EmailAddress"]),
    accountNumber: textOf(body["AccountNumber"]),
    taxNumber: textOf(body["TaxNumber"]),
    address: addressText(listOf(body["Addresses"])),
    phone: phone("DEFAULT"),
    fax: phone("FAX"),
  });
  const number = textOf(body["AccountNumber"]) || name;
  return { ...BARE, feature: "vendor", externalId, number, title: name, invalid, payload };
}

/** A payment of a bill. Null: of something else. */
export function paymentOf({ externalId, standing, body }: LedgerChange, { currency }: Around): StagedItem | null {
  const invoice = objectOf(body["Invoice"]);
  const invoiceId = textOf(invoice["InvoiceID"]);
  if (invoiceId === "") return null;
  const paidIn = textOf(invoice["CurrencyCode"]) || currency;
  const number = textOf(body["Reference"]) || textOf(invoice["InvoiceNumber"]) || externalId;
  return {
    ...BARE,
    feature: "commitment_payment",
    externalId,
    number,
    title: `Payment ${number}`,
    amount: moneyOf(body["Amount"], paidIn),
    documentDate: dayOf(body["Date"]),
    buildsOn: [{ feature: "subcontractor_invoice", externalId: invoiceId }],
    invalid: standing === "there" ? null : { code: "VOIDED", text: "The payment is deleted in the ledger" },
    payload: stripped({
      paidOn: dayOf(body["Date"])?.slice(0, 10) ?? "",
      reference: textOf(body["Reference"]),
      invoice: textOf(invoice["InvoiceNumber"]),
    }),
  };
}

export type CostKind = "bill" | "spend_money" | "supplier_credit";

/** Statuses in which a bill or a credit counts as approved. */
const APPROVED = ["AUTHORISED", "PAID"];

/** The lines of a bill, of money spent or of a supplier's credit that are coded to a job: each is one cost. */
export function costsOf(change: LedgerChange, kind: CostKind, { category, currency }: Around): StagedItem[] {
  const { externalId: document, number, status, standing, body } = change;
  if (category === null || (standing === "there" && !APPROVED.includes(status))) return [];
  const spentIn = textOf(body["CurrencyCode"]) || currency;
  return listOf(body["LineItems"]).flatMap((line, index): StagedItem[] => {
    const job = listOf(line["Tracking"]).find(({ Name }) => sameName(Name, category));
    if (!job) return [];
    const code = textOf(line["ItemCode"]);
    const title = textOf(line["Description"]) || textOf(objectOf(body["Contact"])["Name"]) || number;
    const option = textOf(job["Option"]);
    return [
      {
        ...BARE,
        feature: "job_cost",
        externalId: `${document}/${textOf(line["LineItemID"]) || String(index + 1)}`,
        kind,
        number: number || document,
        title,
        amount: amountOf(line, body, kind, spentIn),
        documentDate: dayOf(body["Date"]),
        job: { name: option, externalId: textOf(job["TrackingOptionID"]) || null },
        buildsOn: code === "" ? [] : [{ feature: "cost_code", sourceKey: keyOf(code) }],
        invalid: notImportable(standing, code),
        payload: stripped({
          document,
          kind,
          job: option,
          costCode: code,
          vendor: textOf(objectOf(body["Contact"])["Name"]),
          status,
        }),
      },
    ];
  });
}

function notImportable(standing: LedgerChange["standing"], code: string): StagedItem["invalid"] {
  if (standing !== "there") return { code: "VOIDED", text: `It is ${standing} in the ledger` };
  return code === "" ? { code: "NOT_CODED", text: "The line names a job, but no item" } : null;
}

/** Net of tax; a credit takes away. */
function amountOf(line: Json, body: Json, kind: CostKind, currency: string): Money | null {
  const gross = moneyOf(line["LineAmount"], currency);
  if (!gross) return null;
  const tax = body["LineAmountTypes"] === "Inclusive" ? (moneyOf(line["TaxAmount"] ?? 0, currency)?.minor ?? 0) : 0;
  const minor = gross.minor - tax;
  return { minor: kind === "supplier_credit" ? 0 - minor : minor, currency };
}

const BARE = { kind: null, amount: null, documentDate: null, job: null, buildsOn: [], invalid: null } as const;

/** The ledger writes amounts as decimal numbers. */
export function moneyOf(value: unknown, currency: string): Money | null {
  return typeof value === "number" && Number.isFinite(value) ? parseMoney(decimal(value), currency) : null;
}

function decimal(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/0+$/, "");
}

function dayOf(value: unknown): string | null {
  const given = textOf(value);
  if (given === "") return null;
  return `${instantOf(given).slice(0, 10)}T00:00:00.000Z`;
}

function phoneText(phone: Json | undefined): string {
  const parts = [phone?.["PhoneCountryCode"], phone?.["PhoneAreaCode"], phone?.["PhoneNumber"]].map(textOf);
  return parts.filter((part) => part !== "").join(" ");
}

function addressText(addresses: readonly Json[]): string {
  const found = addresses.find(({ AddressType }) => AddressType === "STREET") ?? addresses[0] ?? {};
  const parts = ["AddressLine1", "AddressLine2", "City", "Region", "PostalCode", "Country"];
  return parts
    .map((part) => textOf(found[part]))
    .filter((part) => part !== "")
    .join(", ");
}

/** Without what is empty. */
function stripped(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter((one): one is Json => typeof one === "object" && one !== null) : [];
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
