import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { MigrationColumns, NULLABLE, checks, refersTo, uniques } from "../schema/migration-columns";

const ITEM_STATES = "'open', 'in_progress', 'done', 'waived'";

/** The company's time zone, what the plan has to remember, and the states of its action items. */
export class ImplementationPlan1795600000000 implements MigrationInterface {
  readonly name = "ImplementationPlan1795600000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    // In plain SQL: the table API copies the table on SQLite, which rows that refer to it forbid.
    const text = runner.dataSource.options.type === "postgres" ? 'varchar COLLATE "C"' : "varchar";
    await runner.query(`ALTER TABLE "company" ADD COLUMN "timezone" ${text}`);
    for (const name of PLAN_COLUMNS)
      await runner.query(`ALTER TABLE "implementation_plan" ADD COLUMN "${name}" ${text}`);
    await runner.createTable(new Table(item(column)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("implementation_item");
    for (const name of PLAN_COLUMNS) await runner.query(`ALTER TABLE "implementation_plan" DROP COLUMN "${name}"`);
    await runner.query('ALTER TABLE "company" DROP COLUMN "timezone"');
  }
}

const PLAN_COLUMNS = ["purchasedAt", "welcomedAt", "helpUntil"];

function item(column: MigrationColumns): TableOptions {
  return {
    name: "implementation_item",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("code"),
      column.text("state"),
      column.text("ownerEmail", NULLABLE),
      column.text("dueOn", NULLABLE),
      column.text("evidence", NULLABLE),
      column.text("reason", NULLABLE),
      column.text("changedBy"),
      column.text("changedAt"),
      column.whole("version", { default: 1 }),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId")],
    ...uniques(["companyId", "code"]),
    ...checks(`"state" IN (${ITEM_STATES})`),
  };
}
