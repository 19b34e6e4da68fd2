import { createRequire } from "node:module";
import type { Locale } from "../../kernel/locale";

export const TABLE_FORMATS = ["csv", "xlsx"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export type TableLine = readonly string[];

interface WorkbookFile {
  toBuffer(): Promise<Buffer>;
}

// Its types say that it is an ECMAScript module, though it can be required as well.
const { default: writeWorkbook } = createRequire(__filename)("write-excel-file/node") as {
  readonly default: (
    rows: readonly (readonly { readonly type: typeof String; readonly value: string }[])[],
  ) => WorkbookFile;
};

/**
 * A table as a spreadsheet of the language opens it: CSV in UTF-8 with its mark, separated by comma or, in French, by
 * semicolon. No cell is a formula: a spreadsheet would run what somebody wrote as a name.
 */
export function csvTable(rows: readonly TableLine[], locale: Locale): string {
  const separator = locale === "fr" ? ";" : ",";
  const line = (cells: TableLine) => cells.map((cell) => quoted(harmless(cell))).join(separator);
  return `\ufeff${rows.map(line).join("\r\n")}\r\n`;
}

/** A table as a workbook of one sheet; every cell is a text, which no spreadsheet takes for a formula. */
export function workbookTable(rows: readonly TableLine[]): Promise<Buffer> {
  return writeWorkbook(rows.map((cells) => cells.map((value) => ({ type: String, value })))).toBuffer();
}

/** Texts that begin as formulas do, get an apostrophe; csv-records.ts takes it off again. */
function harmless(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /["\n\r,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
