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
    AmountDue: (total + tax - paid) / HUNDREDTHS,
  };
}

/** What is paid and due once the amount is paid too. */
export function numbersOf(invoice: Json, amount: number): { paid: number; due: number } {
  return {
    paid: (hundredths(invoice.AmountPaid) + hundredths(amount)) / HUNDREDTHS,
    due: (hundredths(invoice.AmountDue) - hundredths(amount)) / HUNDREDTHS,
  };
}

function lineAmount(line: Json): number {
  return Math.round(Number(line.Quantity ?? 1) * Number(line.UnitAmount ?? 0) * HUNDREDTHS) / HUNDREDTHS;
}

function hundredths(value: unknown): number {
  return Math.round(Number(value ?? 0) * HUNDREDTHS);
}
