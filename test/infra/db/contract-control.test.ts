import { DataSource } from "typeorm";
import { ContractControl1795870000000 } from "../../../src/infra/db/migrations/1795870000000-contract-control";
import { MIGRATIONS } from "../../../src/infra/db/migrations/migrations";
import { writerOptions } from "../../../src/infra/db/options";
import { migratedOptions } from "../../support/database";

it("what a company refuses is refused before and after the choice was made of gates", async () => {
  const source = await new DataSource(writerOptions(await migratedOptions())).initialize();
  try {
    const chosen = {
      both: "OVER_ORDER:refuse,VENDOR_DIFFERS:second_approval,ZERO_INVOICE:refuse,NUMBER_USED_BEFORE:refuse",
      line: "OVER_ORDER_LINE:refuse",
      none: "OVER_ORDER:second_approval",
    };
    for (const [slug, control] of Object.entries(chosen))
      await source.query(
        `INSERT INTO "company" ("id", "name", "slug", "country", "currency", "locale", "createdAt", "contractControl")
          VALUES ('${slug}', '${slug}', '${slug}', 'US', 'USD', 'en', '2026-03-10T12:00:00.000Z', '${control}')`,
      );
    const at = MIGRATIONS.indexOf(ContractControl1795870000000);
    for (let index = MIGRATIONS.length; index > at; index--) await source.undoLastMigration();
    const before = await source.query<{ refusesOverOrder: unknown }[]>(
      'SELECT "slug", "refusesOverOrder", "refusedMisfits" FROM "company" ORDER BY "slug"',
    );
    expect(before.map((row) => ({ ...row, refusesOverOrder: Boolean(row.refusesOverOrder) }))).toEqual([
      { slug: "both", refusesOverOrder: true, refusedMisfits: "ZERO_INVOICE,NUMBER_USED_BEFORE" },
      { slug: "line", refusesOverOrder: false, refusedMisfits: "OVER_ORDER_LINE" },
      { slug: "none", refusesOverOrder: false, refusedMisfits: null },
    ]);
    await source.runMigrations();
    expect(await source.query('SELECT "slug", "contractControl" FROM "company" ORDER BY "slug"')).toEqual([
      { slug: "both", contractControl: "OVER_ORDER:refuse,ZERO_INVOICE:refuse,NUMBER_USED_BEFORE:refuse" },
      { slug: "line", contractControl: "OVER_ORDER_LINE:refuse" },
      { slug: "none", contractControl: null },
    ]);
  } finally {
    await source.destroy();
  }
});
