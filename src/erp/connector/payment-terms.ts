import { DateTime } from "luxon";

/** What the days of payment terms count from (Xero OpenAPI, PaymentTermType). */
export const TERM_KINDS = [
  "days_after_bill_date",
  "days_after_bill_month",
  "of_current_month",
  "of_following_month",
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** When a bill is due. */
export interface PaymentTerms {
  readonly kind: TermKind;
  /** So many days after it, or the day of that month. */
  readonly day: number;
}

const MAX_DAY_OF_MONTH = 31;
/** Xero takes three digits. */
const MAX_TERM_DAYS = 999;

/** Days after a date may be none; days of a month begin with the first. */
export function isTermDay(kind: TermKind, day: number): boolean {
  const isOfMonth = kind === "of_current_month" || kind === "of_following_month";
  const [least, most] = isOfMonth ? [1, MAX_DAY_OF_MONTH] : [0, MAX_TERM_DAYS];
  return Number.isInteger(day) && day >= least && day <= most;
}

/**
 * The day on which a bill of that date is due. A day that its month does not have is the month's last: "the 31st of the
 * following month" is how Xero's users say its end. A day of the current month that is over stays in it, as it is said.
 * @param billDate and the answer: 2026-11-24
 */
export function dueDate(billDate: string, { kind, day }: PaymentTerms): string {
  const date = DateTime.fromISO(billDate, { zone: "utc" });
  const inMonth = (month: DateTime) => month.set({ day: Math.min(day, month.daysInMonth ?? MAX_DAY_OF_MONTH) });
  const due = {
    days_after_bill_date: () => date.plus({ days: day }),
    days_after_bill_month: () => date.endOf("month").plus({ days: day }),
    of_current_month: () => inMonth(date),
    of_following_month: () => inMonth(date.startOf("month").plus({ months: 1 })),
  }[kind]();
  // Beyond the years of four digits: what the ledger cannot hold is told by its limits.
  return due.toISODate() ?? "";
}
