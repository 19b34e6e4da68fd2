import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whether a company has invoices refused that bill more than their order has left. */
export class OverOrder1795835000000 implements MigrationInterface {
  readonly name = "OverOrder1795835000000";

  async up(runner: QueryRunner): Promise<void> {
    // In plain SQL: the table API copies the table on SQLite, which rows that refer to it forbid.
    const no = runner.dataSource.options.type === "postgres" ? "false" : "(0)";
    await runner.query(`ALTER TABLE "company" ADD COLUMN "refusesOverOrder" boolean NOT NULL DEFAULT ${no}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "company" DROP COLUMN "refusesOverOrder"');
  }
}
