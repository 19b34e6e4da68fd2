import type { MigrationInterface, QueryRunner } from "typeorm";

/** Finds the records whose misfits are still to be found, which the application does after migrating. */
export class UnknownMisfits1795871000000 implements MigrationInterface {
  readonly name = "UnknownMisfits1795871000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "ix_erp_record_misfits_unknown" ON "erp_record" ("companyId", "id")
      WHERE "misfits" IS NULL AND "direction" = 'export' AND "feature" IN ('commitment_change_order', 'subcontractor_invoice')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_erp_record_misfits_unknown"');
  }
}
