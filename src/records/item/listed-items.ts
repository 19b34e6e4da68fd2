import { fill } from "../../kernel/catalogue";
import type { Bilingual } from "../../kernel/locale";
import { RECORD_TEXTS } from "../texts/record-texts";
import { piecesOf, type TableText } from "../../infra/tables/csv-records";
import type { TableSource } from "../../infra/tables/table";
import { giveWay } from "../../kernel/deadline";
import { suggestion } from "../../infra/tables/words";
import { OFFERED, type Offered } from "./forms";
import type { ItemValues } from "./checking";
import { OFFERED_MEANT, offeredNamed, tableItems } from "./table-items";

export const LIST_FORMATS = ["csv", "json_lines"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** How a list is read. A workbook is a table, whatever the format says. */
export interface ItemManner {
  readonly format: ListFormat;
  /** Of items that do not say. */
  readonly feature: Offered | null;
  /** The company's own: of amounts that do not say. */
  readonly currency: string;
}

/** An item of a list, or why the line is none. */
export type ListedItem =
  | { readonly line: number; readonly feature: Offered; readonly values: ItemValues; readonly problem: null }
  | { readonly line: number; readonly feature: null; readonly values: null; readonly problem: Bilingual };

/** A line of JSON is no longer than this. */
const MAX_LINE_LENGTH = 1_000_000;

/** The items of a list, one after another; holds one of them at a time. Never throws for what the list holds. */
export async function* itemsIn(
  source: TableSource,
  { format, feature, currency }: ItemManner,
): AsyncGenerator<ListedItem, void> {
  const isText = typeof source === "string" || !("workbook" in source);
  if (isText && format === "json_lines") yield* jsonItems(source, feature);
  else
    for await (const { line, named, values, problem } of tableItems(source, currency))
      yield problem === null ? item(line, named, values, feature) : bad(line, problem);
}

async function* jsonItems(source: TableText, feature: Offered | null): AsyncGenerator<ListedItem, void> {
  let line = 0;
  let held = "";
  for await (const piece of typeof source === "string" ? piecesOf(source) : source) {
    const lines = (held + piece).split("\n");
    held = lines.pop() ?? "";
    for (const text of lines) {
      line += 1;
      if (text !== "") yield* jsonItem(text, line, feature);
    }
    await giveWay();
    if (held.length <= MAX_LINE_LENGTH) continue;
    yield bad(line + 1, RECORD_TEXTS.lineTooLong);
    return;
  }
  yield* jsonItem(held, line + 1, feature);
}

function* jsonItem(text: string, line: number, fallback: Offered | null): Generator<ListedItem, void> {
  if (text.replace(/^\ufeff/, "").trim() === "") return;
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, "")) as unknown;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      yield bad(line, RECORD_TEXTS.noJsonObject);
      return;
    }
    const { feature, ...values } = value as Record<string, unknown>;
    yield item(line, feature, values, fallback);
  } catch {
    yield bad(line, RECORD_TEXTS.noJson);
  }
}

function item(line: number, named: unknown, values: ItemValues, fallback: Offered | null): ListedItem {
  const feature = typeof named === "string" && named !== "" ? offeredNamed(named) : fallback;
  if (feature !== null) return { line, feature, values, problem: null };
  const meant =
    typeof named === "string"
      ? { en: suggestion(named, OFFERED_MEANT, "en"), fr: suggestion(named, OFFERED_MEANT, "fr") }
      : fill(RECORD_TEXTS.knownFeatures, { features: OFFERED.join(", ") });
  return bad(line, fill(RECORD_TEXTS.sayFeature, { meant }));
}

function bad(line: number, problem: Bilingual): ListedItem {
  return { line, feature: null, values: null, problem };
}
