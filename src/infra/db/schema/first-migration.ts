import { createHash } from "node:crypto";
import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions, type TableOptions } from "typeorm";

export type MigrationClass = new () => MigrationInterface;

/** The order in which modules make their tables: a table comes after those that it refers to. */
const ORDER = [
  "tenant",
  "infra",
  "erp",
  "directory",
  "authorization",
  "records",
  "onboarding",
  "platform",
  "server",
] as const;
/** TypeORM runs migrations in the order of the instant that their names end with, in milliseconds. */
const FIRST_AT = 1_796_070_000_000;

/** What one database alone needs besides the tables. */
export interface OnPostgres {
  readonly up: string;
  readonly down: string;
}

/**
 * The migration that makes a module's tables. A digest of them is in its name, so that a database is refused in words
 * whose tables were made by another text of it, instead of missing a column later.
 */
export function firstMigration(
  module: (typeof ORDER)[number],
  tables: readonly TableOptions[],
  postgres?: OnPostgres,
): MigrationClass {
  const digest = createHash("sha256").update(JSON.stringify(tables)).digest("hex").slice(0, 8);
  return class implements MigrationInterface {
    readonly name = `${module}-${digest}-${FIRST_AT + ORDER.indexOf(module)}`;

    async up(runner: QueryRunner): Promise<void> {
      if (postgres && isPostgres(runner)) await runner.query(postgres.up);
      for (const table of tables) {
        const columns = table.columns?.map((column) => columnOn(runner, column));
        await runner.createTable(new Table({ ...table, columns }));
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { name } of [...tables].reverse()) await runner.dropTable(name);
      if (postgres && isPostgres(runner)) await runner.query(postgres.down);
    }
  };
}

/** A column of table.ts as this database writes it: for later migrations, `new TableColumn(columnOn(runner, column))`. */
export function columnOn(runner: QueryRunner, column: TableColumnOptions): TableColumnOptions {
  const preset = column.default as unknown;
  if (!isPostgres(runner)) return typeof preset === "boolean" ? { ...column, default: Number(preset) } : column;
  return column.type === "varchar" ? { ...column, collation: "C" } : column;
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === "postgres";
}
