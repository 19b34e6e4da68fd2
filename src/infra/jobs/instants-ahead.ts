import { type FindOptionsWhere, MoreThan, type ObjectLiteral } from "typeorm";
import { type Clock, latestAfter, toInstant } from "../../kernel/clock";
import type { Database } from "../db/database";

/** Leases or waits of a table, and how far ahead the longest of them is. */
export interface Waits {
  readonly entity: new () => ObjectLiteral;
  readonly column: string;
  readonly longestMs: number;
  /** Which rows wait at all; left out: all. */
  readonly where?: Readonly<Record<string, unknown>>;
}

/**
 * Ends what lies further ahead than any lease or wait is long: a clock that ran ahead has written it, and once that clock
 * is right again nobody would look at it for as long as it was wrong. Answers how many rows were mended.
 */
export async function endInstantsAhead(database: Database, clock: Clock, waits: readonly Waits[]): Promise<number> {
  const at = toInstant(clock.now());
  let mended = 0;
  for (const { entity, column, longestMs, where = {} } of waits) {
    const ahead: FindOptionsWhere<ObjectLiteral> = {
      ...where,
      [column]: MoreThan(latestAfter(at, longestMs)),
    };
    // Looked at first: every look in vain would else wait for the one writer of an embedded database.
    if (!(await database.read().existsBy(entity, ahead))) continue;
    const { affected } = await database.write((manager) => manager.update(entity, ahead, { [column]: at }));
    mended += affected ?? 0;
  }
  return mended;
}
