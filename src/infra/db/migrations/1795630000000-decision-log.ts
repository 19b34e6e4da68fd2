import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { oneOf } from "../schema/columns";
import { MigrationColumns, NULLABLE, checks, indices } from "../schema/migration-columns";

/** The decisions that were made, and when each grant last carried one. */
export class DecisionLog1795630000000 implements MigrationInterface {
  readonly name = "DecisionLog1795630000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(new MigrationColumns(runner))) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(new MigrationColumns(runner)).reverse()) await runner.dropTable(name);
  }
}

function tables(column: MigrationColumns): TableOptions[] {
  return [decisionEntry(column), grantUse(column)];
}

function decisionEntry(column: MigrationColumns): TableOptions {
  return {
    name: "decision_entry",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("at"),
      column.text("askerKind"),
      column.text("asker"),
      column.text("subjectId", NULLABLE),
      column.text("subjectReference", NULLABLE),
      column.text("action"),
      column.text("resource"),
      column.text("recordId", NULLABLE),
      column.flag("allowed"),
      column.text("code"),
      column.json("reasons"),
      column.text("grantId", NULLABLE),
      column.whole("policyRevision", NULLABLE),
      column.text("asOf", NULLABLE),
      column.text("consistency"),
      column.text("traceId", NULLABLE),
      column.flag("enforced"),
      column.text("createdAt"),
    ],
    ...indices(
      ["companyId", "at", "id"],
      ["companyId", "subjectId", "at", "id"],
      ["companyId", "recordId", "at", "id"],
      ["companyId", "code", "at", "id"],
      ["at"],
    ),
    ...checks(
      oneOf("askerKind", ["person", "service", "system"]),
      oneOf("consistency", ["revision", "at_least", "full"]),
    ),
  };
}

function grantUse(column: MigrationColumns): TableOptions {
  return {
    name: "grant_use",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("lastUsedAt", NULLABLE),
      column.text("lastAllowedAt"),
      column.text("createdAt"),
    ],
  };
}
