import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { MigrationColumns } from "../schema/migration-columns";

/** The calls of all organisations together. */
export class AppPace1795692000000 implements MigrationInterface {
  readonly name = "AppPace1795692000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    const columns = [column.id(), column.json("slots"), column.text("createdAt")];
    await runner.createTable(new Table({ name: "outbox_app_pace", columns }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("outbox_app_pace");
  }
}
