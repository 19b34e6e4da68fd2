import type { EntityManager } from "typeorm";
import type { SqlFilter } from "../../policy/condition-sql";
import type { Stretch } from "./merge";

/** Rows of a place that may be read for a page: what bounds its cost where few of them fit. */
export function mostRows({ size }: Stretch): number {
  return Math.max(250, 4 * size);
}

/** Collects named parameters, which both drivers understand after TypeORM's translation. */
export class Sql {
  private readonly parameters: Record<string, unknown> = {};

  bind(value: unknown): string {
    const name = `p${Object.keys(this.parameters).length}`;
    this.parameters[name] = value;
    return `:${name}`;
  }

  /** A filter whose parameters have names of its own. */
  include({ where, parameters }: SqlFilter): string {
    Object.assign(this.parameters, parameters);
    return where;
  }

  async rows<Row>(manager: EntityManager, text: string): Promise<Row[]> {
    const { driver } = manager.dataSource;
    const [query, parameters] = driver.escapeQueryWithParameters(text, this.parameters) as [string, unknown[]];
    return manager.query<Row[]>(query, parameters);
  }

  /** The id column beyond the start of the stretch. */
  beyond(column: string, { from, backward }: Stretch): string {
    return from === null ? "" : ` AND ${column} ${backward ? "<" : ">"} ${this.bind(from)}`;
  }
}

export function direction({ backward }: Stretch): "ASC" | "DESC" {
  return backward ? "DESC" : "ASC";
}
