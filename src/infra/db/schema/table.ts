import type {
  TableColumnOptions,
  TableForeignKeyOptions,
  TableIndexOptions,
  TableOptions,
  TableUniqueOptions,
} from "typeorm";
import { oneOf } from "./columns";

/*
 * The column kinds and keys of entities in the words of TypeORM's table API, for migrations: the same on both databases.
 * What a released migration says is history: a new kind gets a new function, an old one keeps its meaning.
 */

type Columns = readonly TableColumnOptions[];
/** A key, an index or a CHECK. */
type Constraint = Pick<TableOptions, "uniques" | "indices" | "checks" | "foreignKeys">;

/** A table; who refers to another one comes after it. */
export function table(name: string, columns: readonly Columns[], ...constraints: readonly Constraint[]): TableOptions {
  return {
    name,
    columns: columns.flat(),
    uniques: constraints.flatMap(({ uniques }): TableUniqueOptions[] => uniques ?? []),
    indices: constraints.flatMap(({ indices }): TableIndexOptions[] => indices ?? []),
    checks: constraints.flatMap(({ checks }) => checks ?? []),
    foreignKeys: constraints.flatMap(({ foreignKeys }): TableForeignKeyOptions[] => foreignKeys ?? []),
  };
}

const columns =
  (type: string) =>
  (...names: readonly string[]): Columns =>
    names.map((name) => ({ name, type }));

/** Sorts by code point. */
export const text = columns("varchar");
export const json = columns("text");
export const whole = columns("integer");
export const minor = columns("bigint");
export const flag = columns("boolean");
export const ID: Columns = text("id").map((column) => ({ ...column, isPrimary: true }));

export function optional(given: Columns): Columns {
  return given.map((column) => ({ ...column, isNullable: true }));
}

export function preset(value: number | boolean, given: Columns): Columns {
  return given.map((column) => ({ ...column, default: value }));
}

export function unique(...columnNames: string[]): Constraint {
  return { uniques: [{ columnNames }] };
}

/** Without a name it has one of its columns. */
export function index(columnNames: string[], settings: Omit<TableIndexOptions, "columnNames"> = {}): Constraint {
  return { indices: [{ columnNames, ...settings }] };
}

/** A CHECK that holds a column to a closed list, as `OneOfColumn` of columns.ts has it. */
export function inList(column: string, values: readonly string[]): Constraint {
  return { checks: [{ expression: oneOf(column, values) }] };
}

/** A foreign key to the ids of a table; rows that others refer to are not deleted. */
export function refersTo(referencedTableName: string, column: string): Constraint {
  return foreignKey({ columnNames: [column], referencedTableName, referencedColumnNames: ["id"] });
}

/** A foreign key to a row of the same company. */
export function refersWithinCompany(referencedTableName: string, column: string): Constraint {
  const referencedColumnNames = ["companyId", "id"];
  return foreignKey({ columnNames: ["companyId", column], referencedTableName, referencedColumnNames });
}

function foreignKey(key: TableForeignKeyOptions): Constraint {
  return { foreignKeys: [{ ...key, onDelete: "RESTRICT" }] };
}
