import type { EntityManager, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from "typeorm";
import { StaleEdit } from "../../../kernel/stale-edit";

type EntityOf<Row> = new () => Row;

/** Of one statement: few enough that making and running it is one short turn of the event loop, as others wait for it. */
const MAX_PARAMETERS = 2_000;

/** How many rows of the entity go into one statement. */
export function rowsOfStatement<Row extends ObjectLiteral>(manager: EntityManager, entity: EntityOf<Row>): number {
  return Math.max(1, Math.floor(MAX_PARAMETERS / manager.dataSource.getMetadata(entity).columns.length));
}

/**
 * Inserts rows as they are, in few statements. Never `manager.insert([...])`: on SQLite it
 * re-reads what it wrote in any order and puts one row's id on another's object.
 */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityOf<Row>,
  rows: readonly QueryDeepPartialEntity<Row>[],
): Promise<void> {
  const size = rowsOfStatement(manager, entity);
  for (let start = 0; start < rows.length; start += size) {
    const values = rows.slice(start, start + size);
    await manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
  }
}

/**
 * Changes the row if it still has the version that the editor saw, and raises the version.
 * Throws StaleEdit when somebody else was faster (or the row is gone).
 */
export async function updateAtVersion<Row extends ObjectLiteral & { id: string; version: number }>(
  manager: EntityManager,
  entity: EntityOf<Row>,
  seen: { readonly id: string; readonly version: number },
  changes: Omit<QueryDeepPartialEntity<Row>, "id" | "version">,
): Promise<void> {
  const where = { id: seen.id, version: seen.version } as FindOptionsWhere<Row>;
  const next = { ...changes, version: seen.version + 1 } as unknown as QueryDeepPartialEntity<Row>;
  const { affected } = await manager.update(entity, where, next);
  if (affected !== 1) throw new StaleEdit(null);
}

/**
 * The row, held until the transaction ends, so that what is decided on it stays true; null where there is none.
 * On SQLite the transaction holds the whole database already.
 */
export async function lockRow<Row extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  entity: EntityOf<Row>,
  id: string,
): Promise<Row | null> {
  const where = { id } as FindOptionsWhere<Row>;
  const locks = manager.dataSource.options.type === "postgres";
  return manager.findOne(entity, { where, ...(locks && { lock: { mode: "pessimistic_write" as const } }) });
}
