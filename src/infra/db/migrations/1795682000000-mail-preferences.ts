import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { MigrationColumns, NULLABLE, checks, refersTo, uniques } from "../schema/migration-columns";

/** How people want to be written to, and what they were reminded of. */
export class MailPreferences1795682000000 implements MigrationInterface {
  readonly name = "MailPreferences1795682000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    for (const table of [reader(column), reminder(column)]) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["reminder", "mail_reader"]) await runner.dropTable(name);
  }
}

function reader(column: MigrationColumns): TableOptions {
  return {
    name: "mail_reader",
    columns: [
      column.id(),
      column.text("email"),
      column.text("locale", NULLABLE),
      column.text("timezone", NULLABLE),
      column.text("token"),
      column.text("createdAt"),
    ],
    ...uniques(["email"], ["token"]),
    ...checks(`"locale" IN ('en', 'fr')`),
  };
}

function reminder(column: MigrationColumns): TableOptions {
  return {
    name: "reminder",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("about"),
      column.text("email"),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId")],
    ...uniques(["companyId", "about", "email"]),
  };
}
