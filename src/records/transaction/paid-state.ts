import { In } from "typeorm";
import { applyEvent, type RecordScope } from "./record-keeping";
import { RecordReferenceEntity } from "../record/record-reference.entity";
import { RecordEntity } from "../record/record.entity";

export const PAID_STATES = ["unpaid", "partly_paid", "paid"] as const;
export type PaidState = (typeof PAID_STATES)[number];

/** How far an invoice that the ERP holds is paid. Null: it is no invoice, or not there. */
export function paidStateOf(record: RecordEntity): PaidState | null {
  if (record.feature !== "subcontractor_invoice" || record.state !== "synced") return null;
  // What is due the ERP says itself: a credit note settles a bill as a payment does.
  if (record.dueMinor !== null && record.dueMinor <= 0) return "paid";
  const paid = record.paidMinor ?? 0;
  // The ERP's total has the tax in it, which the item has not.
  const payable = record.payableMinor ?? record.amountMinor ?? 0;
  if (paid <= 0) return "unpaid";
  return paid >= payable ? "paid" : "partly_paid";
}

/** Adds up anew what is paid of the invoice that the payment is of. */
export async function refreshPaid(scope: RecordScope, payment: RecordEntity): Promise<void> {
  const { manager } = scope;
  const { companyId } = payment;
  const bills = await manager.findBy(RecordReferenceEntity, {
    companyId,
    recordId: payment.id,
    feature: "subcontractor_invoice",
  });
  for (const { sourceKey } of bills) {
    const invoice = await manager.findOneBy(RecordEntity, { companyId, feature: "subcontractor_invoice", sourceKey });
    // Where the ERP has said what is due, the sum of the payments tells less: credits are not among them.
    if (invoice?.state !== "synced" || invoice.dueMinor !== null) continue;
    const all = await manager.findBy(RecordReferenceEntity, {
      companyId,
      feature: "subcontractor_invoice",
      sourceKey,
    });
    const payments = await manager.findBy(RecordEntity, {
      companyId,
      id: In(all.map(({ recordId }) => recordId)),
      feature: "commitment_payment",
      state: "synced",
    });
    const counted = payments.filter(({ amountCurrency }) => amountCurrency === invoice.amountCurrency);
    const paidMinor = counted.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);
    if (paidMinor !== (invoice.paidMinor ?? 0))
      await applyEvent(scope, invoice, "paid", { set: { paidMinor }, reason: payment.title });
  }
}
