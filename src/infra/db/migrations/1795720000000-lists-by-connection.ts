import { TableIndex, type MigrationInterface, type QueryRunner } from "typeorm";

const RECORDS = { name: "ix_erp_record_ledger", columnNames: ["companyId", "connectionId", "updatedAt", "id"] };
const MESSAGES = { name: "ix_outbox_message_page_of_lane", columnNames: ["companyId", "lane", "id"] };

/** Records and deliveries of one connection, in the order that their lists have. */
export class ListsByConnection1795720000000 implements MigrationInterface {
  readonly name = "ListsByConnection1795720000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex("erp_record", new TableIndex(RECORDS));
    await runner.createIndex("outbox_message", new TableIndex(MESSAGES));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("outbox_message", MESSAGES.name);
    await runner.dropIndex("erp_record", RECORDS.name);
  }
}
