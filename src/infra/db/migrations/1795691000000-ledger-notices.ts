import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { MigrationColumns, NULLABLE, checks, indices, refersTo, uniques } from "../schema/migration-columns";

/** What a ledger tells of changes by itself. */
export class LedgerNotices1795691000000 implements MigrationInterface {
  readonly name = "LedgerNotices1795691000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.createTable(
      new Table({
        name: "ledger_notice",
        columns: [
          column.id(),
          column.text("companyId"),
          column.text("connectionId"),
          column.text("resource"),
          column.text("externalId"),
          column.text("happenedAt"),
          column.text("eventKey"),
          column.text("takenAt", NULLABLE),
          column.text("createdAt"),
        ],
        foreignKeys: [refersTo("company", "companyId")],
        ...uniques(["eventKey"]),
        ...indices(["connectionId", "takenAt", "id"]),
        ...checks(`"resource" IN ('contact', 'invoice', 'credit_note')`),
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("ledger_notice");
  }
}
