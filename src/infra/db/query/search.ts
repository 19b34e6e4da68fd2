/**
 * A SQL condition: the text occurs in one of the columns, whatever the case of ASCII letters. Both databases fold those
 * only. The parameter is named `search`.
 */
export function occursIn(columns: readonly string[], text: string): readonly [string, { search: string }] {
  const folded = text.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const search = `%${folded.replace(/[\\%_]/g, "\\$&")}%`;
  return [`(${columns.map((column) => `LOWER(${column}) LIKE :search ESCAPE '\\'`).join(" OR ")})`, { search }];
}
