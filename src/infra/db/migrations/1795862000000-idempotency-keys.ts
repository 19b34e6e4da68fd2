import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { indices, MigrationColumns, NULLABLE } from "../schema/migration-columns";

/** What mutations that came with a client's own key have answered. */
export class IdempotencyKeys1795862000000 implements MigrationInterface {
  readonly name = "IdempotencyKeys1795862000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    const columns = [
      column.id(),
      column.text("caller"),
      column.text("inputDigest"),
      column.text("takenBy"),
      column.json("answer", NULLABLE),
      column.text("createdAt"),
      column.text("expiresAt"),
    ];
    await runner.createTable(new Table({ name: "idempotency_key", columns, ...indices(["caller"], ["expiresAt"]) }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("idempotency_key");
  }
}
