import { recordsOf, type TableRecord, type TableText } from "./csv-records";
import { workbookRecords } from "./xlsx-records";

/** A table as people keep it: CSV as text, whole or piece by piece, or the bytes of a workbook (.xlsx). */
export type TableSource = TableText | { readonly workbook: Uint8Array };

/** The one reader of tables: access lists and lists of records have the same manners. Throws UnreadableTable. */
export function tableRecords(source: TableSource): AsyncGenerator<TableRecord> {
  return typeof source === "object" && "workbook" in source ? workbookRecords(source.workbook) : recordsOf(source);
}
