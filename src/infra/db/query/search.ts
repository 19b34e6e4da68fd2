import { FOLD } from "./folding";

/**
 * A SQL condition: the text occurs in one of the columns, whatever its case and accents. The parameter is named `search`.
 */
export function occursIn(columns: readonly string[], text: string): readonly [string, { search: string }] {
  const search = `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const among = columns.map((column) => `${FOLD}(${column}) LIKE ${FOLD}(:search) ESCAPE '\\'`);
  return [`(${among.join(" OR ")})`, { search }];
}
