import type { MigrationInterface, QueryRunner } from "typeorm";
import { FOLD, foldFunction } from "../query/folding";

/** PostgreSQL's function for sorting and searching texts; SQLite is given its own at each opening. */
export class FoldedTexts1795855000000 implements MigrationInterface {
  readonly name = "FoldedTexts1795855000000";

  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type === "postgres") await runner.query(foldFunction());
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type === "postgres") await runner.query(`DROP FUNCTION ${FOLD}(text)`);
  }
}
