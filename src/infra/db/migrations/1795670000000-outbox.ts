import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { MigrationColumns, NULLABLE, checks, indices, refersTo, uniques } from "../schema/migration-columns";

const STATES = "'waiting', 'in_flight', 'unknown', 'delivered', 'refused', 'withheld', 'dead'";

/** Messages to deliver, tries at them, and the lanes they queue in. */
export class Outbox1795670000000 implements MigrationInterface {
  readonly name = "Outbox1795670000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    for (const table of [lane(column), message(column), attempt(column)]) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["outbox_attempt", "outbox_message", "outbox_lane"]) await runner.dropTable(name);
  }
}

function lane(column: MigrationColumns): TableOptions {
  return {
    name: "outbox_lane",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("leasedBy", NULLABLE),
      column.text("leasedUntil", NULLABLE),
      column.text("pausedUntil", NULLABLE),
      column.text("pauseReason", NULLABLE),
      column.text("servedAt"),
      column.json("pace"),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId")],
    ...indices(["servedAt"]),
  };
}

function message(column: MigrationColumns): TableOptions {
  return {
    name: "outbox_message",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("lane"),
      column.text("topic"),
      column.text("key"),
      column.text("subjectId"),
      column.text("afterKey", NULLABLE),
      column.whole("rank"),
      column.json("payload"),
      column.text("state"),
      column.whole("attempts", { default: 0 }),
      column.whole("failures", { default: 0 }),
      column.text("nextAt"),
      column.text("leasedUntil", NULLABLE),
      column.text("lastCode", NULLABLE),
      column.text("lastText", NULLABLE),
      column.text("externalId", NULLABLE),
      column.text("finishedAt", NULLABLE),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId")],
    ...uniques(["key"]),
    ...indices(
      ["lane", "state", "rank", "id"],
      ["state", "nextAt"],
      ["companyId", "state"],
      ["companyId", "subjectId"],
    ),
    ...checks(`"state" IN (${STATES})`),
  };
}

function attempt(column: MigrationColumns): TableOptions {
  return {
    name: "outbox_attempt",
    columns: [
      column.id(),
      column.text("messageId"),
      column.whole("number"),
      column.text("callKey", NULLABLE),
      column.text("startedAt"),
      column.text("endedAt", NULLABLE),
      column.text("outcome", NULLABLE),
      column.text("detail", NULLABLE),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("outbox_message", "messageId")],
    ...uniques(["messageId", "number"]),
  };
}
