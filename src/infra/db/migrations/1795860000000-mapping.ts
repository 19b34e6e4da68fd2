import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { MigrationColumns, NULLABLE, checks, refersTo, uniques } from "../schema/migration-columns";

const FEATURES = "'commitment', 'commitment_change_order', 'subcontractor_invoice'";
const MATCHES = "'cost_code', 'cost_type', 'vendor', 'project', 'default'";
const ARRIVALS = "'draft', 'submitted', 'authorised'";
const KINDS = "'account', 'tax_rate', 'currency', 'tracking_category', 'organisation'";

/** How companies book what they send, and the lists of the ledger that it is chosen from. */
export class Mapping1795860000000 implements MigrationInterface {
  readonly name = "Mapping1795860000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.createTable(new Table(rules(column)));
    await runner.createTable(new Table(lists(column)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("ledger_list");
    await runner.dropTable("mapping_rule");
  }
}

const FOREIGN = { foreignKeys: [refersTo("company", "companyId"), refersTo("connection", "connectionId")] };

function rules(column: MigrationColumns): TableOptions {
  return {
    name: "mapping_rule",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("connectionId"),
      column.text("feature"),
      column.text("matchOn"),
      column.text("matchValue"),
      column.text("accountCode", NULLABLE),
      column.text("taxType", NULLABLE),
      column.text("trackingCategoryId", NULLABLE),
      column.text("trackingOptionId", NULLABLE),
      column.whole("paymentDays", NULLABLE),
      column.text("arrivesAs", NULLABLE),
      column.text("createdAt"),
    ],
    ...FOREIGN,
    ...uniques(["connectionId", "feature", "matchOn", "matchValue"]),
    ...checks(`"feature" IN (${FEATURES})`, `"matchOn" IN (${MATCHES})`, `"arrivesAs" IN (${ARRIVALS})`),
  };
}

function lists(column: MigrationColumns): TableOptions {
  return {
    name: "ledger_list",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("connectionId"),
      column.text("kind"),
      column.json("entries"),
      column.text("readAt"),
      column.text("createdAt"),
    ],
    ...FOREIGN,
    ...uniques(["connectionId", "kind"]),
    ...checks(`"kind" IN (${KINDS})`),
  };
}
