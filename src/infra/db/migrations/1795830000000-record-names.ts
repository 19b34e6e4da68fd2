import { TableIndex, type MigrationInterface, type QueryRunner } from "typeorm";
import { lookalike } from "../../../kernel/text";

const COLUMNS = [
  ["erp_record", "numberKey"],
  ["decision_entry", "facts"],
] as const;
const NUMBER = { name: "ix_erp_record_number", columnNames: ["companyId", "feature", "numberKey"] };
const EXTERNAL = { name: "ix_erp_record_external", columnNames: ["companyId", "externalId"] };

/** Records are found by their number and by the ERP's id; the decision log says whose facts counted. */
export class RecordNames1795830000000 implements MigrationInterface {
  readonly name = "RecordNames1795830000000";

  async up(runner: QueryRunner): Promise<void> {
    // By SQL: on SQLite TypeORM would make the tables anew, from what it remembers of them.
    const text = runner.dataSource.options.type === "postgres" ? 'varchar COLLATE "C"' : "varchar";
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE "${table}" ADD COLUMN "${column}" ${text}`);
    await fill(runner);
    for (const index of [NUMBER, EXTERNAL]) await runner.createIndex("erp_record", new TableIndex(index));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [EXTERNAL, NUMBER]) await runner.dropIndex("erp_record", name);
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
  }
}

/** Letters are folded here as they are when a record is written: databases fold them otherwise. */
async function fill(runner: QueryRunner): Promise<void> {
  const found = (await runner.query(`SELECT DISTINCT "number" FROM "erp_record"`)) as { number: string }[];
  const { driver } = runner.dataSource;
  for (const { number } of found) {
    const [sql, parameters] = driver.escapeQueryWithParameters(
      `UPDATE "erp_record" SET "numberKey" = :key WHERE "number" = :number`,
      { key: lookalike(number), number },
    ) as [string, unknown[]];
    await runner.query(sql, parameters);
  }
}
