import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which invoices that do not fit their contract a company has refused. */
export class ContractMisfits1795861000000 implements MigrationInterface {
  readonly name = "ContractMisfits1795861000000";

  async up(runner: QueryRunner): Promise<void> {
    // In plain SQL: the table API copies the table on SQLite, which rows that refer to it forbid.
    const collation = runner.dataSource.options.type === "postgres" ? ' COLLATE "C"' : "";
    await runner.query(`ALTER TABLE "company" ADD COLUMN "refusedMisfits" varchar${collation}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "company" DROP COLUMN "refusedMisfits"');
  }
}
