import { Table, TableColumn, type MigrationInterface, type QueryRunner } from "typeorm";
import { chainHash, CHAIN_START } from "../../../kernel/hash-chain";
import { MigrationColumns, NULLABLE, refersTo } from "../schema/migration-columns";

const BATCH_SIZE = 500;

/** Hashes along each company's audit trail. What the trail holds already is chained as it stands. */
export class AuditChain1795640000000 implements MigrationInterface {
  readonly name = "AuditChain1795640000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.createTable(
      new Table({
        name: "audit_head",
        columns: [column.id(), column.whole("sequence"), column.text("hash"), column.text("createdAt")],
        foreignKeys: [refersTo("company", "id")],
      }),
    );
    const empty = ["previousHash", "hash"].map((name) => new TableColumn(column.text(name, NULLABLE)));
    await runner.addColumns("audit_entry", empty);
    for (const { id } of await ask<{ id: string }>(runner, `SELECT "id" FROM "company"`, [])) await chain(runner, id);
    const filled = ["previousHash", "hash"].map((name) => new TableColumn(column.text(name)));
    await runner.changeColumns(
      "audit_entry",
      empty.map((oldColumn, index) => ({ oldColumn, newColumn: filled[index] ?? oldColumn })),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns("audit_entry", ["previousHash", "hash"]);
    await runner.dropTable("audit_head");
  }
}

type Row = Readonly<Record<string, string | number | null>>;

async function chain(runner: QueryRunner, companyId: string): Promise<void> {
  let sequence = 0;
  let hash = CHAIN_START;
  for (;;) {
    const rows = await ask<Row>(
      runner,
      `SELECT * FROM "audit_entry" WHERE "companyId" = ? AND "sequence" > ? ORDER BY "sequence" LIMIT ${BATCH_SIZE}`,
      [companyId, sequence],
    );
    for (const row of rows) {
      const previousHash = hash;
      hash = chainHash({ ...contentOf(row), previousHash });
      const values = [previousHash, hash, row.id];
      await ask(runner, `UPDATE "audit_entry" SET "previousHash" = ?, "hash" = ? WHERE "id" = ?`, values);
    }
    const last = rows.at(-1);
    if (!last) break;
    sequence = Number(last.sequence);
  }
  if (sequence === 0) return;
  const head = [companyId, sequence, hash, companyId];
  await ask(
    runner,
    `INSERT INTO "audit_head" ("id", "sequence", "hash", "createdAt")
     VALUES (?, ?, ?, (SELECT "createdAt" FROM "company" WHERE "id" = ?))`,
    head,
  );
}

/** The columns as they were when chains began. */
function contentOf(row: Row) {
  const { id, companyId, sequence, at, actorKind, actorId, actorName, action, targetKind, targetId } = row;
  const { before, after, why, policyRevision, createdAt } = row;
  const states = { before: jsonOf(before), after: jsonOf(after) };
  const who = { actorKind, actorId, actorName };
  return {
    ...{ id, companyId, sequence, at, ...who, action, targetKind, targetId },
    ...{ ...states, why, policyRevision, createdAt },
  };
}

function jsonOf(text: string | number | null | undefined): unknown {
  return typeof text === "string" ? (JSON.parse(text) as unknown) : null;
}

/** Parameters are `?` on SQLite and `$1` on PostgreSQL. */
function ask<T>(runner: QueryRunner, statement: string, values: readonly unknown[]): Promise<T[]> {
  let count = 0;
  const postgres = runner.dataSource.options.type === "postgres";
  const text = postgres ? statement.replace(/\?/g, () => `$${(count += 1)}`) : statement;
  return runner.query(text, [...values]) as Promise<T[]>;
}
