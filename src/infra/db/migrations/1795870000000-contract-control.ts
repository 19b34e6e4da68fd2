import type { MigrationInterface, QueryRunner } from "typeorm";
import { plainNumber } from "../../../kernel/text";

/** What a company does about each misfit with a contract, and the misfits of each record. */
export class ContractControl1795870000000 implements MigrationInterface {
  readonly name = "ContractControl1795870000000";

  async up(runner: QueryRunner): Promise<void> {
    // In plain SQL: the table API copies the table on SQLite, which rows that refer to it forbid.
    const collation = runner.dataSource.options.type === "postgres" ? ' COLLATE "C"' : "";
    await runner.query(`ALTER TABLE "company" ADD COLUMN "contractControl" varchar${collation}`);
    // What was refused is refused: "A,B" becomes "A:refuse,B:refuse".
    await runner.query(`UPDATE "company" SET "contractControl" = REPLACE("refusedMisfits", ',', ':refuse,') || ':refuse'
      WHERE "refusedMisfits" <> ''`);
    await runner.query(`UPDATE "company" SET "contractControl" = 'OVER_ORDER:refuse' || COALESCE(',' || "contractControl", '')
      WHERE "refusesOverOrder" = true`);
    await runner.query('ALTER TABLE "company" DROP COLUMN "refusedMisfits"');
    await runner.query('ALTER TABLE "company" DROP COLUMN "refusesOverOrder"');
    await runner.query(`ALTER TABLE "erp_record" ADD COLUMN "misfits" varchar${collation}`);
    await runner.query(`ALTER TABLE "erp_record" ADD COLUMN "plainNumber" varchar${collation}`);
    await runner.query(
      'CREATE INDEX "ix_erp_record_plain_number" ON "erp_record" ("companyId", "vendorNumber", "plainNumber")',
    );
    await fillPlainNumbers(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.dataSource.options.type === "postgres";
    await runner.query('DROP INDEX "ix_erp_record_plain_number"');
    await runner.query('ALTER TABLE "erp_record" DROP COLUMN "plainNumber"');
    await runner.query('ALTER TABLE "erp_record" DROP COLUMN "misfits"');
    await runner.query(
      `ALTER TABLE "company" ADD COLUMN "refusesOverOrder" boolean NOT NULL DEFAULT ${isPostgres ? "false" : "(0)"}`,
    );
    await runner.query(`ALTER TABLE "company" ADD COLUMN "refusedMisfits" varchar${isPostgres ? ' COLLATE "C"' : ""}`);
    await keepRefusals(runner);
    await runner.query('ALTER TABLE "company" DROP COLUMN "contractControl"');
  }
}

/** What is refused stays refused; a second approval was not known before. */
async function keepRefusals(runner: QueryRunner): Promise<void> {
  const [first, second] = runner.dataSource.options.type === "postgres" ? ["$1", "$2"] : ["?", "?"];
  const chosen = (await runner.query(
    `SELECT "id", "contractControl" FROM "company" WHERE "contractControl" LIKE '%:refuse%'`,
  )) as { readonly id: string; readonly contractControl: string }[];
  for (const { id, contractControl } of chosen) {
    const refused = contractControl.split(",").flatMap((pair) => /^(.*):refuse$/.exec(pair)?.[1] ?? []);
    const misfits = refused.filter((one) => one !== "OVER_ORDER").join(",") || null;
    await runner.query(`UPDATE "company" SET "refusedMisfits" = ${first} WHERE "id" = ${second}`, [misfits, id]);
    if (refused.includes("OVER_ORDER"))
      await runner.query(`UPDATE "company" SET "refusesOverOrder" = true WHERE "id" = ${first}`, [id]);
  }
}

async function fillPlainNumbers(runner: QueryRunner): Promise<void> {
  const invoices = (await runner.query(
    `SELECT "id", "number" FROM "erp_record" WHERE "feature" = 'subcontractor_invoice'`,
  )) as { readonly id: string; readonly number: string }[];
  for (const { id, number } of invoices) {
    const update = runner.manager
      .createQueryBuilder()
      .update("erp_record")
      .set({ plainNumber: plainNumber(number) });
    await update.where('"id" = :id', { id }).execute();
  }
}
