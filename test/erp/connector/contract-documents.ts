import type { WriteCall } from "../../../src/erp/connector/connector";
import type { LedgerDocument } from "../../../src/erp/connector/ledger-document";

/** No object of the ledger has it. */
export const NOWHERE = "00000000-0000-7000-8000-000000000000";

export const USD = (minor: number) => ({ minor, currency: "USD" });

export const item = {
  kind: "item",
  reference: "r-item",
  code: "03-100",
  name: "Concrete",
  description: "Concrete",
} as const;
export const option = { kind: "tracking_option", reference: "r-job", category: "Job", name: "Harbour Bridge" } as const;
export const contact = { kind: "contact", reference: "r-contact", name: "Steel & Sons", email: null } as const;
export const line = {
  description: "Rebar",
  amount: USD(1050),
  itemCode: "03-100",
  tracking: { category: "Job", option: "Harbour Bridge" },
};

export const order = (contactId: string): LedgerDocument => ({
  kind: "purchase_order",
  reference: "0195-order",
  number: "SC-001",
  date: "2026-11-24",
  contactId,
  currency: "USD",
  lines: [line],
});
export const bill = (contactId: string, reference = "0195-bill"): LedgerDocument => ({
  kind: "bill",
  reference,
  number: "INV-9",
  date: "2026-11-24",
  dueDate: "2026-12-24",
  contactId,
  currency: "USD",
  lines: [line],
  sourceUrl: `https://ledgergate.test/records/${reference}`,
});

/** A write that nobody waits for. */
export function inTime(key: string): WriteCall {
  return { key, inTime: () => true };
}
