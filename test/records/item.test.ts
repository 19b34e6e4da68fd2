import fc from "fast-check";
import { readItem } from "../../src/records/item/item";
import { OFFERED } from "../../src/records/item/forms";
import { ownGaps } from "../../src/records/item/own-requirements";
import { itemsIn, type ListedItem, type ListFormat } from "../../src/records/item/listed-items";
import { lockedAmong, lockedFields } from "../../src/records/record/record-locks";
import { runs } from "../policy/runs";
import { commitment, changeOrder, invoice } from "./record-house";

const PROJECT = { id: "p1", code: "P-1", name: "Project", active: true };
const read = ({ feature, values }: ReturnType<typeof commitment>, project: typeof PROJECT | null = PROJECT) =>
  readItem(feature, values, project, "USD");
const codes = (offered: ReturnType<typeof commitment>) =>
  read(offered).faults.map(({ field, code }) => `${field.join(".")} ${code}`);

describe("an item is read by its form", () => {
  it("with its total, its key and what it builds on", () => {
    const { item } = read(
      commitment({ lines: [1, 2].map((n) => ({ number: `${n}`, costCode: "05-120", amount: "0.10" })) }),
    );
    expect(item).toMatchObject({
      kind: "subcontract",
      sourceKey: "P-1/SC-1",
      amount: { minor: 20, currency: "USD" },
      documentDate: "2026-10-01T00:00:00.000Z",
      references: [
        { feature: "cost_code", sourceKey: "05-120" },
        { feature: "project", sourceKey: "P-1" },
        { feature: "vendor", sourceKey: "V-1" },
      ],
    });
    expect(read(invoice()).item?.references.at(-1)).toEqual({ feature: "commitment", sourceKey: "P-1/SC-1" });
  });

  it("tells every fault at once, each at its place", () => {
    const bad = invoice({
      number: "x".repeat(256),
      billingDate: "2026-02-30",
      periodStart: "",
      status: "done",
      what: "1",
    });
    expect(codes(bad).sort()).toEqual([
      "billingDate NOT_A_DATE",
      "number TOO_LONG",
      "periodStart REQUIRED",
      "status UNKNOWN_CHOICE",
      "what UNKNOWN_FIELD",
    ]);
    expect(codes(invoice({ lines: [] }))).toEqual(["lines NO_LINES"]);
    expect(codes(invoice({ lines: [{ amount: "1.005" }] }))).toEqual(["lines.0.amount NOT_AN_AMOUNT"]);
    expect(codes(invoice({ lines: [{ amount: "-1" }] }))).toEqual(["lines NEGATIVE_TOTAL"]);
    expect(codes(invoice({ periodEnd: "2026-09-30" }))).toEqual(["periodEnd PERIOD_REVERSED"]);
    expect(codes(invoice({ currency: "dollars" }))).toContain("currency NOT_A_CURRENCY");
    expect(read(commitment(), null).faults).toMatchObject([
      { field: ["project"], code: "UNKNOWN_PROJECT", values: ["P-1"] },
    ]);
  });

  it("reads texts by the one rule: normalised, one line, nothing invisible", () => {
    const { item } = read(commitment({ number: " \uff33\uff23-1 ", title: "  Dube\u0301   Steel " }));
    expect(item).toMatchObject({ number: "SC-1", title: "Dub\u00e9 Steel", sourceKey: "P-1/SC-1" });
    expect(codes(commitment({ title: "a\u202eb", number: "a\nb" }))).toEqual([
      "number NOT_ONE_LINE",
      "title INVISIBLE_CHARACTER",
    ]);
    const lines = [{ number: "1", costCode: "05-120", amount: "1", description: "one\r\ntwo" }];
    expect(read(commitment({ lines, createdBy: ".a@x.com", currency: " usd " })).faults).toMatchObject([
      { field: ["createdBy"], code: "NOT_AN_EMAIL" },
    ]);
    expect(read(commitment({ lines, currency: " usd " })).item).toMatchObject({
      payload: { currency: "USD", lines: [{ description: "one\ntwo" }] },
    });
  });

  it("tells an amount's digits with an example that is taken", () => {
    expect(read(invoice({ currency: "HUF", lines: [{ amount: "10.505" }] })).faults).toMatchObject([
      { code: "NOT_AN_AMOUNT", values: ["HUF", "1250.50"] },
    ]);
    expect(read(invoice({ currency: "HUF", lines: [{ amount: "10.50" }] })).faults).toEqual([]);
    expect(read(invoice({ currency: "JPY", lines: [{ amount: "10.50" }] })).faults).toMatchObject([
      { code: "NOT_AN_AMOUNT", values: ["JPY", "1250"] },
    ]);
  });

  it("counts in the currency's own digits", () => {
    expect(codes(invoice({ currency: "JPY", lines: [{ amount: "10.5" }] }))).toEqual(["lines.0.amount NOT_AN_AMOUNT"]);
    expect(read(invoice({ currency: "KWD", lines: [{ amount: "1.005" }] })).item?.amount).toEqual({
      minor: 1005,
      currency: "KWD",
    });
  });

  it("adds up the changes of one line of a change order, which may take away", () => {
    const line = { commitmentLine: "1", costCode: "05-120" };
    const { item } = read(
      changeOrder({
        lines: [
          { ...line, amount: "10" },
          { ...line, amount: "-30" },
        ],
      }),
    );
    expect(item).toMatchObject({ amount: { minor: -2000 }, payload: { lines: [{ ...line, amount: "-20.00" }] } });
    const split = changeOrder({
      lines: [
        { ...line, amount: "1" },
        { ...line, costCode: "other", amount: "1" },
      ],
    });
    expect(codes(split)).toEqual(["lines.1.costCode LINE_CHANGED_TWICE"]);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.constantFrom(...OFFERED), fc.dictionary(fc.string(), fc.anything()), (feature, values) => {
        const { item, faults } = readItem(feature, values, null, "USD");
        expect(item === null).toBe(faults.length > 0);
      }),
      runs(500),
    );
  });
});

test("what an item itself must have is the catalogue's", () => {
  const gaps = (offered: ReturnType<typeof commitment>) =>
    ownGaps("xero", offered.feature, offered.values).map(({ code }) => code);
  expect(gaps(commitment())).toEqual([]);
  expect(gaps(commitment({ status: "draft", lines: [{ amount: "1" }] }))).toEqual([
    "STATUS_NOT_READY",
    "NO_CODED_LINE",
  ]);
  expect(gaps(invoice({ status: "pending_owner_approval" }))).toEqual([]);
  expect(gaps({ feature: "project", values: { active: true } }).length).toBe(3);
  expect(gaps({ feature: "vendor", values: {} })).toEqual(["COUNTERPART_NOT_LOOKED_FOR"]);
});

test("what is locked is the catalogue's", () => {
  const fields = ["vendor", "lines", "title", "deliveryInstructions"];
  expect(lockedAmong(lockedFields("xero", "commitment", "synced"), fields)).toEqual(["vendor", "title"]);
  expect(lockedAmong(lockedFields("xero", "commitment", "rejected"), fields)).toEqual([]);
  expect(lockedAmong(lockedFields("xero", "subcontractor_invoice", "awaiting"), ["lines", "attachments"])).toEqual([
    "lines",
  ]);
});

describe("a list of items", () => {
  async function all(text: string, format: ListFormat): Promise<ListedItem[]> {
    const items: ListedItem[] = [];
    for await (const item of itemsIn(text, { format, feature: "vendor", currency: "USD" })) items.push(item);
    return items;
  }

  it("in JSON, one a line", async () => {
    const items = await all(
      '{"feature":"cost_code","code":"1"}\n\n{"number":"V"}\nno\n[1]\n{"feature":"budget"}',
      "json_lines",
    );
    expect(items.map(({ line, feature, values }) => [line, feature, values])).toEqual([
      [1, "cost_code", { code: "1" }],
      [3, "vendor", { number: "V" }],
      [4, null, null],
      [5, null, null],
      [6, null, null],
    ]);
  });

  it("as people keep tables: a title, headings and values as they write them, in English or French", async () => {
    const english =
      'Commitments of 2027,,,,\nFeature,Number,Kind,Date,Line amount\nCommitments,C-1,Purchase Order,04/13/2027,"$10,000.00"\n,,,,(250.00)';
    const french =
      'Fonctionnalité;Numéro;Kind;Date;Ligne montant\nEngagement;C-1;purchase_order;13/04/2027;"10 000,00"\n;;;;-250,00';
    for (const text of [english, french])
      expect((await all(text, "csv")).map(({ feature, values }) => [feature, values])).toEqual([
        [
          "commitment",
          {
            number: "C-1",
            kind: "purchase_order",
            date: "2027-04-13",
            lines: [{ amount: "10000.00" }, { amount: "-250.00" }],
          },
        ],
      ]);
    expect(await all("feature,number\nInvoices,I-1", "csv")).toMatchObject([
      { problem: { en: 'Say with "feature" what it is. Did you mean subcontractor_invoice?' } },
    ]);
  });

  it("in CSV, with more lines of an item below it", async () => {
    const csv =
      "feature;number;line.costCode;line.amount\ncommitment;1;05;10\ncommitment;1;06;20\n;;07;30\ncommitment;2;05;1\n;V-9;;";
    expect((await all(csv, "csv")).map(({ line, values }) => [line, values])).toEqual([
      [
        2,
        {
          number: "1",
          lines: [
            { costCode: "05", amount: "10" },
            { costCode: "06", amount: "20" },
            { costCode: "07", amount: "30" },
          ],
        },
      ],
      [5, { number: "2", lines: [{ costCode: "05", amount: "1" }] }],
      [6, { number: "V-9" }],
    ]);
  });
});
