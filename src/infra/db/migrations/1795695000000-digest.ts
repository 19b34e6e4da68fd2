import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { MigrationColumns, refersWithinCompany, uniques } from "../schema/migration-columns";

/** The hour of the daily digest, and whose digest of which day is done. */
export class Digest1795695000000 implements MigrationInterface {
  readonly name = "Digest1795695000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "company" ADD COLUMN "digestHour" integer NOT NULL DEFAULT (7)');
    await runner.createTable(new Table(digestDay(new MigrationColumns(runner))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("digest_day");
    await runner.query('ALTER TABLE "company" DROP COLUMN "digestHour"');
  }
}

function digestDay(column: MigrationColumns): TableOptions {
  return {
    name: "digest_day",
    columns: [
      column.id(),
      ...["companyId", "memberId", "day"].map((name) => column.text(name)),
      column.flag("written"),
      column.text("createdAt"),
    ],
    foreignKeys: [refersWithinCompany("member", "memberId")],
    ...uniques(["memberId"]),
  };
}
