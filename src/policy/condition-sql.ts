import type { Conjunction, SimpleCondition } from "./condition";
import type { FactName } from "./record-view";

/** Where a fact lives in a table. Amounts need two columns. */
export type FactColumns = Readonly<
  Record<Exclude<FactName, "amount">, string> & { amountMinor: string; amountCurrency: string }
>;

/** A WHERE clause with named parameters (`:name`, `:...name` for lists), as TypeORM's query builder takes it. */
export interface SqlFilter {
  readonly where: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The filter for "records of this company that meet one of the conjunctions". SQL's own three-valued logic does the
 * rest: a NULL column makes its comparison unknown, and unknown rows are not selected.
 */
export function sqlFilter(companyId: string, conjunctions: readonly Conjunction[], columns: FactColumns): SqlFilter {
  const parameters: Record<string, unknown> = {};
  const bind = (value: unknown): string => {
    const name = `p${Object.keys(parameters).length}`;
    parameters[name] = value;
    return name;
  };
  const company = `${columns.companyId} = :${bind(companyId)}`;
  const parts = conjunctions.map((conjunction) => conjunctionSql(conjunction, columns, bind));
  return { where: parts.length === 0 ? "1 = 0" : `${company} AND (${parts.join(" OR ")})`, parameters };
}

type Bind = (value: unknown) => string;

function conjunctionSql(parts: Conjunction, columns: FactColumns, bind: Bind): string {
  return parts.length === 0 ? "1 = 1" : `(${parts.map((part) => simpleSql(part, columns, bind)).join(" AND ")})`;
}

function simpleSql(part: SimpleCondition, columns: FactColumns, bind: Bind): string {
  switch (part.kind) {
    case "equal":
    case "is":
      return `${columns[part.fact]} = :${bind(part.value)}`;
    case "in":
      return part.values.length === 0 ? "1 = 0" : `${columns[part.fact]} IN (:...${bind([...part.values])})`;
    case "is_not":
      return `${columns[part.fact]} <> :${bind(part.value)}`;
    case "at_most": {
      const currency = `${columns.amountCurrency} = :${bind(part.amount.currency)}`;
      return `(${currency} AND ${columns.amountMinor} <= :${bind(part.amount.minor)})`;
    }
    case "before":
      return `${columns[part.fact]} < :${bind(part.instant)}`;
    case "after":
      return `${columns[part.fact]} > :${bind(part.instant)}`;
  }
}
