import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { MigrationColumns, indices, refersTo, uniques } from "../schema/migration-columns";

/** Reasons of the ledger that have no code yet. */
export class UnknownFaults1795703000000 implements MigrationInterface {
  readonly name = "UnknownFaults1795703000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.createTable(
      new Table({
        name: "unknown_fault",
        columns: [
          column.id(),
          ...["companyId", "digest", "text"].map((name) => column.text(name)),
          column.whole("count"),
          ...["firstSeenAt", "lastSeenAt", "exampleRecordId", "createdAt"].map((name) => column.text(name)),
        ],
        foreignKeys: [refersTo("company", "companyId")],
        ...uniques(["companyId", "digest"]),
        ...indices(["companyId", "lastSeenAt"]),
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("unknown_fault");
  }
}
