import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { oneOf } from "../schema/columns";
import { MigrationColumns, NULLABLE, checks, indices, refersTo, uniques } from "../schema/migration-columns";

/** Reviews of rights, and what was signed off in them. */
export class AccessReview1795650000000 implements MigrationInterface {
  readonly name = "AccessReview1795650000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(new MigrationColumns(runner))) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(new MigrationColumns(runner)).reverse()) await runner.dropTable(name);
  }
}

function tables(column: MigrationColumns): TableOptions[] {
  return [
    {
      name: "review_campaign",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("name"),
        column.text("dueAt"),
        column.text("openedAt"),
        column.text("openedBy"),
        column.text("openedByName"),
        column.text("closedAt", NULLABLE),
        column.text("closedByName", NULLABLE),
        column.text("signature", NULLABLE),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...indices(["companyId", "openedAt"]),
    },
    {
      name: "review_item",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("campaignId"),
        column.text("grantId"),
        column.text("lastUsedAt", NULLABLE),
        column.text("verdict", NULLABLE),
        column.text("signedAt", NULLABLE),
        column.text("signedBy", NULLABLE),
        column.text("signedByName", NULLABLE),
        column.text("comment", NULLABLE),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("review_campaign", "campaignId"), refersTo("access_grant", "grantId")],
      ...uniques(["campaignId", "grantId"]),
      ...checks(oneOf("verdict", ["keep", "revoke", "lapsed"])),
    },
  ];
}
