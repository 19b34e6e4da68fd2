import * as fc from "fast-check";
import { FEATURE_NAMES } from "../../../src/erp/feature-map/feature-names";
import type { Locale } from "../../../src/kernel/locale";
import { MAX_ERRORS } from "../../../src/infra/tables/table-errors";
import { parseAccessList } from "../../../src/directory/access-list/access-list-parse";
import type { TableSource } from "../../../src/infra/tables/table";
import { LIST_ERROR_CODES } from "../../../src/directory/access-list/access-list-text";
import { ERROR_TEXTS } from "../../../src/directory/access-list/access-list-text";
import { FEATURES } from "../../../src/policy/model/vocabulary";
import { runs } from "../../policy/runs";
import { renderList, type Dialect } from "./access-list-render";
import { normalText } from "../../../src/kernel/text";

const read = (source: TableSource, locale: Locale = "en") =>
  parseAccessList(source, { featureNames: FEATURE_NAMES, locale, zone: "UTC", currency: "USD" });

/** [line, column, code] of everything wrong in the text. */
async function wrong(text: string): Promise<(string | number | null)[][]> {
  const { errors } = await read(text);
  return errors.list.map(({ line, column, code }) => [line, column, code]);
}

const feature = fc.subarray([...FEATURES]);
const cellText = fc
  .string({ unit: fc.constantFrom(..."aZé œ’'\",;|\n0-.".split(""), "𝒳", "ß"), maxLength: 20 })
  .map((text) => text.trim())
  // What looks like a formula behind an apostrophe is a text that a spreadsheet keeps from being one.
  .filter((text) => !/^'+[=+\-@]/.test(text))
  .map((text) => text || null);
/** A name is one line, with single spaces. */
const nameText = cellText.map((text) =>
  text === null ? null : normalText("name", text.replaceAll("\n", " ")) || null,
);
const day = fc.integer({ min: 20_000, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString());
const approver = fc.record({
  name: nameText,
  role: fc.constant("approver" as const),
  exports: feature.filter((list) => list.length > 0),
  imports: feature,
  projects: fc.option(fc.uniqueArray(fc.stringMatching(/^[A-Z]{1,3}-\d{1,4}$/), { minLength: 1, maxLength: 4 })),
  ceiling: fc.option(
    fc.record({ minor: fc.integer({ min: 0, max: 99_999_999_999 }), currency: fc.constantFrom("USD", "EUR", "CAD") }),
  ),
  validFrom: fc.constant(null),
  validUntil: fc.option(day),
  reason: cellText,
});
const nobody = { exports: [], imports: [], projects: null, ceiling: null, validFrom: null, validUntil: null };
const other = fc.record({ name: nameText, role: fc.constantFrom("read_only" as const, "none" as const) });
const row = fc.oneof(
  approver,
  other.map((person) => ({ ...person, ...nobody, reason: null })),
);
const rows = fc
  .array(row, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((person, index) => ({ ...person, email: `p${index}@demo.test` })));
const dialect: fc.Arbitrary<Dialect> = fc.record({
  locale: fc.constantFrom("en" as const, "fr" as const),
  delimiter: fc.constantFrom("," as const, ";" as const, "\t" as const),
  lineEnd: fc.constantFrom("\n" as const, "\r\n" as const, "\r" as const),
  mark: fc.boolean(),
});

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

test("what a spreadsheet of any dialect saves is read back as it was, however the text arrives", async () => {
  const property = fc.asyncProperty(rows, dialect, fc.integer({ min: 1, max: 50 }), async (list, how, size) => {
    const text = renderList(list, how);
    for (const source of [text, cut(text, size)]) {
      const { rows: found, errors } = await read(source);
      expect(errors.list).toEqual([]);
      let line = 2;
      const expected = list.map((person) => {
        const at = line;
        line += 1 + [person.name, person.reason].join("").split("\n").length - 1;
        return { ...person, line: at };
      });
      expect(found).toEqual(expected);
    }
  });
  await fc.assert(property, runs(150));
});

describe("headings", () => {
  test("in either language, any case, with or without accents and spaces", async () => {
    const { rows: found, errors } = await read(
      "ROLE;adresse electronique;FONCTIONNALITES\nApprobatrice;a@x.test;engagement|AVENANTS D'ENGAGEMENT",
    );
    expect(errors.list).toEqual([]);
    expect(found).toMatchObject([
      { email: "a@x.test", role: "approver", exports: ["commitment", "commitment_change_order"] },
    ]);
  });

  test("a column for each feature, ticked as people tick; Projects is the codes, Export projects the feature", async () => {
    const text = [
      "E-mail,Role,Commitments,Subcontractor invoices,Export projects,Import job costs,Projects",
      "a@x.test,approver,x,YES,1,oui,P-1",
      "b@x.test,approver,vrai,,no,0,",
      "c@x.test,approver,maybe,,,,",
    ].join("\n");
    const { rows: found } = await read(text);
    expect(found).toMatchObject([
      { exports: ["project", "commitment", "subcontractor_invoice"], imports: ["job_cost"], projects: ["P-1"] },
      { exports: ["commitment"], imports: [], projects: null },
    ]);
    expect(await wrong(text)).toEqual([[4, "Commitments", "MARK_UNKNOWN"]]);
  });

  test.each([
    ["E-mail,Role,Features,Shoe size\na@x.test,none,,43", [[1, "Shoe size", "UNKNOWN_COLUMN"]]],
    ["E-mail,Courriel,Role,Features\na@x.test,,none,", [[1, "Courriel", "REPEATED_COLUMN"]]],
    ["Name,Features\nA,Commitment", [[1, null, "MISSING_COLUMN"], [1, null, "MISSING_COLUMN"]]], // prettier-ignore
    ["", [[1, null, "EMPTY_LIST"]]],
    ["\ufeff\r\n\r\n", [[1, null, "EMPTY_LIST"]]],
    ["E-mail,Role,Features\n,,\n", [[1, null, "EMPTY_LIST"]]],
  ])("%j", async (text, expected) => {
    expect(await wrong(text)).toEqual(expected);
  });

  test("may lack features: those that approvers have stay, and that is told", async () => {
    const { rows: found, errors, columns } = await read("E-mail,Role\na@x.test,approver");
    expect([found.length, errors.count, columns?.saysFeatures]).toEqual([1, 0, false]);
    expect(errors.notes.map(({ code }) => code)).toEqual(["FEATURES_UNSAID"]);
  });

  test.each([
    ["a title", "Who may send what;;\n;;\nE-mail;Role;Features\na@x.test;approver;Vendors", [[1, null, "ROWS_ABOVE"]]],
    [
      "one beside the rights",
      "E-mail,Role,Features,Phone\na@x.test,approver,Vendors,5",
      [[1, "Phone", "COLUMN_IGNORED"]],
    ],
  ])("%s is told and left aside", async (_, text, told) => {
    const { rows: found, errors } = await read(text);
    expect(errors.list).toEqual([]);
    expect(errors.notes.map(({ line, column, code }) => [line, column, code])).toEqual(told);
    expect(found).toMatchObject([{ email: "a@x.test", exports: ["vendor"] }]);
  });

  test("of no column may be left aside when that is said, never a limit by mistake", async () => {
    const text = "E-mail,Role,Features,Celing,Shoe size\na@x.test,approver,Vendors,1,43";
    expect((await read(text)).errors.list.map(({ message }) => message)).toEqual([
      '"Celing" is no column of an access list. Did you mean Ceiling? Otherwise say that it may be left aside (ignoreColumns).',
      expect.stringMatching(/^"Shoe size" is no column of an access list. Known: E-mail, Name, Role, /),
    ]);
    const manner = { featureNames: FEATURE_NAMES, locale: "en", zone: "UTC", currency: "USD" } as const;
    const { errors } = await parseAccessList(text, { ...manner, ignored: ["shoe SIZE", "Celing"] });
    expect([errors.count, errors.notes.length]).toEqual([0, 2]);
  });

  test("names of features are of one feature each, and no column takes one for its own but Projects", () => {
    const keys = FEATURES.flatMap((name) => Object.values(FEATURE_NAMES[name]).flat());
    expect(keys.length).toBe(FEATURES.length * 4);
  });
});

describe("bad rows", () => {
  test("all are told, with line, column and reason, and the good ones are read", async () => {
    const text = [
      "E-mail,Name,Role,Features,Projects,Ceiling,Currency,Valid from,Valid until",
      'a@x.test,Ann Lee,approver,Commitment,"P-1\nP-2",,,,',
      "nobody,Bob,approver,Commitment,,,,,",
      "A@X.test,Ann,boss,Commitment,,,,,",
      "c@x.test,Cy,approver,Commitment | Unicorn,,,,,",
      "d@x.test,Di,read-only,Commitment,,,,,",
      'e@x.test,Ed,approver,Commitment,,"10,000",USD,03/04/2027,31/02/2027',
      "f@x.test,Fay,approver,Commitment,,12.345,EUR,2027-05-02,2027-05-01",
      "g@x.test,Gil,approver,Commitment,,10.00,,,",
      "h@x.test,Hal,approver,Commitment,,10.00,ZZZ,,",
      "i@x.test,Ida,approver,,P-1,,,,",
      "j@x.test,Jo,none,,,,,,,surplus",
      "k@x.test,K\ufffd,none,,,,,,",
    ].join("\n");
    const { rows: found, errors } = await read(text);
    expect(found.map(({ email }) => email)).toEqual(["a@x.test"]);
    expect(errors.list.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, "E-mail", "EMAIL_INVALID"],
      [5, "Role", "ROLE_UNKNOWN"],
      [6, "Features", "FEATURE_UNKNOWN"],
      [7, "Role", "FEATURES_NEED_APPROVER"],
      [8, "Valid from", "DATE_AMBIGUOUS"],
      [8, "Valid until", "DATE_INVALID"],
      [8, "Ceiling", "AMOUNT_AMBIGUOUS"],
      [9, "Valid until", "ENDS_BEFORE_START"],
      [9, "Ceiling", "AMOUNT_AMBIGUOUS"],
      [10, "Ceiling", "CURRENCY_MISSING"],
      [11, "Currency", "CURRENCY_UNKNOWN"],
      [12, "Projects", "SCOPE_WITHOUT_FEATURES"],
      [13, null, "TOO_MANY_CELLS"],
      [14, "Name", "WRONG_ENCODING"],
    ]);
    expect(errors.list[2]?.message).toContain("Commitment change order");
  });

  test("its e-mail rule is that of every door", async () => {
    const refused = [".a@x.com", "a..b@x.com", "a@x.com\u200b", "\u212aarl@x.com", "a@-x.com"];
    const text = `E-mail,Role,Features\n${refused.map((email) => `${email},none,\n`).join("")}Dube\u0301@X.com,none,`;
    const { rows: found, errors } = await read(text);
    expect(errors.list.map(({ line, code }) => [line, code])).toEqual(
      refused.map((_, index) => [index + 2, "EMAIL_INVALID"]),
    );
    expect(found.map(({ email }) => email)).toEqual(["dub\u00e9@x.com"]);
  });

  test("its texts are not softer than the API's", async () => {
    const cells = ["n".repeat(5000), "a\u202eb", "Dube\u0301  Fils"];
    const text = `E-mail,Name,Role,Features\n${cells.map((name, at) => `p${at}@x.com,${name},none,`).join("\n")}`;
    const { rows: found, errors } = await read(text);
    expect(errors.list.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, "Name", "TEXT_INVALID"],
      [3, "Name", "TEXT_INVALID"],
    ]);
    expect(found.map(({ name }) => name)).toEqual(["Dub\u00e9 Fils"]);
  });

  test("quotes that do not match end the reading, at the row where they start", async () => {
    const text = 'E-mail,Role,Features\na@x.test,none,\nbad,none,\nc@x.test,"none,\nd@x.test,none,';
    expect(await wrong(text)).toEqual([
      [3, "E-mail", "EMAIL_INVALID"],
      [4, null, "UNREADABLE"],
    ]);
  });

  test("more errors than anybody reads are counted, not kept", async () => {
    const { errors } = await read(`E-mail,Role,Features\n${"x,none,\n".repeat(MAX_ERRORS + 200)}`);
    expect(errors.list).toHaveLength(MAX_ERRORS);
    expect(errors.count).toBe(MAX_ERRORS + 200);
  });

  test("every reason is told in both languages", () => {
    for (const code of LIST_ERROR_CODES) {
      const [en, fr] = [ERROR_TEXTS.en[code]("VALUE", "MORE"), ERROR_TEXTS.fr[code]("VALUE", "MORE")];
      expect(en).not.toBe(fr);
      expect(`${en}${fr}`).not.toMatch(/undefined|null/);
      expect(en.includes("VALUE")).toBe(fr.includes("VALUE"));
    }
  });
});
