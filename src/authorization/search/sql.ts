import { NamedSql } from "../../infra/db/query/named-sql";
import type { Stretch } from "./merge";

/** Rows of a place that may be read for a page: what bounds its cost where few of them fit. */
export function mostRows({ size }: Stretch): number {
  return Math.max(250, 4 * size);
}

/** The statements of searches. */
export class Sql extends NamedSql {
  /** The id column beyond the start of the stretch. */
  beyond(column: string, { from, backward }: Stretch): string {
    return from === null ? "" : ` AND ${column} ${backward ? "<" : ">"} ${this.bind(from)}`;
  }
}

export function direction({ backward }: Stretch): "ASC" | "DESC" {
  return backward ? "DESC" : "ASC";
}
