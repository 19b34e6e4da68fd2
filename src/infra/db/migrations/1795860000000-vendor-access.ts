import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { oneOf } from "../schema/columns";
import { checks, indices, MigrationColumns, NULLABLE, refersTo } from "../schema/migration-columns";

/** What the vendor asks a customer for, or took in an emergency. */
export class VendorAccess1795860000000 implements MigrationInterface {
  readonly name = "VendorAccess1795860000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    const table = new Table({
      name: "vendor_access",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("staffId"),
        column.text("kind"),
        column.text("reason"),
        column.text("until"),
        column.text("assignmentId", NULLABLE),
        column.text("verdict", NULLABLE),
        column.text("decidedByName", NULLABLE),
        column.text("decidedAt", NULLABLE),
        column.text("comment", NULLABLE),
        column.text("askedByName"),
        column.whole("version"),
        column.text("createdAt"),
      ],
      foreignKeys: [
        refersTo("company", "companyId"),
        refersTo("vendor_staff", "staffId"),
        refersTo("staff_assignment", "assignmentId"),
      ],
      ...indices(["companyId"]),
      ...checks(oneOf("kind", ["request", "emergency"]), oneOf("verdict", ["accepted", "declined"])),
    });
    await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("vendor_access");
  }
}
