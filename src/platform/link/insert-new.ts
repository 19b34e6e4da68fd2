import type { EntityManager } from "typeorm";
import { rowsOfStatement } from "../../infra/db/query/rows";

/** Inside a write: rows whose key is there already stay as they are. */
export async function insertNew<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  const size = rowsOfStatement(manager, entity);
  for (let start = 0; start < rows.length; start += size) {
    const values = rows.slice(start, start + size);
    const insert = manager.createQueryBuilder().insert().into(entity).values(values);
    await insert.orIgnore().updateEntity(false).execute();
  }
}
