import type { Conjunction, SimpleCondition } from "../model/condition";
import type { FactName, FlagFact } from "../model/record-view";

/** Where a fact lives in a table. Amounts need two columns. */
export type FactColumns = Readonly<
  Record<Exclude<FactName, "amount">, string> & {
    amountMinor: string;
    amountCurrency: string;
    /** Whether the record's project is out of use, where the database can say: a list of all of them may be too long. */
    projectOutOfUse?: string;
  }
>;

/** A WHERE clause with named parameters (`:name`, `:...name` for lists), as TypeORM's query builder takes it. */
export interface SqlFilter {
  readonly where: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What an absent flag means; the same as in recordView. */
const ABSENT: Readonly<Record<FlagFact, boolean>> = {
  hasFirstApproval: false,
  prerequisitesBlocked: true,
  workflowCompleted: false,
};

/**
 * The filter for "records of this company that meet one of the conjunctions". SQL's own three-valued logic does the
 * rest: a NULL column makes its comparison unknown, and unknown rows are not selected. The feature is not part of it:
 * where one table holds several, the caller adds `feature = ...`. `prefix` starts the parameters' names; two filters
 * in one query need two prefixes, for the query builder keeps one value per name.
 */
export function sqlFilter(
  companyId: string,
  conjunctions: readonly Conjunction[],
  columns: FactColumns,
  prefix = "policy",
): SqlFilter {
  const parameters: Record<string, unknown> = {};
  const bind = (value: unknown): string => {
    const name = `${prefix}${Object.keys(parameters).length}`;
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
      return oneOf(columns[part.fact], [part.value], bind);
    case "in":
      return oneOf(columns[part.fact], part.values, bind);
    case "is": {
      if (part.fact === "hasFirstApproval") return firstApprovalSql(part.value, columns, bind);
      const same = `${columns[part.fact]} = :${bind(part.value)}`;
      return ABSENT[part.fact] === part.value ? `(${same} OR ${columns[part.fact]} IS NULL)` : same;
    }
    case "is_not":
      return `${known(columns[part.fact])} AND ${columns[part.fact]} <> :${bind(part.value)}`;
    case "not_in":
      return notInSql(part, columns, bind);
    case "at_most": {
      const { minor } = part.amount;
      const currency = `${columns.amountCurrency} = :${bind(part.amount.currency)}`;
      return `(${currency} AND ${columns.amountMinor} BETWEEN :${bind(0 - minor)} AND :${bind(minor)})`;
    }
    case "none_of":
      return noneOf(columns[part.fact], part.values, bind);
    case "before":
      return `${known(columns[part.fact])} AND ${columns[part.fact]} < :${bind(part.instant)}`;
    case "after":
      return `${columns[part.fact]} > :${bind(part.instant)}`;
  }
}

function notInSql(
  { fact, values }: Extract<SimpleCondition, { kind: "not_in" }>,
  columns: FactColumns,
  bind: Bind,
): string {
  const column = columns[fact];
  if (fact === "project" && columns.projectOutOfUse) return `${known(column)} AND NOT ${columns.projectOutOfUse}`;
  return values.length === 0 ? known(column) : `${known(column)} AND ${column} NOT IN (:...${bind(values)})`;
}

/** As in recordView: an approval of the submitter's own is none. */
function firstApprovalSql(value: boolean, columns: FactColumns, bind: Bind): string {
  const { hasFirstApproval: flag, firstApprover, submittedBy } = columns;
  if (!value) return `(${flag} = :${bind(false)} OR ${flag} IS NULL OR ${firstApprover} = ${submittedBy})`;
  return `(${flag} = :${bind(true)} AND (${submittedBy} IS NULL OR ${firstApprover} <> ${submittedBy}))`;
}

/** The column holds the codes with a comma before and after each, and a comma alone where there is none: `misfitsText`. */
function noneOf(column: string, values: readonly string[], bind: Bind): string {
  const without = values.map((value) => `REPLACE(${column}, :${bind(`,${value},`)}, '') = ${column}`);
  return `(${[known(column), ...without].join(" AND ")})`;
}

/** An empty text is a missing fact, as in recordView. */
function known(column: string): string {
  return `${column} <> ''`;
}

function oneOf(column: string, values: readonly string[], bind: Bind): string {
  const named = values.filter((value) => value !== "");
  return named.length === 0 ? "1 = 0" : `${column} IN (:...${bind(named)})`;
}
