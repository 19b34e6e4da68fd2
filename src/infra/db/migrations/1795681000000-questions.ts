import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { oneOf } from "../schema/columns";
import {
  MigrationColumns,
  NULLABLE,
  checks,
  indices,
  refersTo,
  refersWithinCompany,
  uniques,
} from "../schema/migration-columns";

/** Questions of the customer in the plan, and what was said to them. */
export class Questions1795681000000 implements MigrationInterface {
  readonly name = "Questions1795681000000";

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
      name: "implementation_question",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("text"),
        column.text("state"),
        column.text("itemCode", NULLABLE),
        column.text("callId", NULLABLE),
        column.text("askerId", NULLABLE),
        column.text("askedBy"),
        column.text("waitsSince", NULLABLE),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      foreignKeys: [
        refersTo("company", "companyId"),
        refersWithinCompany("implementation_call", "callId"),
        refersWithinCompany("member", "askerId"),
      ],
      ...uniques(["companyId", "id"]),
      ...indices(["companyId", "state"]),
      ...checks(oneOf("state", ["asked", "answered", "closed"])),
    },
    {
      name: "question_post",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("questionId"),
        column.text("move"),
        column.text("text"),
        column.text("writtenBy"),
        column.text("createdAt"),
      ],
      foreignKeys: [refersWithinCompany("implementation_question", "questionId")],
      ...indices(["companyId", "questionId"]),
      ...checks(oneOf("move", ["answer", "reopen", "close"])),
    },
  ];
}
