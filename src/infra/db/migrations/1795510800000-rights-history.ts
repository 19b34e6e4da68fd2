import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { MigrationColumns, NULLABLE, indices, refersTo, refersWithinCompany } from "../schema/migration-columns";

/** What companies' settings and members' rights were, from one change to the next. */
export class RightsHistory1795510800000 implements MigrationInterface {
  readonly name = "RightsHistory1795510800000";

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
      name: "company_version",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("at"),
        column.text("until", NULLABLE),
        column.json("state"),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...indices(["companyId", "at"]),
    },
    {
      name: "member_version",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("memberId"),
        column.text("at"),
        column.text("until", NULLABLE),
        column.flag("active"),
        column.json("state"),
        column.text("createdAt"),
      ],
      foreignKeys: [refersWithinCompany("member", "memberId")],
      ...indices(["memberId", "at"], ["companyId", "at"]),
    },
  ];
}
