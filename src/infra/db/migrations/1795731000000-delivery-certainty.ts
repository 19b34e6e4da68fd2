import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What makes sure whether something is in the ledger: another idempotency key after an answer, a refusal that is looked up;
 * and what the ledger says of it: the category of an option, what is due of a bill.
 */
export class DeliveryCertainty1795731000000 implements MigrationInterface {
  readonly name = "DeliveryCertainty1795731000000";

  async up(runner: QueryRunner): Promise<void> {
    // In plain SQL: the table API copies the table on SQLite, which rows that refer to it forbid.
    const text = runner.dataSource.options.type === "postgres" ? 'varchar COLLATE "C"' : "varchar";
    await runner.query('ALTER TABLE "outbox_message" ADD COLUMN "keyGeneration" integer NOT NULL DEFAULT (0)');
    await runner.query('ALTER TABLE "outbox_message" ADD COLUMN "refusal" text');
    await runner.query(`ALTER TABLE "erp_record" ADD COLUMN "externalGroupId" ${text}`);
    await runner.query(`ALTER TABLE "erp_record" ADD COLUMN "clashExternalId" ${text}`);
    await runner.query('ALTER TABLE "erp_record" ADD COLUMN "dueMinor" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["dueMinor", "clashExternalId", "externalGroupId"])
      await runner.query(`ALTER TABLE "erp_record" DROP COLUMN "${name}"`);
    for (const name of ["refusal", "keyGeneration"])
      await runner.query(`ALTER TABLE "outbox_message" DROP COLUMN "${name}"`);
  }
}
