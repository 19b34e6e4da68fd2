import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { MigrationColumns, NULLABLE, checks, indices, refersTo, uniques } from "../schema/migration-columns";

const STATES = "'queued', 'sending', 'sent', 'failed', 'unclear', 'declined'";

/** Letters to send, who declined which, and recurring duties. */
export class Mail1795620000000 implements MigrationInterface {
  readonly name = "Mail1795620000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    for (const table of [message(column), optOut(column), duty(column)]) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["duty", "mail_opt_out", "mail_message"]) await runner.dropTable(name);
  }
}

function message(column: MigrationColumns): TableOptions {
  return {
    name: "mail_message",
    columns: [
      column.id(),
      ...["companyId", "key", "kind", "toEmail", "toName", "subject", "text"].map((name) => column.text(name)),
      column.text("html", NULLABLE),
      column.json("attachments", NULLABLE),
      column.text("state"),
      column.whole("attempts", { default: 0 }),
      column.text("nextAt"),
      ...["leasedUntil", "sentAt", "lastError"].map((name) => column.text(name, NULLABLE)),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId")],
    ...uniques(["key"]),
    ...indices(["state", "nextAt"], ["companyId", "createdAt"]),
    ...checks(`"state" IN (${STATES})`),
  };
}

function optOut(column: MigrationColumns): TableOptions {
  return {
    name: "mail_opt_out",
    columns: [column.id(), column.text("email"), column.text("kind"), column.text("createdAt")],
    ...uniques(["email", "kind"]),
  };
}

function duty(column: MigrationColumns): TableOptions {
  return {
    name: "duty",
    columns: [
      column.id(),
      column.text("nextAt"),
      ...["leasedBy", "leasedUntil", "doneAt", "lastError"].map((name) => column.text(name, NULLABLE)),
      column.text("createdAt"),
    ],
  };
}
