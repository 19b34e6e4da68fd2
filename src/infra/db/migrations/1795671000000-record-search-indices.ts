import { TableIndex, type MigrationInterface, type QueryRunner } from "typeorm";

const INDICES = [
  { name: "ix_erp_record_search_state", columnNames: ["companyId", "feature", "state", "id"] },
  { name: "ix_erp_record_search_project", columnNames: ["companyId", "feature", "state", "projectId", "id"] },
  { name: "ix_erp_record_search_submitter", columnNames: ["companyId", "feature", "submittedById", "id"] },
];

/** Searches go through what somebody may act on in the order of ids. */
export class RecordSearchIndices1795671000000 implements MigrationInterface {
  readonly name = "RecordSearchIndices1795671000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const index of INDICES) await runner.createIndex("erp_record", new TableIndex(index));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...INDICES].reverse()) await runner.dropIndex("erp_record", name);
  }
}
