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

// Copies, on purpose: the lists of implementation/call may grow, what this migration made does not.
const GOALS = [
  "discuss_plan",
  "give_overview",
  "share_out_tasks",
  "schedule_go_live",
  "review_project_template",
  "review_subcontract_cost_type",
  "review_purchase_order_cost_type",
  "review_contract_number",
  "review_vendor_refresh",
  "review_service_account",
  "tour_cost_codes",
  "tour_jobs",
  "tour_companies",
  "tour_commitments",
  "tour_change_orders",
  "tour_subcontractor_invoices",
  "tour_payments",
  "tour_job_costs",
];
const ROLES = [
  "specialist",
  "erp_implementation_contact",
  "platform_administrator",
  "xero_administrator",
  "it_administrator",
];

/** Calls of the implementation: times, people, agenda, notes, tasks. */
export class Calls1795610000000 implements MigrationInterface {
  readonly name = "Calls1795610000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(new MigrationColumns(runner))) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(new MigrationColumns(runner)).reverse()) await runner.dropTable(name);
  }
}

function tables(column: MigrationColumns): TableOptions[] {
  return [callTable(column), ...slotTables(column), ...contentTables(column)];
}

function callTable(column: MigrationColumns): TableOptions {
  return {
    name: "implementation_call",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("kind"),
      column.text("state"),
      column.whole("minutes"),
      column.text("hostId"),
      column.text("startsAt", NULLABLE),
      column.text("endsAt", NULLABLE),
      column.text("agreedBy", NULLABLE),
      column.whole("invitation", NULLABLE),
      column.text("startedAt", NULLABLE),
      column.text("endedAt", NULLABLE),
      column.whole("version", { default: 1 }),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId"), refersTo("vendor_staff", "hostId")],
    ...uniques(["companyId", "id"]),
    ...indices(["hostId", "startsAt"]),
    ...checks(
      oneOf("kind", ["kick_off", "go_live"]),
      oneOf("state", ["arranging", "scheduled", "running", "closed", "cancelled"]),
    ),
  };
}

function slotTables(column: MigrationColumns): TableOptions[] {
  return [
    {
      name: "call_slot",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("callId"),
        column.text("state"),
        column.text("localStart"),
        column.text("zone"),
        column.text("startsAt"),
        column.text("endsAt"),
        column.text("madeBy"),
        column.text("decidedAt", NULLABLE),
        column.text("why", NULLABLE),
        column.text("createdAt"),
      ],
      foreignKeys: [refersWithinCompany("implementation_call", "callId")],
      ...uniques(["companyId", "id"]),
      ...indices(["companyId", "callId"]),
      ...checks(oneOf("state", ["offered", "suggested", "agreed", "passed_over", "released", "withdrawn"])),
    },
    {
      name: "call_slot_answer",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("slotId"),
        column.text("email"),
        column.text("availability"),
        column.text("answeredBy"),
        column.text("answeredAt"),
        column.text("createdAt"),
      ],
      foreignKeys: [refersWithinCompany("call_slot", "slotId")],
      ...uniques(["companyId", "slotId", "email"]),
      ...checks(oneOf("availability", ["can", "cannot"])),
    },
    {
      name: "call_attendee",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("callId"),
        column.text("role"),
        column.text("name"),
        column.text("email"),
        column.flag("required"),
        column.flag("present", { default: false }),
        column.text("createdAt"),
      ],
      foreignKeys: [refersWithinCompany("implementation_call", "callId")],
      ...uniques(["companyId", "callId", "role", "email"]),
      ...checks(oneOf("role", ROLES)),
    },
  ];
}

function contentTables(column: MigrationColumns): TableOptions[] {
  const ofCall = { foreignKeys: [refersWithinCompany("implementation_call", "callId")] };
  return [
    {
      name: "call_goal",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("callId"),
        column.text("goal"),
        column.whole("position"),
        column.text("tickedAt", NULLABLE),
        column.text("tickedBy", NULLABLE),
        column.text("createdAt"),
      ],
      ...ofCall,
      ...uniques(["companyId", "callId", "goal"]),
      ...checks(oneOf("goal", GOALS)),
    },
    {
      name: "call_note",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("callId"),
        column.text("text"),
        column.text("writtenBy"),
        column.text("createdAt"),
      ],
      ...ofCall,
      ...indices(["companyId", "callId"]),
    },
    {
      name: "follow_up",
      columns: [
        column.id(),
        column.text("companyId"),
        column.text("callId"),
        column.text("title"),
        column.text("ownerName"),
        column.text("ownerEmail"),
        column.text("dueOn"),
        column.text("state"),
        column.text("outcome", NULLABLE),
        column.text("endedAt", NULLABLE),
        column.text("endedBy", NULLABLE),
        column.whole("version", { default: 1 }),
        column.text("createdAt"),
      ],
      ...ofCall,
      ...indices(["companyId", "callId"]),
      ...checks(oneOf("state", ["open", "done", "dropped"])),
    },
  ];
}
