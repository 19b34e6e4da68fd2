import { BilingualRefusal } from "../../kernel/errors";
import type { TableSource } from "../tables/table";
import { INFRA_TEXTS } from "../texts/infra-texts";

/** A table as an input gives it: a text, or a workbook in base64. */
export interface TableInput {
  readonly csv?: string | null;
  readonly workbook?: string | null;
}

/** Throws Refusal BAD_INPUT unless exactly one of the two is given, and readable. */
export function tableOf({ csv, workbook }: TableInput, field: readonly string[]): TableSource {
  if ((csv == null) === (workbook == null))
    throw new BilingualRefusal("BAD_INPUT", INFRA_TEXTS.textOrWorkbook, ["input", ...field]);
  if (workbook == null) return csv ?? "";
  if (/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(workbook)) return { workbook: Buffer.from(workbook, "base64") };
  throw new BilingualRefusal("BAD_INPUT", INFRA_TEXTS.workbookInBase64, ["input", "workbook"]);
}
