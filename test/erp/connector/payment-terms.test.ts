import fc from "fast-check";
import { dueDate, TERM_KINDS, type PaymentTerms, type TermKind } from "../../../src/erp/connector/payment-terms";

const on = (date: string, kind: TermKind, day: number) => dueDate(date, { kind, day });

it("counts from the bill's date or the ends of months, as Xero's four options say", () => {
  expect(on("2026-11-24", "days_after_bill_date", 30)).toBe("2026-12-24");
  expect(on("2026-11-24", "days_after_bill_date", 0)).toBe("2026-11-24");
  expect(on("2026-11-24", "days_after_bill_month", 0)).toBe("2026-11-30");
  expect(on("2026-01-31", "days_after_bill_month", 14)).toBe("2026-02-14");
  expect(on("2026-11-24", "of_current_month", 31)).toBe("2026-11-30");
  expect(on("2026-11-24", "of_current_month", 20)).toBe("2026-11-20");
  expect(on("2026-12-05", "of_following_month", 20)).toBe("2027-01-20");
});

it("a month that has no such day ends with its last, in leap years too", () => {
  expect(on("2027-01-31", "of_following_month", 31)).toBe("2027-02-28");
  expect(on("2028-01-31", "of_following_month", 30)).toBe("2028-02-29");
  expect(on("2026-03-31", "of_following_month", 31)).toBe("2026-04-30");
  expect(on("2028-02-10", "of_current_month", 31)).toBe("2028-02-29");
});

/** Another way to the same day: months as whole numbers, days counted by the calendar of JavaScript. */
function counted(date: string, { kind, day }: PaymentTerms): string {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split("-").map(Number);
  const text = (...parts: [number, number, number]) => new Date(Date.UTC(...parts)).toISOString().slice(0, 10);
  const last = (index: number) => new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  const index = month - 1 + (kind === "of_following_month" ? 1 : 0);
  if (kind === "days_after_bill_date") return text(year, month - 1, dayOfMonth + day);
  if (kind === "days_after_bill_month") return text(year, month, day);
  return text(year, index, Math.min(day, last(index)));
}

it("agrees with another calculation on every date and all terms", () => {
  const days = fc.date({ min: new Date("1980-01-01"), max: new Date("2098-12-31"), noInvalidDate: true });
  const terms = fc.record({ kind: fc.constantFrom(...TERM_KINDS), day: fc.integer({ min: 1, max: 31 }) });
  fc.assert(
    fc.property(days, terms, (date, said) => {
      const billed = date.toISOString().slice(0, 10);
      const due = dueDate(billed, said);
      expect(due).toBe(counted(billed, said));
      expect(due).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (said.kind !== "of_current_month") expect(due > billed).toBe(true);
      else expect(due.slice(0, 7)).toBe(billed.slice(0, 7));
    }),
  );
});
