import { Table, TableColumn, type MigrationInterface, type QueryRunner } from "typeorm";
import { MigrationColumns, NULLABLE, checks, indices, refersTo, uniques } from "../schema/migration-columns";

const COMPANY = { foreignKeys: [refersTo("company", "companyId")] };
const ITEM_TYPES = `"itemType" IN ('change_order', 'contract_payment', 'cost_code', 'invoice_payment', 'item', 'line_item', 'line_item_type', 'project', 'purchase_order_contract', 'requisition', 'requisition_change_order_item', 'requisition_contract_item', 'standard_cost_code', 'sub_job', 'tax_code', 'vendor', 'work_order_contract')`;

/** The construction platform: connections, events, requests with their details, objects, people; and a queue of its own. */
export class Platform1795820000000 implements MigrationInterface {
  readonly name = "Platform1795820000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.addColumn("outbox_lane", new TableColumn(column.text("queue", NULLABLE)));
    await runner.query(`UPDATE "outbox_lane" SET "queue" = 'ledger'`);
    await runner.changeColumn("outbox_lane", "queue", new TableColumn(column.text("queue")));
    for (const table of tables(column)) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["user", "object", "detail", "request", "event", "connection"])
      await runner.dropTable(`platform_${name}`);
    await runner.dropColumn("outbox_lane", "queue");
  }
}

function tables(column: MigrationColumns): Table[] {
  return [connection(column), event(column), request(column), detail(column), object(column), user(column)];
}

function connection(column: MigrationColumns): Table {
  const text = (...names: readonly string[]) => names.map((name) => column.text(name));
  const optional = (...names: readonly string[]) => names.map((name) => column.text(name, NULLABLE));
  return new Table({
    name: "platform_connection",
    columns: [
      column.id(),
      ...text("companyId", "platformCompanyId", "clientId", "clientSecret"),
      ...optional("accessToken", "accessExpiresAt"),
      column.text("state"),
      column.json("problems"),
      ...optional("checkedAt"),
      column.text("deciding"),
      ...optional("serviceUserId", "erpConnectionId", "costCodeListId", "hookId"),
      column.text("eventSecret"),
      ...optional("formerSecret", "formerSecretUntil", "directoryChangedAt", "directoryReadAt", "requestsReadUntil"),
      column.json("pace", NULLABLE),
      ...optional("pausedUntil", "leasedBy", "leasedUntil"),
      ...text("servedAt", "connectedByName"),
      ...optional("connectedByEmail"),
      column.whole("version", { default: 1 }),
      column.minor("events"),
      ...optional("lastEventAt"),
      column.text("createdAt"),
    ],
    ...COMPANY,
    ...uniques(["companyId"], ["platformCompanyId"]),
    ...indices(["servedAt"]),
    ...checks(`"state" IN ('connected', 'incomplete', 'lost')`, `"deciding" IN ('here', 'there')`),
  });
}

function event(column: MigrationColumns): Table {
  const names = ["companyId", "connectionId", "eventKey", "resource", "reason", "resourceId"];
  return new Table({
    name: "platform_event",
    columns: [
      column.id(),
      ...names.map((name) => column.text(name)),
      column.text("userId", NULLABLE),
      column.text("happenedAt"),
      column.text("createdAt"),
    ],
    ...COMPANY,
    ...uniques(["connectionId", "eventKey"]),
    ...indices(["createdAt"]),
  });
}

function request(column: MigrationColumns): Table {
  return new Table({
    name: "platform_request",
    columns: [
      column.id(),
      ...["companyId", "connectionId", "requestId"].map((name) => column.text(name)),
      column.minor("ordinal"),
      column.text("name", NULLABLE),
      column.json("data", NULLABLE),
      ...["madeAt", "userId"].map((name) => column.text(name, NULLABLE)),
      column.text("state"),
      ...["outcome", "problem"].map((name) => column.text(name, NULLABLE)),
      column.whole("failures", { default: 0 }),
      column.text("nextAt"),
      column.text("closedAt", NULLABLE),
      column.text("createdAt"),
    ],
    ...COMPANY,
    ...uniques(["connectionId", "requestId"]),
    ...indices(["connectionId", "state", "ordinal"], ["companyId", "createdAt"]),
    ...checks(`"state" IN ('announced', 'ready', 'open', 'closed')`),
  });
}

function detail(column: MigrationColumns): Table {
  return new Table({
    name: "platform_detail",
    columns: [
      column.id(),
      ...["companyId", "connectionId", "requestId", "detailId"].map((name) => column.text(name)),
      column.text("recordId", NULLABLE),
      column.text("status"),
      column.json("messages"),
      column.text("toldAt", NULLABLE),
      column.text("createdAt"),
    ],
    ...COMPANY,
    ...uniques(["connectionId", "detailId"]),
    ...indices(["companyId", "recordId", "status"], ["requestId"], ["connectionId", "status"]),
    ...checks(`"status" IN ('in_progress', 'success', 'failed', 'stale')`),
  });
}

function object(column: MigrationColumns): Table {
  return new Table({
    name: "platform_object",
    columns: [
      column.id(),
      ...["companyId", "connectionId", "itemType", "itemId", "number"].map((name) => column.text(name)),
      ...["recordId", "projectId"].map((name) => column.text(name, NULLABLE)),
      column.json("lines"),
      column.text("originId", NULLABLE),
      column.minor("lastRequest"),
      column.text("createdAt"),
    ],
    ...COMPANY,
    ...uniques(["connectionId", "itemType", "itemId"]),
    ...indices(["companyId", "recordId"], ["connectionId", "itemType", "originId"]),
    ...checks(ITEM_TYPES),
  });
}

function user(column: MigrationColumns): Table {
  return new Table({
    name: "platform_user",
    columns: [
      column.id(),
      ...["companyId", "connectionId", "userId"].map((name) => column.text(name)),
      ...["email", "memberId"].map((name) => column.text(name, NULLABLE)),
      column.flag("active"),
      column.text("createdAt"),
    ],
    ...COMPANY,
    ...uniques(["connectionId", "userId"]),
    ...indices(["companyId", "memberId"]),
  });
}
