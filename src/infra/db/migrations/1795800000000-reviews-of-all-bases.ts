import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { oneOf } from "../schema/columns";
import { MigrationColumns, NULLABLE, checks, indices, refersTo, uniques } from "../schema/migration-columns";
import { AccessReview1795650000000 } from "./1795650000000-access-review";

const FEATURES = [
  ...["cost_code", "project", "vendor", "commitment", "commitment_change_order", "subcontractor_invoice"],
  ...["commitment_payment", "job_cost", "prime_contract", "prime_contract_change_order", "owner_invoice"],
  ...["owner_payment", "budget", "timecard", "sub_job"],
];
const KINDS = [
  ...["membership", "tool_level", "directory_level", "privilege", "administrator_bypass", "grant", "project_level"],
  ...["direct_export", "stakeholder_part", "staff_assignment", "api_key", "super_user"],
];

/** Reviews hold whoever may, on whatever basis. What was signed before, of grants alone, is not carried over. */
export class ReviewsOfAllBases1795800000000 implements MigrationInterface {
  readonly name = "ReviewsOfAllBases1795800000000";

  async up(runner: QueryRunner): Promise<void> {
    await new AccessReview1795650000000().down(runner);
    for (const table of tables(new MigrationColumns(runner))) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(new MigrationColumns(runner)).reverse()) await runner.dropTable(name);
    await new AccessReview1795650000000().up(runner);
  }
}

function tables(column: MigrationColumns): TableOptions[] {
  return [
    {
      name: "review_campaign",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("name"),
        column.text("feature", NULLABLE),
        column.text("dueAt"),
        column.text("openedAt"),
        column.text("openedBy"),
        column.text("openedByName"),
        column.text("closedAt", NULLABLE),
        column.text("closedBy", NULLABLE),
        column.text("closedByName", NULLABLE),
        column.whole("addedSince", NULLABLE),
        column.text("signature", NULLABLE),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...indices(["companyId", "openedAt"]),
      ...checks(oneOf("feature", FEATURES)),
    },
    {
      name: "review_item",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("campaignId"),
        column.text("holderKind"),
        column.text("holderId"),
        column.text("holderName"),
        column.text("holderEmail", NULLABLE),
        column.text("kind"),
        column.text("reference"),
        column.json("state"),
        column.json("rights"),
        column.text("lastUsedAt", NULLABLE),
        column.text("verdict", NULLABLE),
        column.text("signedAt", NULLABLE),
        column.text("signedBy", NULLABLE),
        column.text("signedByName", NULLABLE),
        column.text("comment", NULLABLE),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("review_campaign", "campaignId")],
      ...uniques(["campaignId", "holderId", "kind", "reference"]),
      ...checks(
        oneOf("holderKind", ["member", "staff", "service"]),
        oneOf("kind", KINDS),
        oneOf("verdict", ["keep", "revoke", "lapsed"]),
      ),
    },
  ];
}
