import { zipSync } from "fflate";
import { createRequire } from "node:module";
import { UnreadableTable, type TableRecord } from "../../../src/infra/tables/csv-records";
import { tableRecords } from "../../../src/infra/tables/table";
import { isWorkbook } from "../../../src/infra/tables/xlsx-records";

type Cell = { readonly value: unknown; readonly type: unknown; readonly format?: string } | null;
const { default: write } = createRequire(__filename)("write-excel-file/node") as {
  readonly default: (rows: readonly (readonly Cell[])[]) => { toBuffer(): Promise<Buffer> };
};

async function rowsOf(workbook: Uint8Array): Promise<TableRecord[]> {
  const rows: TableRecord[] = [];
  for await (const row of tableRecords({ workbook })) rows.push(row);
  return rows;
}

test("a workbook's cells are read as people see them: days, amounts, ticks", async () => {
  const bytes = await write([
    [{ value: "E-mail", type: String }, { value: "Ceiling", type: String }, null],
    [
      { value: " a@x.test ", type: String },
      { value: 10000.5, type: Number },
      { value: new Date("2027-06-30T00:00:00Z"), type: Date, format: "dd/mm/yyyy" },
      { value: true, type: Boolean },
      { value: 1e15, type: Number },
    ],
  ]).toBuffer();
  expect(isWorkbook(bytes)).toBe(true);
  expect(await rowsOf(bytes)).toEqual([
    { line: 1, cells: ["E-mail", "Ceiling", "", "", ""] },
    { line: 2, cells: ["a@x.test", "10000.5", "2027-06-30", "true", "1000000000000000"] },
  ]);
});

test("what is no workbook, or becomes too large, is told", async () => {
  const large = zipSync({ "xl/workbook.xml": new Uint8Array(41_000_000) }, { level: 9 });
  expect(large.length).toBeLessThan(100_000);
  await expect(rowsOf(large)).rejects.toThrow("too large");
  for (const bytes of [Buffer.from("PK\u0003\u0004 no"), Buffer.from("E-mail"), zipSync({ "a.txt": Buffer.from("a") })])
    await expect(rowsOf(bytes)).rejects.toBeInstanceOf(UnreadableTable);
});
