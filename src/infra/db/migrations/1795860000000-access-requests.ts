import { Table, type MigrationInterface, type QueryRunner } from "typeorm";
import { oneOf } from "../schema/columns";
import { checks, indices, MigrationColumns, NULLABLE, refersWithinCompany } from "../schema/migration-columns";

const FEATURES = [
  "cost_code",
  "project",
  "vendor",
  "commitment",
  "commitment_change_order",
  "subcontractor_invoice",
  "commitment_payment",
  "job_cost",
  "prime_contract",
  "prime_contract_change_order",
  "owner_invoice",
  "owner_payment",
  "budget",
  "timecard",
  "sub_job",
];

/** Rights that members ask for. */
export class AccessRequests1795860000000 implements MigrationInterface {
  readonly name = "AccessRequests1795860000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    const table = new Table({
      name: "access_request",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("memberId"),
        column.text("feature"),
        column.text("direction"),
        column.json("asked"),
        column.json("agreed", NULLABLE),
        column.text("reason"),
        column.text("refusedCode"),
        column.text("state"),
        column.text("agreedBy", NULLABLE),
        column.text("decidedBy", NULLABLE),
        column.text("decidedAt", NULLABLE),
        column.text("decisionReason", NULLABLE),
        column.text("grantId", NULLABLE),
        column.text("lapsesAt"),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      foreignKeys: [refersWithinCompany("member", "memberId")],
      ...indices(["companyId", "createdAt"], ["companyId", "memberId"]),
      ...checks(
        oneOf("feature", FEATURES),
        oneOf("direction", ["import", "export"]),
        oneOf("state", ["pending", "agreed", "granted", "refused", "withdrawn"]),
      ),
    });
    await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("access_request");
  }
}
