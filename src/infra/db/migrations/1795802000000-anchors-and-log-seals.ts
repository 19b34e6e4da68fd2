import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { oneOf } from "../schema/columns";
import { checks, MigrationColumns, NULLABLE, uniques } from "../schema/migration-columns";

/** Signed ends of trails, anchors outside, and a chain along the decision log. */
export class AnchorsAndLogSeals1795802000000 implements MigrationInterface {
  readonly name = "AnchorsAndLogSeals1795802000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.addColumns("audit_head", [
      new TableColumn(column.text("keyId", NULLABLE)),
      new TableColumn(column.text("signature", NULLABLE)),
      new TableColumn(column.whole("anchoredSequence", { default: 0 })),
    ]);
    await runner.addColumn("decision_entry", new TableColumn(column.whole("seal", NULLABLE)));
    await runner.createIndex("decision_entry", new TableIndex({ columnNames: ["seal"] }));
    for (const table of tables(column)) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(new MigrationColumns(runner)).reverse()) await runner.dropTable(name);
    await runner.dropIndex("decision_entry", "ix_decision_entry_seal");
    await runner.dropColumn("decision_entry", "seal");
    await runner.dropColumns("audit_head", ["keyId", "signature", "anchoredSequence"]);
  }
}

function tables(column: MigrationColumns): TableOptions[] {
  return [
    {
      name: "decision_seal",
      columns: [
        column.id(),
        column.whole("sequence"),
        column.text("word"),
        column.text("at"),
        column.whole("entries"),
        column.text("until"),
        column.json("digests"),
        column.whole("days", NULLABLE),
        column.whole("through", NULLABLE),
        column.text("throughHash", NULLABLE),
        column.text("content"),
        column.text("previousHash"),
        column.text("hash"),
      ],
      ...uniques(["sequence"]),
      ...checks(oneOf("word", ["written", "kept_since"])),
    },
    {
      name: "audit_anchor",
      columns: [
        column.id(),
        column.whole("sequence"),
        column.json("document"),
        column.text("hash"),
        column.text("keyId", NULLABLE),
        column.text("signature", NULLABLE),
        column.text("token", NULLABLE),
        column.json("places"),
        column.text("createdAt"),
      ],
      ...uniques(["sequence"]),
    },
  ];
}
