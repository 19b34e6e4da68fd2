import { createHash } from "node:crypto";
import { CURRENCY_DIGITS } from "../../src/kernel/currencies";
import { amountExample, decimalText, formatMoney, isCurrency, isMoney, parseMoney } from "../../src/kernel/money";

describe("currencies", () => {
  it("are those of ISO 4217, with its digits, which never change: what is stored would be another amount", () => {
    const rows = [...CURRENCY_DIGITS].map(([code, digits]) => `${code}${digits}`).sort();
    expect(new Set(rows.map((row) => row.slice(0, 3))).size).toBe(rows.length);
    expect(rows.length).toBe(168);
    expect(createHash("sha256").update(rows.join(" ")).digest("hex")).toBe(
      "ef5bc102edd2a8d6ba51429b5dfbd8b61e054c077285ea42fa05089245faebad",
    );
  });

  it("do not come from the runtime, whose data call 10,000 HUF a million after an update", () => {
    // ICU 78 says none for HUF, IDR and COP, and three for IQD it calls none.
    expect(
      ["HUF", "IDR", "COP", "PKR", "JPY", "KWD", "IQD", "CLF", "USD"].map((code) => CURRENCY_DIGITS.get(code)),
    ).toEqual([2, 2, 2, 2, 0, 3, 3, 4, 2]);
    expect(parseMoney("10000", "HUF")).toEqual({ minor: 1_000_000, currency: "HUF" });
    expect(parseMoney("10.50", "HUF")).toEqual({ minor: 1050, currency: "HUF" });
    expect(formatMoney({ minor: 1_000_050, currency: "HUF" }, "en")).toBe("HUF\u00a010,000.50");
    expect(formatMoney({ minor: 1050, currency: "JPY" }, "en")).toBe("¥1,050");
  });

  it.each(["ZZZ", "XTS", "XXX", "XAU", "usd", "US", "", "USDX"])("%j is none", (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(parseMoney("1", code)).toBeNull();
    expect(isMoney({ minor: 1, currency: code })).toBe(false);
  });

  it("each have an example that can be read", () => {
    for (const code of CURRENCY_DIGITS.keys()) {
      const example = parseMoney(amountExample(code), code);
      expect(example && decimalText(example)).toBe(amountExample(code));
    }
    expect(["USD", "JPY", "KWD", "CLF"].map(amountExample)).toEqual(["1250.50", "1250", "1250.500", "1250.5000"]);
  });

  it("are written with all digits, however large", () => {
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: "USD" };
    expect(formatMoney(most, "en")).toBe("$90,071,992,547,409.91");
    expect(formatMoney({ minor: -5, currency: "USD" }, "fr")).toBe("-0,05\u00a0$US");
  });
});
