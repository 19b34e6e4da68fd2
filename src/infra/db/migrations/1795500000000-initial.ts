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

// Copies, on purpose: the lists of policy/ may grow, what this migration made does not.
const LEVELS = ["none", "read_only", "standard", "admin"];
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

/** Companies, people, rights, settings, the audit trail, API keys. */
export class Initial1795500000000 implements MigrationInterface {
  readonly name = "Initial1795500000000";

  async up(runner: QueryRunner): Promise<void> {
    const columns = new MigrationColumns(runner);
    for (const table of tables(columns)) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(new MigrationColumns(runner)).reverse()) await runner.dropTable(name);
  }
}

function tables(column: MigrationColumns): TableOptions[] {
  return [...companyTables(column), ...memberTables(column), ...settingTables(column), ...trailTables(column)];
}

function companyTables(column: MigrationColumns): TableOptions[] {
  return [
    {
      name: "company",
      columns: [
        column.id(),
        column.text("slug"),
        column.text("name"),
        column.text("country"),
        column.text("locale"),
        column.text("currency"),
        column.whole("policyRevision", { default: 1 }),
        column.minor("twoPersonAboveMinor", NULLABLE),
        column.text("twoPersonAboveCurrency", NULLABLE),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      ...uniques(["slug"]),
      ...checks(oneOf("locale", ["en", "fr"])),
    },
    {
      name: "vendor_staff",
      columns: [
        column.id(),
        column.text("email"),
        column.text("name"),
        column.flag("active"),
        column.flag("superUser", { default: false }),
        column.text("createdAt"),
      ],
      ...uniques(["email"]),
    },
    {
      name: "staff_assignment",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("staffId"),
        column.text("role"),
        column.text("assignedFrom"),
        column.text("assignedUntil", NULLABLE),
        column.text("assignedBy"),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId"), refersTo("vendor_staff", "staffId")],
      ...indices(["companyId", "staffId"], ["staffId"]),
      ...checks(oneOf("role", ["specialist", "point_of_contact"])),
    },
  ];
}

function memberTables(column: MigrationColumns): TableOptions[] {
  return [
    {
      name: "member",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("email"),
        column.text("name"),
        column.text("toolLevel"),
        column.text("directoryLevel"),
        column.flag("canPushToAccounting"),
        column.flag("digest"),
        column.flag("active"),
        column.text("identitySubject", NULLABLE),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...uniques(["companyId", "email"], ["companyId", "id"]),
      ...indices(["email"], ["identitySubject"]),
      ...checks(oneOf("toolLevel", LEVELS), oneOf("directoryLevel", LEVELS)),
    },
    {
      name: "access_grant",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("memberId"),
        column.text("feature"),
        column.text("direction"),
        column.json("projectIds", NULLABLE),
        column.minor("ceilingMinor", NULLABLE),
        column.text("ceilingCurrency", NULLABLE),
        column.text("validFrom", NULLABLE),
        column.text("validUntil", NULLABLE),
        column.text("givenBy"),
        column.text("givenAt"),
        column.text("reason", NULLABLE),
        column.text("revokedAt", NULLABLE),
        column.text("revokedBy", NULLABLE),
        column.text("revokeReason", NULLABLE),
        column.text("createdAt"),
      ],
      foreignKeys: [refersWithinCompany("member", "memberId")],
      ...indices(["companyId", "memberId"], ["companyId", "feature", "direction"]),
      ...checks(oneOf("feature", FEATURES), oneOf("direction", ["import", "export"])),
    },
    {
      name: "project",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("code"),
        column.text("name"),
        column.flag("active"),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...uniques(["companyId", "code"], ["companyId", "id"]),
    },
    {
      name: "project_level",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("projectId"),
        column.text("memberId"),
        column.text("tool"),
        column.text("level"),
        column.text("createdAt"),
      ],
      foreignKeys: [refersWithinCompany("project", "projectId"), refersWithinCompany("member", "memberId")],
      ...uniques(["projectId", "memberId", "tool"]),
      ...indices(["companyId", "memberId"]),
      ...checks(
        oneOf("tool", ["commitments", "change_orders", "prime_contracts", "project_admin"]),
        oneOf("level", LEVELS),
      ),
    },
  ];
}

function settingTables(column: MigrationColumns): TableOptions[] {
  return [
    {
      name: "stakeholder",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("role"),
        column.text("memberId", NULLABLE),
        column.text("name"),
        column.text("email"),
        column.flag("required"),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId"), refersWithinCompany("member", "memberId")],
      ...uniques(["companyId", "role", "email"]),
      ...indices(["companyId", "memberId"]),
      ...checks(
        oneOf("role", [
          "erp_implementation_contact",
          "platform_administrator",
          "xero_administrator",
          "it_administrator",
        ]),
      ),
    },
    {
      name: "connection",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("connector"),
        column.text("edition"),
        column.text("country"),
        column.text("status"),
        column.text("organisationName", NULLABLE),
        column.text("trackingCategory", NULLABLE),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...uniques(["companyId"]),
      ...checks(oneOf("status", ["none", "pending", "authorised", "revoked"])),
    },
    {
      name: "feature_switch",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("feature"),
        column.flag("enabled"),
        column.text("directExport"),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...uniques(["companyId", "feature"]),
      ...checks(oneOf("feature", FEATURES), oneOf("directExport", ["off", "without_workflow", "with_workflow"])),
    },
    {
      name: "implementation_plan",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("phase"),
        column.text("enteredAt"),
        column.text("liveAt", NULLABLE),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...uniques(["companyId"]),
      ...checks(oneOf("phase", ["preparation", "implementation", "getting_started", "in_use", "suspended"])),
    },
  ];
}

function trailTables(column: MigrationColumns): TableOptions[] {
  return [
    {
      name: "audit_entry",
      columns: [
        column.id(),
        column.text("companyId"),
        column.whole("sequence"),
        column.text("at"),
        column.text("actorKind"),
        column.text("actorId"),
        column.text("actorName"),
        column.text("action"),
        column.text("targetKind"),
        column.text("targetId"),
        column.json("before", NULLABLE),
        column.json("after", NULLABLE),
        column.text("why", NULLABLE),
        column.whole("policyRevision"),
        column.text("createdAt"),
      ],
      foreignKeys: [refersTo("company", "companyId")],
      ...uniques(["companyId", "sequence"]),
      ...checks(oneOf("actorKind", ["member", "staff", "service", "system"])),
    },
    {
      name: "api_key",
      columns: [
        column.id(),
        column.text("name"),
        column.text("prefix"),
        column.text("hash"),
        column.json("scopes"),
        column.json("companyIds", NULLABLE),
        column.text("createdBy"),
        column.text("expiresAt", NULLABLE),
        column.text("lastUsedAt", NULLABLE),
        column.text("revokedAt", NULLABLE),
        column.text("createdAt"),
      ],
      ...uniques(["prefix"]),
    },
  ];
}
