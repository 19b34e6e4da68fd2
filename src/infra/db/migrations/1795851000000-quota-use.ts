import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { indices, MigrationColumns } from "../schema/migration-columns";

/** What callers and companies have spent of their budgets, minute by minute. */
export class QuotaUse1795851000000 implements MigrationInterface {
  readonly name = "QuotaUse1795851000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    const columns = [column.id(), column.whole("minute"), column.whole("points")];
    await runner.createTable(new Table({ name: "quota_use", columns, ...indices(["minute"]) }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("quota_use");
  }
}
