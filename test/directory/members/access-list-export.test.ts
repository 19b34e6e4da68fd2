import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { AccessListScope } from "../../../src/authorization/facts/access-list-scope";
import { AccessListExport } from "../../../src/directory/access-list/access-list-export";
import { recordsOf } from "../../../src/infra/tables/csv-records";
import { tableRecords } from "../../../src/infra/tables/table";
import { csvTable, workbookTable, type TableLine } from "../../../src/infra/tables/write-table";
import { systemActor } from "../../../src/kernel/actor";
import { person } from "../../support/rights-house";
import { runs } from "../../policy/runs";
import { listHouse } from "./access-list-house";

const SYSTEM = systemActor("test");

async function cellsOf(rows: AsyncIterable<{ readonly cells: readonly string[] }>): Promise<(readonly string[])[]> {
  const all: (readonly string[])[] = [];
  for await (const { cells } of rows) all.push(cells);
  return all;
}

describe("the access list as it stands", () => {
  let made: Awaited<ReturnType<typeof listHouse>>;
  let exported: AccessListExport;
  beforeAll(async () => {
    made = await listHouse();
    const { database, changes } = made.house;
    exported = new AccessListExport(changes, database, new AccessListScope(database));
    const list = [
      "E-mail,Name,Role,Features,Projects,Ceiling,Currency,Valid until",
      'a@acme.test,"=HYPERLINK(""x"")",approver,Commitment;Vendor,,,,2027-06-30',
      "b@acme.test,Bo,approver,Commitment,P-100;P-200,10.00,USD,",
      "b@acme.test,Bo,approver,Subcontractor invoice,,20.00,EUR,2027-06-30T12:00:00Z",
      "c@acme.test,Cy,read-only,,,,,",
      "e@acme.test,Ed,approver,Commitment,P-100,10.00,USD,",
      "e@acme.test,Ed,approver,Commitment,P-200,50.00,USD,",
    ].join("\n");
    expect((await made.lists.import(SYSTEM, "acme", list, { dryRun: false })).rowErrors).toEqual([]);
    await made.house.addMember("acme", "d@acme.test", { toolLevel: "admin" });
  });
  const rows = (locale: "en" | "fr") =>
    exported.rows(SYSTEM, "acme", { locale, at: made.house.clock.now().toISOString() });

  test("holds everybody, in days of the company's and a row for each set of bounds", async () => {
    const cells = (await rows("en")).map((row) => row.slice(0, 10).join("|"));
    expect(cells).toContain('a@acme.test|=HYPERLINK("x")|approver|Vendor; Commitment||||||2027-06-30');
    expect(cells).toContain("b@acme.test|Bo|approver|Commitment||P-100; P-200|10.00|USD||");
    expect(cells).toContain("b@acme.test|Bo|approver|Subcontractor invoice|||20.00|EUR||2027-06-30T12:00:00.000Z");
    expect(cells.find((row) => row.startsWith("d@acme.test"))).toMatch(/\|unchanged\|{7}$/);
  });

  test.each(["en", "fr"] as const)("imported again as a complete list, in %s, it changes nothing", async (locale) => {
    const table = await rows(locale);
    for (const source of [csvTable(table, locale), { workbook: await workbookTable(table) }]) {
      const outcome = await made.lists.import(SYSTEM, "acme", source, { dryRun: false, complete: true });
      expect(outcome).toMatchObject({ rowErrors: [], changes: [], summary: { added: 0, updated: 0 } });
    }
  });

  test("is for who may grant access", async () => {
    const at = made.house.clock.now().toISOString();
    await expect(exported.rows(person("c@acme.test"), "acme", { locale: "en", at })).rejects.toThrow();
    await expect(exported.rows(person("x@else.test"), "acme", { locale: "en", at })).rejects.toThrow("no such company");
  });
});

test("no cell is a formula, and each is read back as it was", async () => {
  const cell = fc
    .string({ unit: fc.constantFrom(..."=+-@'aé,;\"\t\n 1".split("")), maxLength: 8 })
    .map((text) => text.trim());
  const table = fc.array(fc.tuple(cell, cell, fc.constant("x")), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom("en" as const, "fr" as const), async (lines: TableLine[], locale) => {
      const head: TableLine = ["E-mail", "Role", "Features"];
      const csv = csvTable([head, ...lines], locale);
      const delimiter = locale === "fr" ? ";" : ",";
      const seen = parse(csv, { bom: true, delimiter, relax_column_count: true });
      expect(seen.flat().filter((text) => /^[=+\-@\t]/.test(text))).toEqual([]);
      expect((await cellsOf(recordsOf(csv))).slice(1)).toEqual(lines);
      const read = await cellsOf(tableRecords({ workbook: await workbookTable([head, ...lines]) }));
      expect(read.slice(1)).toEqual(lines);
    }),
    runs(60),
  );
});
