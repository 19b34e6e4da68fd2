import type { ObjectLiteral } from "typeorm";
import { type Page, type PageOptions, type Window, once, readingOrder, toPage, windowOf, within } from "./keyset";

export interface BatchOptions<Row extends ObjectLiteral> extends PageOptions<Row> {
  /** The property that holds the parent's id. */
  readonly parent: keyof Row & string;
  readonly parentIds: readonly string[];
}

/**
 * The same page of the lists of many parents: `Company.members(first: 10)` for a hundred companies in one SELECT, and
 * one more for all their counts, when the first is asked for. Every parent gets a page. Cursors count for each list.
 * Throws a `Refusal` BAD_INPUT on a bad size or cursor.
 */
export async function pagesByParent<Row extends ObjectLiteral>(
  options: BatchOptions<Row>,
): Promise<ReadonlyMap<string, Page<Row>>> {
  const window = windowOf(options);
  const parentIds = [...new Set(options.parentIds)];
  if (parentIds.length === 0) return new Map();
  const found = groupByParent(await readRanked(options, window, parentIds), options.parent);
  const counts = once(() => countByParent(options, parentIds));
  return new Map(
    parentIds.map((id) => {
      const total = async () => (await counts()).get(id) ?? 0;
      return [id, toPage(window, found.get(id) ?? [], total)];
    }),
  );
}

/** The first rows of each parent in the order of reading, one more than the window's size. */
async function readRanked<Row extends ObjectLiteral>(
  { query, alias, parent }: BatchOptions<Row>,
  window: Window,
  parentIds: readonly string[],
): Promise<Row[]> {
  const order = readingOrder(window);
  const sorting = order.map((term) => term.filter(Boolean).join(" ")).join(" , ");
  const ranked = within(window, query.clone())
    .andWhere(`${alias}.${parent} IN (:...keyset_parents)`, { keyset_parents: parentIds })
    .select(`${alias}.id`, "id")
    .addSelect(`ROW_NUMBER() OVER (PARTITION BY ${alias}.${parent} ORDER BY ${sorting} )`, "place")
    .orderBy();
  const rows = query
    .clone()
    .where(
      `${alias}.id IN (SELECT ranked."id" FROM (${ranked.getQuery()}) ranked WHERE ranked."place" <= :keyset_places)`,
    )
    .setParameters({ ...ranked.getParameters(), keyset_places: window.size + 1 })
    .orderBy();
  for (const [path, direction, nulls] of order) rows.addOrderBy(path, direction, nulls);
  return rows.getMany();
}

async function countByParent<Row extends ObjectLiteral>(
  { query, alias, parent }: BatchOptions<Row>,
  parentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counted = await query
    .clone()
    .andWhere(`${alias}.${parent} IN (:...keyset_parents)`, { keyset_parents: parentIds })
    .select(`${alias}.${parent}`, "parent")
    .addSelect("COUNT(*)", "count")
    .groupBy(`${alias}.${parent}`)
    .orderBy()
    .getRawMany<{ parent: string; count: string | number }>();
  return new Map(counted.map((row) => [row.parent, Number(row.count)]));
}

function groupByParent<Row extends ObjectLiteral>(
  rows: readonly Row[],
  parent: keyof Row & string,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row[parent] as string;
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}
