import { readCurrency } from "../../../src/kernel/money";
import { readAmount, readDate, readMoney } from "../../../src/infra/tables/cells";

test.each([
  ["10000", 1_000_000],
  ["10,000.00", 1_000_000],
  ["10 000,00", 1_000_000],
  ["10\u202f000,00", 1_000_000],
  ["10\u00a0000", 1_000_000],
  ["10.000,00", 1_000_000],
  ["1,000,000", 100_000_000],
  ["1.000.000", 100_000_000],
  ["1,234.5", 123_450],
  ["0,50", 50],
  ["0.500", 50],
  ["90071992547409.91", 9_007_199_254_740_991],
])("the amount %s is %d cents", (text, minor) => {
  expect(readAmount(text, "USD")).toEqual({ value: { minor, currency: "USD" } });
});

test.each([
  ["10,000", "AMOUNT_AMBIGUOUS"],
  ["10.000", "AMOUNT_AMBIGUOUS"],
  ["1,234", "AMOUNT_AMBIGUOUS"],
  ["10,000,00", "AMOUNT_INVALID"],
  ["1,0000.00", "AMOUNT_INVALID"],
  ["10 00", "AMOUNT_INVALID"],
  ["1 000 00,0", "AMOUNT_INVALID"],
  ["-5", "AMOUNT_INVALID"],
  ["1e3", "AMOUNT_INVALID"],
  ["5 €", "AMOUNT_INVALID"],
  ["5.555", "AMOUNT_AMBIGUOUS"],
  ["5.5555", "AMOUNT_INVALID"],
  ["90071992547409.92", "AMOUNT_INVALID"],
])("the amount %s is refused: %s", (text, problem) => {
  expect(readAmount(text, "USD")).toEqual({ problem });
});

test.each([
  ["2027-06-30", "2027-06-30T00:00:00.000Z", "2027-07-01T00:00:00.000Z"],
  ["06/30/2027", "2027-06-30T00:00:00.000Z", "2027-07-01T00:00:00.000Z"],
  ["30/06/2027", "2027-06-30T00:00:00.000Z", "2027-07-01T00:00:00.000Z"],
  ["4/4/2027", "2027-04-04T00:00:00.000Z", "2027-04-05T00:00:00.000Z"],
  ["2028-02-29", "2028-02-29T00:00:00.000Z", "2028-03-01T00:00:00.000Z"],
  ["2027-06-30T09:00:00+02:00", "2027-06-30T07:00:00.000Z", "2027-06-30T07:00:00.000Z"],
])("the date %s, from its start to after its end", (text, start, end) => {
  expect(readDate(text, "start", "UTC")).toEqual({ value: start });
  expect(readDate(text, "end", "UTC")).toEqual({ value: end });
});

test.each([
  ["03/04/2027", "DATE_AMBIGUOUS"],
  ["31/31/2027", "DATE_INVALID"],
  ["02/30/2027", "DATE_INVALID"],
  ["2027-02-29", "DATE_INVALID"],
  ["2027-02-30T09:00:00Z", "DATE_INVALID"],
  ["2027-02-03T09:00:00", "DATE_INVALID"],
  ["30.06.2027", "DATE_INVALID"],
  ["30/06/27", "DATE_INVALID"],
  ["46203", "DATE_INVALID"],
  ["tomorrow", "DATE_INVALID"],
])("the date %s is refused: %s", (text, problem) => {
  expect(readDate(text, "start", "UTC")).toEqual({ problem });
});

test("days are the zone's, instants stay instants", () => {
  expect(readDate("30/06/2027", "end", "America/New_York")).toEqual({ value: "2027-07-01T04:00:00.000Z" });
  expect(readDate("2027-06-30", "start", "Australia/Sydney")).toEqual({ value: "2027-06-29T14:00:00.000Z" });
  expect(readDate("2027-06-30T12:00:00Z", "end", "America/New_York")).toEqual({ value: "2027-06-30T12:00:00.000Z" });
});

test.each([
  ["$10,000.00", null, "USD", "USD"],
  ["$10,000.00", "USD", "USD", "USD"],
  ["US$ 10,000.00", null, "USD", "USD"],
  ["10 000,00 €", null, "USD", "EUR"],
  ["10 000,00 EUR", "EUR", "USD", "EUR"],
  ["$10,000.00", "CAD", "USD", "CAD"],
  ["10,000.00", "GBP", "USD", "GBP"],
])("the money %s, told as %s in a company of %s, is %s", (text, told, home, currency) => {
  expect(readMoney(text, told, home)).toEqual({ value: { minor: 1_000_000, currency } });
});

test.each([
  ["10,000.00", null, "CURRENCY_MISSING"],
  ["¤10,000.00", null, "CURRENCY_MISSING"],
  ["€10,000.00", "USD", "CURRENCY_CONTRADICTED"],
  ["£10,000.00", "USD", "CURRENCY_CONTRADICTED"],
  ["10,000.00 EUR", "USD", "CURRENCY_CONTRADICTED"],
  ["$10,000", "USD", "AMOUNT_AMBIGUOUS"],
  ["(10.00)", "USD", "AMOUNT_INVALID"],
  ["-$10.00", "USD", "AMOUNT_INVALID"],
  ["ten", null, "AMOUNT_INVALID"],
])("the money %s, told as %s, is refused: %s", (text, told, problem) => {
  expect(readMoney(text, told, "USD")).toEqual({ problem });
});

test("currencies by their code, in any case", () => {
  expect(["usd", " EUR ", "ZZZ", "€", ""].map(readCurrency)).toEqual(["USD", "EUR", null, null, null]);
});
