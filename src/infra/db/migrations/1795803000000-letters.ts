import { TableColumn, type MigrationInterface, type QueryRunner } from "typeorm";
import { MigrationColumns, NULLABLE } from "../schema/migration-columns";

/** Whom an answer to a letter is for, and its invitation. */
export class Letters1795803000000 implements MigrationInterface {
  readonly name = "Letters1795803000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    const more = ["replyTo", "calendar"].map((name) => new TableColumn(column.json(name, NULLABLE)));
    await runner.addColumns("mail_message", more);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns("mail_message", ["replyTo", "calendar"]);
  }
}
