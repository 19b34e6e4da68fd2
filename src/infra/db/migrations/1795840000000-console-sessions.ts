import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { indices, MigrationColumns, NULLABLE, uniques } from "../schema/migration-columns";

/** People who signed in at the console. */
export class ConsoleSessions1795840000000 implements MigrationInterface {
  readonly name = "ConsoleSessions1795840000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    const table = new Table({
      name: "console_session",
      columns: [
        column.id(),
        column.text("tokenHash"),
        column.text("previousHash", NULLABLE),
        column.text("issuer"),
        column.text("subject"),
        column.text("email", NULLABLE),
        column.text("name", NULLABLE),
        column.json("withoutEmail", NULLABLE),
        column.text("sealedIdToken", NULLABLE),
        column.text("createdAt"),
        column.text("rotatedAt"),
        column.text("confirmedAt", NULLABLE),
        column.text("lastSeenAt"),
        column.text("endsAt"),
      ],
      ...uniques(["tokenHash"], ["previousHash"]),
      ...indices(["issuer", "subject"], ["endsAt"]),
    });
    await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("console_session");
  }
}
