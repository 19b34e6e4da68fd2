import type { QueryRunner, TableColumnOptions, TableForeignKeyOptions, TableOptions } from "typeorm";

type Settings = Pick<TableColumnOptions, "isNullable">;

/**
 * The column kinds of columns.ts in the words of TypeORM's table API, for migrations. What they make is history: a new
 * kind gets a new method, an old one keeps its meaning.
 */
export class MigrationColumns {
  private readonly postgres: boolean;

  constructor(runner: QueryRunner) {
    this.postgres = runner.dataSource.options.type === "postgres";
  }

  id(): TableColumnOptions {
    return { ...this.text("id"), isPrimary: true };
  }

  text(name: string, settings: Settings = {}): TableColumnOptions {
    return { name, type: "varchar", ...(this.postgres && { collation: "C" }), ...settings };
  }

  whole(name: string, settings: Settings & { default?: number } = {}): TableColumnOptions {
    return { name, type: "integer", ...settings };
  }

  flag(name: string, settings: { default?: boolean } = {}): TableColumnOptions {
    const { default: preset } = settings;
    const text = this.postgres ? String(preset) : String(Number(preset));
    return { name, type: "boolean", ...(preset !== undefined && { default: text }) };
  }

  json(name: string, settings: Settings = {}): TableColumnOptions {
    return { name, type: "text", ...settings };
  }

  minor(name: string, settings: Settings = {}): TableColumnOptions {
    return { name, type: "bigint", ...settings };
  }
}

export const NULLABLE = { isNullable: true } as const;

/** A foreign key to the ids of a table; rows that others refer to are not deleted. */
export function refersTo(table: string, column: string): TableForeignKeyOptions {
  return { columnNames: [column], referencedTableName: table, referencedColumnNames: ["id"], onDelete: "RESTRICT" };
}

/** A foreign key to a row of the same company. */
export function refersWithinCompany(table: string, column: string): TableForeignKeyOptions {
  return {
    columnNames: ["companyId", column],
    referencedTableName: table,
    referencedColumnNames: ["companyId", "id"],
    onDelete: "RESTRICT",
  };
}

export function uniques(...keys: readonly string[][]): Pick<TableOptions, "uniques"> {
  return { uniques: keys.map((columnNames) => ({ columnNames })) };
}

export function indices(...keys: readonly string[][]): Pick<TableOptions, "indices"> {
  return { indices: keys.map((columnNames) => ({ columnNames })) };
}

/** CHECKs that hold columns to closed lists; `oneOf` of columns.ts writes the same text. */
export function checks(...expressions: readonly string[]): Pick<TableOptions, "checks"> {
  return { checks: expressions.map((expression) => ({ expression })) };
}
