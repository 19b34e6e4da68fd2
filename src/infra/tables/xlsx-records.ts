import { fill } from "../../kernel/catalogue";
import { INFRA_TEXTS } from "../texts/infra-texts";
import { unzipSync } from "fflate";
import { createRequire } from "node:module";
import { giveWay } from "../../kernel/deadline";
import { UnreadableTable, type TableRecord } from "./csv-records";

interface Sheet {
  readonly data: readonly (readonly unknown[])[];
}

// Its types say that it is an ECMAScript module, though it can be required as well.
const { default: readWorkbook } = createRequire(__filename)("read-excel-file/universal") as {
  readonly default: (file: ArrayBuffer) => Promise<readonly Sheet[]>;
};

/** Bytes of a workbook once unpacked: what is small when it is sent must not become large when it is read. */
const MAX_UNPACKED = 40_000_000;

/** Whether the bytes are those of a zip archive, which every .xlsx is. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The rows of a workbook's first sheet that has any. Dates are days as people see them; numbers are written without
 * grouping. Throws UnreadableTable.
 */
export async function* workbookRecords(bytes: Uint8Array): AsyncGenerator<TableRecord> {
  requireSmall(bytes);
  const sheets = await readWorkbook(new Uint8Array(bytes).buffer).catch((error: unknown) => {
    throw unreadable(error);
  });
  const rows = sheets.map(({ data }) => data).find((data) => data.length > 0) ?? [];
  for (const [index, cells] of rows.entries()) {
    await giveWay();
    yield { line: index + 1, cells: cells.map(textOf) };
  }
}

function requireSmall(bytes: Uint8Array): void {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
  } catch (error) {
    throw unreadable(error);
  }
  if (unpacked > MAX_UNPACKED) throw new UnreadableTable(1, INFRA_TEXTS.workbookTooLarge);
}

function unreadable(error: unknown): UnreadableTable {
  return new UnreadableTable(
    1,
    fill(INFRA_TEXTS.noWorkbook, { why: error instanceof Error ? error.message : "unknown" }),
  );
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n").trim();
  if (typeof value === "number") return decimal(value);
  if (typeof value === "boolean") return String(value);
  if (!(value instanceof Date)) return "";
  const instant = value.toISOString();
  return instant.endsWith("T00:00:00.000Z") ? instant.slice(0, 10) : instant.slice(0, 19).replace("T", " ");
}

/** 1250.5, never 1.2505e3; what binary fractions add beyond a spreadsheet's fifteen digits is left out. */
function decimal(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes("e") ? BigInt(Math.round(value)).toString() : text;
}
