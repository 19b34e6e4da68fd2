import type { EntityManager } from "typeorm";

/** The WHERE of a filter with its parameters by name, as the policy hands it out. */
interface Filter {
  readonly where: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Raw SQL with named parameters, which both drivers understand after TypeORM's translation. */
export class NamedSql {
  private readonly parameters: Record<string, unknown> = {};
  private bound = 0;

  bind(value: unknown): string {
    const name = `p${this.bound++}`;
    this.parameters[name] = value;
    return `:${name}`;
  }

  /**
   * A table with one row for each of the values, as JSON in its only column, `value`. However many there are, the statement is
   * the same, so that it is prepared once.
   */
  list({ dataSource }: EntityManager, values: readonly unknown[]): string {
    const json = this.bind(JSON.stringify(values));
    return dataSource.options.type === "postgres"
      ? `jsonb_array_elements(CAST(${json} AS jsonb))`
      : `json_each(${json})`;
  }

  /** A filter whose parameters have names of its own. */
  include({ where, parameters }: Filter): string {
    Object.assign(this.parameters, parameters);
    return where;
  }

  async rows<Row>(manager: EntityManager, text: string): Promise<Row[]> {
    const { driver } = manager.dataSource;
    const [query, parameters] = driver.escapeQueryWithParameters(text, this.parameters) as [string, unknown[]];
    return manager.query<Row[]>(query, parameters);
  }
}
