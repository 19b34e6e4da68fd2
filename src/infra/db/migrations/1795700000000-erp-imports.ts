import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { MigrationColumns, NULLABLE, checks, indices, refersTo, uniques } from "../schema/migration-columns";

const KINDS =
  "'item', 'tracking_option', 'contact', 'purchase_order', 'bill', 'payment', 'spend_money', 'supplier_credit'";

/** Up to where a ledger has been read, and what is paid of invoices. */
export class ErpImports1795700000000 implements MigrationInterface {
  readonly name = "ErpImports1795700000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.createTable(
      new Table({
        name: "erp_watermark",
        columns: [
          column.id(),
          column.text("companyId"),
          column.text("connectionId"),
          column.text("purpose"),
          column.text("kind"),
          column.text("changedUpTo", NULLABLE),
          column.text("sweptAt", NULLABLE),
          column.text("lastError", NULLABLE),
          column.text("createdAt"),
        ],
        foreignKeys: [refersTo("company", "companyId"), refersTo("connection", "connectionId")],
        ...uniques(["connectionId", "purpose", "kind"]),
        ...indices(["companyId"]),
        ...checks(`"purpose" IN ('import', 'payments', 'reconcile')`, `"kind" IN (${KINDS})`),
      }),
    );
    for (const name of ["paidMinor", "payableMinor"])
      await runner.query(`ALTER TABLE "erp_record" ADD COLUMN "${name}" bigint`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["payableMinor", "paidMinor"])
      await runner.query(`ALTER TABLE "erp_record" DROP COLUMN "${name}"`);
    await runner.dropTable("erp_watermark");
  }
}
