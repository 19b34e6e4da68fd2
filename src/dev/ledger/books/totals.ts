import { randomUUID } from "node:crypto";
import { listOf, textOf, type Json } from "../ledger-object";

/** Xero's JSON carries amounts as decimal numbers; they are added in hundredths, so that no cent is lost. */
const HUNDREDTHS = 100;

/** The document with an id for each line, line amounts and totals. */
export function withTotals(body: Json): Json {
  const lines = listOf(body.LineItems).map((line) => ({
    ...line,
    LineItemID: textOf(line.LineItemID) || randomUUID(),
    LineAmount: line.LineAmount ?? lineAmount(line),
  }));
  const total = lines.reduce((sum, { LineAmount }) => sum + hundredths(LineAmount), 0);
  const tax = lines.reduce((sum, line) => sum + hundredths((line as Json).TaxAmount ?? 0), 0);
  const paid = hundredths(body.AmountPaid ?? 0);
  return {
    ...body,
    LineItems: lines,
    SubTotal: total / HUNDREDTHS,
    TotalTax: tax / HUNDREDTHS,
    Total: (total + tax) / HUNDREDTHS,
    AmountPaid: paid / HUNDREDTHS,
    AmountDue: (total + tax - paid - hundredths(body.AmountCredited ?? 0)) / HUNDREDTHS,
  };
}

/** What is paid or credited, and what is due, once the amount is settled too. */
export function settled(invoice: Json, by: "AmountPaid" | "AmountCredited", amount: number): Json {
  const due = hundredths(invoice.AmountDue) - hundredths(amount);
  return {
    [by]: (hundredths(invoice[by]) + hundredths(amount)) / HUNDREDTHS,
    AmountDue: due / HUNDREDTHS,
    Status: due === 0 ? "PAID" : "AUTHORISED",
  };
}

function lineAmount(line: Json): number {
  return Math.round(Number(line.Quantity ?? 1) * Number(line.UnitAmount ?? 0) * HUNDREDTHS) / HUNDREDTHS;
}

/** Of an amount as Xero writes it, a decimal number. */
export function hundredths(value: unknown): number {
  return Math.round(Number(value ?? 0) * HUNDREDTHS);
}
