import type { MigrationInterface, QueryRunner } from "typeorm";

/** The platform's directory mirrored: which people and projects are kept over there, and how far it was read. */
export class PlatformDirectory1795845000000 implements MigrationInterface {
  readonly name = "PlatformDirectory1795845000000";

  async up(runner: QueryRunner): Promise<void> {
    // In plain SQL: the table API copies the table on SQLite, which rows that refer to it forbid.
    const postgres = runner.dataSource.options.type === "postgres";
    const text = postgres ? 'varchar COLLATE "C"' : "varchar";
    const no = postgres ? "false" : "(0)";
    for (const table of ["member", "project"])
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "mirrored" boolean NOT NULL DEFAULT ${no}`);
    await runner.query(
      `ALTER TABLE "platform_connection" ADD COLUMN "mirrorsDirectory" boolean NOT NULL DEFAULT ${no}`,
    );
    for (const name of ["directorySeenAt", "directoryHeld"])
      await runner.query(`ALTER TABLE "platform_connection" ADD COLUMN "${name}" ${text}`);
    await runner.query(`ALTER TABLE "platform_event" ADD COLUMN "projectId" ${text}`);
    await runner.query(
      `CREATE INDEX "ix_platform_event_changes" ON "platform_event" ("connectionId", "resource", "createdAt")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_platform_event_changes"`);
    await runner.query(`ALTER TABLE "platform_event" DROP COLUMN "projectId"`);
    for (const name of ["directoryHeld", "directorySeenAt", "mirrorsDirectory"])
      await runner.query(`ALTER TABLE "platform_connection" DROP COLUMN "${name}"`);
    for (const table of ["project", "member"]) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "mirrored"`);
  }
}
