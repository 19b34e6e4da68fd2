import { TableIndex, type MigrationInterface, type QueryRunner } from "typeorm";

const INDEX = { name: "ix_record_revision_sequence", columnNames: ["companyId", "sequence"], isUnique: true };

/** What happened to a company's records is numbered, so that who listens can go on where they were. */
export class RecordSequence1795863000000 implements MigrationInterface {
  readonly name = "RecordSequence1795863000000";

  async up(runner: QueryRunner): Promise<void> {
    // By SQL: on SQLite TypeORM would make the table anew, from what it remembers of it.
    await runner.query('ALTER TABLE "record_revision" ADD COLUMN "sequence" integer NOT NULL DEFAULT 0');
    await runner.query(
      'UPDATE "record_revision" SET "sequence" = "numbered"."number" FROM (SELECT "id", ' +
        'ROW_NUMBER() OVER (PARTITION BY "companyId" ORDER BY "at", "id") AS "number" FROM "record_revision") AS "numbered" ' +
        'WHERE "numbered"."id" = "record_revision"."id"',
    );
    await runner.createIndex("record_revision", new TableIndex(INDEX));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("record_revision", INDEX.name);
    await runner.query('ALTER TABLE "record_revision" DROP COLUMN "sequence"');
  }
}
