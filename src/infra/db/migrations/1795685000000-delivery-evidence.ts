import { TableIndex, type MigrationInterface, type QueryRunner } from "typeorm";

const INDEX = { name: "ix_outbox_message_exclusive_state", columnNames: ["exclusive", "state"] };

/** On which right each try rested; and messages that must not be under way at once. */
export class DeliveryEvidence1795685000000 implements MigrationInterface {
  readonly name = "DeliveryEvidence1795685000000";

  async up(runner: QueryRunner): Promise<void> {
    // In plain SQL: the table API copies the table on SQLite, which rows that refer to it forbid.
    const text = runner.dataSource.options.type === "postgres" ? 'varchar COLLATE "C"' : "varchar";
    await runner.query(`ALTER TABLE "outbox_attempt" ADD COLUMN "grantId" ${text}`);
    await runner.query('ALTER TABLE "outbox_attempt" ADD COLUMN "policyRevision" integer');
    await runner.query(`ALTER TABLE "outbox_message" ADD COLUMN "exclusive" ${text}`);
    await runner.createIndex("outbox_message", new TableIndex(INDEX));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("outbox_message", INDEX.name);
    await runner.query('ALTER TABLE "outbox_message" DROP COLUMN "exclusive"');
    for (const name of ["policyRevision", "grantId"])
      await runner.query(`ALTER TABLE "outbox_attempt" DROP COLUMN "${name}"`);
  }
}
