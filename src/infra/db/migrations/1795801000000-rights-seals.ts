import { TableColumn, type MigrationInterface, type QueryRunner } from "typeorm";
import { MigrationColumns, NULLABLE } from "../schema/migration-columns";

/** What of a company's rights each audit entry binds to the trail. */
export class RightsSeals1795801000000 implements MigrationInterface {
  readonly name = "RightsSeals1795801000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("audit_entry", new TableColumn(new MigrationColumns(runner).json("seals", NULLABLE)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("audit_entry", "seals");
  }
}
