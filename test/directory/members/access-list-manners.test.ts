import { FEATURE_NAMES } from "../../../src/erp/feature-map/feature-names";
import { parseAccessList } from "../../../src/directory/access-list/access-list-parse";
import type { Locale } from "../../../src/kernel/locale";

const read = (text: string, locale: Locale = "en") =>
  parseAccessList(text, { featureNames: FEATURE_NAMES, locale, zone: "UTC", currency: "USD" });

/** [line, column, code] of everything wrong in the text. */
async function wrong(text: string): Promise<(string | number | null)[][]> {
  const { errors } = await read(text);
  return errors.list.map(({ line, column, code }) => [line, column, code]);
}

describe("rows as people write them", () => {
  test.each([
    ["Invoices", "en", "Did you mean Subcontractor invoice or Owner invoice?"],
    ["Subcontracts", "en", "Did you mean Commitment?"],
    ["Purchase orders", "en", "Did you mean Commitment?"],
    ["Bons de commande", "fr", "Vouliez-vous dire Engagement ?"],
    ["Contrats de sous-traitance", "fr", "Vouliez-vous dire Engagement ?"],
    ["Comitment", "en", "Did you mean Commitment?"],
  ] as const)("the feature %s is unknown, and what was meant is asked", async (word, locale, asked) => {
    const { errors } = await read(`E-mail,Role,Features\na@x.test,approver,${word}`, locale);
    expect(errors.list.map(({ code }) => code)).toEqual(["FEATURE_UNKNOWN"]);
    expect(errors.list[0]!.message).toContain(asked);
  });

  test("a ceiling in another currency than the company's is told", async () => {
    const head = "E-mail,Role,Features,Ceiling,Currency,Valid until";
    const { rows: found, errors } = await read(
      `${head}\na@x.test,approver,Commitment,"$10,000.00",,04/13/2027\nb@x.test,approver,Commitment,10.00,EUR,`,
    );
    expect(errors.list).toEqual([]);
    expect(errors.notes.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "Ceiling", "CEILING_IN_OTHER_CURRENCY"],
    ]);
    expect(found[0]).toMatchObject({
      ceiling: { minor: 1_000_000, currency: "USD" },
      validUntil: "2027-04-14T00:00:00.000Z",
    });
  });

  test("a quote within a cell, and a number kept as text, leave no row unread", async () => {
    const head = "E-mail,Role,Features,Projects,Comment";
    const { rows: found, errors } = await read(
      `${head}\na@x.test,approver,Commitment,="0100",5" pipe\nb@x.test,approver,Commitment,"=""0100""","the "odd" one"\nc@x.test,none,,,`,
    );
    expect(errors.list).toEqual([]);
    expect(found.map(({ email, projects }) => [email, projects])).toEqual([
      ["a@x.test", ["0100"]],
      ["b@x.test", ["0100"]],
      ["c@x.test", null],
    ]);
  });

  test("a quote that a later row closes ends the reading, at the row where it starts", async () => {
    const text = 'E-mail,Role,Features\na@x.test,none,\nc@x.test,"none,\nd@x.test,"none",\ne@x.test,none,';
    expect(await wrong(text)).toEqual([[3, null, "UNREADABLE"]]);
  });

  test("a person has a row for each set of bounds, under one role and with other features, or other bounds", async () => {
    const head = "E-mail,Role,Features,Projects";
    const { rows: found, errors } = await read(
      `${head}\na@x.test,approver,Commitment,P-1\na@x.test,approver,Subcontractor invoice,P-2`,
    );
    expect(errors.list).toEqual([]);
    expect(found).toMatchObject([{ exports: ["commitment"], also: [{ exports: ["subcontractor_invoice"] }] }]);
    expect(await wrong(`${head}\na@x.test,approver,Commitment,P-1\na@x.test,approver,Commitment,P-2`)).toEqual([]);
    for (const second of ["approver,Commitment,P-1;P-1", "none,,", "approver,,"])
      expect(await wrong(`${head}\na@x.test,approver,Commitment,P-1\na@x.test,${second}`)).toEqual([
        [3, "E-mail", "EMAIL_REPEATED"],
      ]);
  });
});
