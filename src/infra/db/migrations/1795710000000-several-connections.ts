import {
  TableColumn,
  TableForeignKey,
  TableUnique,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
} from "typeorm";
import { MigrationColumns, NULLABLE, refersTo } from "../schema/migration-columns";

const ADDED = ["name", "keyPrefix"] as const;

/**
 * A company may have several connections: the one it has gets a name, becomes its default, and carries all its records.
 * On SQLite TypeORM makes tables anew, for which it puts foreign keys aside while it migrates.
 */
export class SeveralConnections1795710000000 implements MigrationInterface {
  readonly name = "SeveralConnections1795710000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    const text = (name: string): TableColumnOptions => column.text(name, NULLABLE);
    for (const name of [...ADDED, "defaultOf"]) await runner.addColumn("connection", new TableColumn(text(name)));
    await runner.query(
      `UPDATE "connection" SET "name" = COALESCE("organisationName", 'Xero'), "keyPrefix" = '', "defaultOf" = "companyId"`,
    );
    for (const name of ADDED) await runner.changeColumn("connection", name, new TableColumn(column.text(name)));
    await runner.dropUniqueConstraint("connection", "uq_connection_companyId");
    await runner.createUniqueConstraints("connection", [
      new TableUnique({ columnNames: ["companyId", "name"] }),
      new TableUnique({ columnNames: ["defaultOf"] }),
    ]);
    await runner.addColumn("project", new TableColumn(text("connectionId")));
    await runner.createForeignKey("project", new TableForeignKey(refersTo("connection", "connectionId")));
    await runner.query(
      `UPDATE "erp_record" SET "connectionId" = (SELECT "id" FROM "connection" WHERE "connection"."companyId" = "erp_record"."companyId") WHERE "connectionId" IS NULL`,
    );
  }

  /** Only while no company has a second connection. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropForeignKey("project", "fk_project_connectionId");
    await runner.dropColumn("project", "connectionId");
    await runner.dropUniqueConstraint("connection", "uq_connection_companyId_name");
    await runner.dropUniqueConstraint("connection", "uq_connection_defaultOf");
    await runner.createUniqueConstraint("connection", new TableUnique({ columnNames: ["companyId"] }));
    await runner.dropColumns("connection", ["name", "keyPrefix", "defaultOf"]);
  }
}
