import fc from "fast-check";
import { CURRENCY_DIGITS } from "../../../src/kernel/currencies";
import { decimalText } from "../../../src/kernel/money";
import { breachesOf, type Breach } from "../../../src/erp/connector/ledger-limits";
import type { LedgerDocument } from "../../../src/erp/connector/ledger-document";
import { XeroDocument } from "./openapi/xero-document";
import { bill, contact, item, line, option, order } from "./contract-documents";

const told = (document: object): string[] =>
  breachesOf(document as LedgerDocument).map(
    ({ field, code, values }: Breach) => `${field} ${code} ${values.join(" ")}`,
  );
const amount = (minor: number, currency: string) => ({ ...line, amount: { minor, currency } });

describe("what the ledger can hold", () => {
  it("is all that is sent as a rule", () => {
    const change = {
      kind: "change_order",
      reference: "0195c0ffee0000000c",
      number: "1",
      purchaseOrderId: "x",
      lines: [line],
    };
    for (const document of [item, option, contact, order("c"), bill("c"), change]) expect(told(document)).toEqual([]);
  });

  it.each([
    [
      "a code and a name",
      { ...item, code: "x".repeat(31), name: "y".repeat(51) },
      ["code TOO_LONG 30 31", "name TOO_LONG 50 51"],
    ],
    ["a project's own name", { ...option, name: "x".repeat(61) }, ["name TOO_LONG 50 61"]],
    ["brackets in a contact's name", { ...contact, name: "A <b>" }, ["name CHARACTERS_NOT_HELD < >"]],
    ["an umlaut in an e-mail", { ...contact, email: "j\u00fcrg@x.ch" }, ["email CHARACTERS_NOT_HELD \u00fc"]],
    [
      "a country of more than letters",
      { ...contact, details: { country: "C\u00f4te" } },
      ["country CHARACTERS_NOT_HELD \u00f4"],
    ],
    ["a picture", { ...option, name: "Site \u{1f3d7}\ufe0f" }, ["name CHARACTERS_NOT_HELD \u{1f3d7} U+FE0F"]],
    ["a bidirectional mark", { ...option, name: "a\u202eb" }, ["name CHARACTERS_NOT_HELD U+202E"]],
    ["a year of another age", { ...order("c"), date: "0202-03-01" }, ["date DAY_NOT_HELD 1980-01-01 2099-12-31"]],
    [
      "a due date beyond",
      { ...bill("c"), date: "2099-12-15", dueDate: "2100-01-14" },
      ["date DAY_NOT_HELD 1980-01-01 2099-12-31"],
    ],
    [
      "thousandths",
      { ...order("c"), currency: "KWD", lines: [amount(1005, "KWD")] },
      ["lines.0.amount DIGITS_NOT_HELD 2 1.005"],
    ],
    ["a currency of no subscription", { ...order("c"), currency: "XAD" }, ["currency CURRENCY_NOT_HELD XAD"]],
  ] as const)("is not %s", (_, document, breaches) => {
    expect(told(document)).toEqual(breaches);
  });

  it("counts the mark that stands before the lines of a change order", () => {
    const lines = [{ ...line, description: "x".repeat(3990) }];
    const change = { kind: "change_order", reference: "0195c0ffee0000000c", number: "12", purchaseOrderId: "x", lines };
    expect(told({ ...order("c"), lines })).toEqual([]);
    expect(told(change)).toEqual(["lines.0.description TOO_LONG 3979 3990"]);
  });

  it("lets no amount leave that a JSON number or hundredths would change", () => {
    const minors = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(minors, fc.constantFrom(...CURRENCY_DIGITS.keys()), (minor, currency) => {
        const held = told({ ...order("c"), lines: [amount(minor, currency)] }).every((one) => !one.includes("DIGITS"));
        if (!held) return;
        const written = decimalText({ minor, currency });
        const sent = JSON.parse(JSON.stringify(Number(written))) as number;
        expect(sent.toFixed(CURRENCY_DIGITS.get(currency))).toBe(written);
        expect(Number(sent.toFixed(2))).toBe(sent);
      }),
    );
  });

  it("is, of currencies, what Xero's own document lists", () => {
    const document = XeroDocument.load("xero_accounting.yaml");
    if (!document) return;
    const known = document.enumOf("CurrencyCode");
    for (const code of CURRENCY_DIGITS.keys())
      expect([code, told({ ...order("c"), currency: code, lines: [] })]).toEqual([
        code,
        known.includes(code) ? [] : [`currency CURRENCY_NOT_HELD ${code}`],
      ]);
  });
});
