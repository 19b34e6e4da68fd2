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

const DRIFTS = "'edited', 'deleted', 'voided', 'archived', 'missing'";
const ACTIONS = "'unlink', 'resubmit', 'keep'";

/** What was delivered, what has become of it in the ledger, and the plans to put that right. */
export class Reconciliation1795701000000 implements MigrationInterface {
  readonly name = "Reconciliation1795701000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    for (const table of [snapshot(column), finding(column), plan(column), row(column)])
      await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["reconciliation_row", "reconciliation", "drift_finding", "ledger_snapshot"])
      await runner.dropTable(name);
  }
}

function snapshot(column: MigrationColumns): TableOptions {
  return {
    name: "ledger_snapshot",
    columns: [
      column.id(),
      column.text("companyId"),
      column.whole("revision"),
      column.text("externalId"),
      column.json("document"),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId")],
  };
}

function finding(column: MigrationColumns): TableOptions {
  return {
    name: "drift_finding",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("connectionId"),
      column.whole("revision"),
      column.text("externalId"),
      column.text("drift"),
      column.text("changedAt"),
      column.json("differences"),
      column.flag("kept", { default: false }),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId"), refersTo("connection", "connectionId")],
    ...indices(["connectionId"]),
    ...checks(`"drift" IN (${DRIFTS})`),
  };
}

function plan(column: MigrationColumns): TableOptions {
  return {
    name: "reconciliation",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("connectionId"),
      column.text("madeAt"),
      column.text("madeByName"),
      column.flag("complete"),
      column.text("reason", NULLABLE),
      column.whole("compared"),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId"), refersTo("connection", "connectionId")],
    ...uniques(["companyId", "id"]),
    ...indices(["companyId", "madeAt"], ["connectionId", "madeAt"]),
  };
}

function row(column: MigrationColumns): TableOptions {
  return {
    name: "reconciliation_row",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("reconciliationId"),
      column.text("recordId"),
      column.whole("recordVersion"),
      column.text("drift"),
      column.text("changedAt"),
      column.json("differences"),
      column.text("proposed"),
      column.text("done", NULLABLE),
      column.text("doneAt", NULLABLE),
      column.text("doneByName", NULLABLE),
      column.text("createdAt"),
    ],
    foreignKeys: [
      refersTo("company", "companyId"),
      refersWithinCompany("reconciliation", "reconciliationId"),
      refersWithinCompany("erp_record", "recordId"),
    ],
    ...uniques(["reconciliationId", "recordId"]),
    ...checks(`"drift" IN (${DRIFTS})`, `"proposed" IN (${ACTIONS})`, `"done" IN (${ACTIONS})`),
  };
}
