import type { DataSource } from "typeorm";

/** Inserts a row by its columns, past the entities: as an older version would have. */
export async function insertRow(
  source: DataSource,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(row);
  const postgres = source.options.type === "postgres";
  const places = names.map((_, index) => (postgres ? `$${index + 1}` : "?"));
  const columns = names.map((name) => `"${name}"`).join(", ");
  await source.query(`INSERT INTO "${table}" (${columns}) VALUES (${places.join(", ")})`, Object.values(row));
}
