import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import {
  MigrationColumns,
  NULLABLE,
  checks,
  indices,
  refersTo,
  refersWithinCompany,
  uniques,
} from "../schema/migration-columns";

const FEATURES =
  "'cost_code', 'project', 'vendor', 'commitment', 'commitment_change_order', 'subcontractor_invoice', 'commitment_payment', 'job_cost', 'prime_contract', 'prime_contract_change_order', 'owner_invoice', 'owner_payment', 'budget', 'timecard', 'sub_job'";
const STATES =
  "'draft', 'awaiting', 'rejected', 'exporting', 'synced', 'failed', 'stale', 'unlinked', 'staged', 'archived'";

/** Records offered to the ERP or read from it, what they build on, and their history. */
export class Records1795660000000 implements MigrationInterface {
  readonly name = "Records1795660000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    for (const table of [record(column), reference(column), revision(column)])
      await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["record_revision", "record_reference", "erp_record"]) await runner.dropTable(name);
  }
}

function record(column: MigrationColumns): TableOptions {
  return {
    name: "erp_record",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("connectionId", NULLABLE),
      column.text("feature"),
      column.text("direction"),
      column.text("kind", NULLABLE),
      column.text("projectId", NULLABLE),
      column.text("sourceKey"),
      column.text("number"),
      column.text("title"),
      column.minor("amountMinor", NULLABLE),
      column.text("amountCurrency", NULLABLE),
      column.text("documentDate", NULLABLE),
      column.text("vendorNumber", NULLABLE),
      column.text("parentNumber", NULLABLE),
      column.text("state"),
      column.text("createdById", NULLABLE),
      column.text("submittedById", NULLABLE),
      column.text("submittedAt", NULLABLE),
      column.text("firstApproverId", NULLABLE),
      column.flag("hasFirstApproval", { default: false }),
      column.flag("itemComplete", { default: false }),
      column.flag("prerequisitesBlocked", { default: true }),
      column.flag("workflowCompleted", { default: false }),
      ...delivery(column),
      column.json("payload"),
      column.whole("revision", { default: 1 }),
      column.whole("version", { default: 1 }),
      column.text("createdAt"),
      column.text("updatedAt"),
    ],
    foreignKeys: [
      refersTo("company", "companyId"),
      refersTo("connection", "connectionId"),
      refersWithinCompany("project", "projectId"),
    ],
    ...uniques(["companyId", "id"], ["companyId", "feature", "sourceKey"]),
    ...indices(
      ["companyId", "feature", "state", "updatedAt"],
      ["companyId", "state", "updatedAt"],
      ["companyId", "feature", "id"],
      ["companyId", "projectId", "feature"],
      ["companyId", "submittedById"],
    ),
    ...checks(`"feature" IN (${FEATURES})`, `"direction" IN ('import', 'export')`, `"state" IN (${STATES})`),
  };
}

function delivery(column: MigrationColumns) {
  return [
    column.text("sentById", NULLABLE),
    column.text("sentAt", NULLABLE),
    column.text("externalId", NULLABLE),
    column.text("failureCode", NULLABLE),
    column.text("failureText", NULLABLE),
    column.text("rejectReason", NULLABLE),
  ];
}

function reference(column: MigrationColumns): TableOptions {
  return {
    name: "record_reference",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("recordId"),
      column.text("feature"),
      column.text("sourceKey"),
      column.text("createdAt"),
    ],
    foreignKeys: [refersWithinCompany("erp_record", "recordId")],
    ...uniques(["recordId", "feature", "sourceKey"]),
    ...indices(["companyId", "feature", "sourceKey"]),
    ...checks(`"feature" IN (${FEATURES})`),
  };
}

function revision(column: MigrationColumns): TableOptions {
  return {
    name: "record_revision",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("recordId"),
      column.whole("version"),
      column.whole("revision"),
      column.text("event"),
      column.text("fromState", NULLABLE),
      column.text("toState"),
      column.text("at"),
      column.text("actorKind"),
      column.text("actorId"),
      column.text("actorName"),
      column.text("grantId", NULLABLE),
      column.whole("policyRevision"),
      column.json("before", NULLABLE),
      column.json("after", NULLABLE),
      column.text("reason", NULLABLE),
      column.text("createdAt"),
    ],
    foreignKeys: [refersWithinCompany("erp_record", "recordId")],
    ...uniques(["recordId", "version"]),
    ...indices(["companyId", "at"]),
    ...checks(`"fromState" IN (${STATES})`, `"toState" IN (${STATES})`),
  };
}
