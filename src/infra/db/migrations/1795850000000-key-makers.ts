import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who made a key for each of its companies: it lives as long as they administer the company. */
export class KeyMakers1795850000000 implements MigrationInterface {
  readonly name = "KeyMakers1795850000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "api_key" ADD COLUMN "makers" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "api_key" DROP COLUMN "makers"');
  }
}
