import type { TableLine } from "../../../infra/tables/write-table";
import type { Locale } from "../../../kernel/locale";
import { sameName } from "../../../kernel/text";
import type { KnownLists } from "../known-lists";
import { MATCHES, type MappingRule } from "../mapping";
import {
  ARRIVAL_WORDS,
  COLUMN_WORDS,
  FEATURE_WORDS,
  MAPPING_COLUMNS,
  MATCH_WORDS,
  type MappingColumn,
} from "./mapping-words";

type Category = NonNullable<KnownLists["tracking_category"]>[number];

/** The mapping as people keep it in a spreadsheet; imported again, it changes nothing. */
export function mappingRows(rules: readonly MappingRule[], lists: KnownLists, locale: Locale): TableLine[] {
  const sorted = [...rules].sort(
    (a, b) =>
      order(a.feature, b.feature) ||
      MATCHES.indexOf(a.matchOn) - MATCHES.indexOf(b.matchOn) ||
      order(a.matchValue, b.matchValue),
  );
  const headings = MAPPING_COLUMNS.map((column) => COLUMN_WORDS.written(column, locale));
  return [headings, ...sorted.map((rule) => MAPPING_COLUMNS.map((column) => cellOf(rule, column, lists, locale)))];
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function cellOf(rule: MappingRule, column: MappingColumn, lists: KnownLists, locale: Locale): string {
  switch (column) {
    case "feature":
      return FEATURE_WORDS.written(rule.feature, locale);
    case "matchOn":
      return MATCH_WORDS.written(rule.matchOn, locale);
    case "account":
      return rule.accountCode ?? "";
    case "trackingCategory":
      return categoryOf(rule, lists)?.name ?? rule.trackingCategoryId ?? "";
    case "trackingOption":
      return (
        categoryOf(rule, lists)?.options.find(({ id }) => id === rule.trackingOptionId)?.name ??
        rule.trackingOptionId ??
        ""
      );
    case "paymentDays":
      return rule.paymentDays === null ? "" : String(rule.paymentDays);
    case "arrivesAs":
      return rule.arrivesAs === null ? "" : ARRIVAL_WORDS.written(rule.arrivesAs, locale);
    case "matchValue":
    case "taxType":
      return rule[column] ?? "";
  }
}

function categoryOf({ trackingCategoryId }: MappingRule, { tracking_category: known }: KnownLists) {
  return known?.find(({ id }) => id === trackingCategoryId);
}

/** The ids of tracking that is named by its names or by its ids; what is not known stays as it is, and is refused. */
export function trackingIds(
  category: string | null,
  option: string | null,
  lists: KnownLists,
): Pick<MappingRule, "trackingCategoryId" | "trackingOptionId"> {
  const meant = (one: { readonly id: string; readonly name: string }, text: string | null) =>
    text !== null && (one.id === text || sameName(one.name, text));
  const found: Category | undefined = lists.tracking_category?.find((one) => meant(one, category));
  const chosen = found?.options.find((one) => meant(one, option));
  return { trackingCategoryId: found?.id ?? category, trackingOptionId: chosen?.id ?? option };
}
