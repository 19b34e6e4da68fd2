import { isTermDay, type PaymentTerms, type TermKind } from "./payment-terms";

/** Xero OpenAPI, PaymentTermType. */
const KINDS: Readonly<Record<string, TermKind>> = {
  DAYSAFTERBILLDATE: "days_after_bill_date",
  DAYSAFTERBILLMONTH: "days_after_bill_month",
  OFCURRENTMONTH: "of_current_month",
  OFFOLLOWINGMONTH: "of_following_month",
};

/** When bills of a contact, or of the organisation, are due; null: it says nothing, or nothing that can be understood. */
export function billTermsOf({ PaymentTerms: terms }: Readonly<Record<string, unknown>>): PaymentTerms | null {
  const { Type, Day } = (terms as { Bills?: Record<string, unknown> | null } | null | undefined)?.Bills ?? {};
  const kind = typeof Type === "string" ? KINDS[Type] : undefined;
  return kind && typeof Day === "number" && isTermDay(kind, Day) ? { kind, day: Day } : null;
}
