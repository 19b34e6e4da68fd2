import { TableIndex, type MigrationInterface, type QueryRunner } from "typeorm";

const INDICES: readonly { readonly table: string; readonly name: string; readonly columnNames: string[] }[] = [
  {
    table: "member",
    name: "ix_member_rights",
    columnNames: ["companyId", "active", "canPushToAccounting", "toolLevel", "directoryLevel", "id"],
  },
  {
    table: "access_grant",
    name: "ix_access_grant_holders",
    columnNames: ["companyId", "feature", "direction", "memberId"],
  },
  {
    table: "project_level",
    name: "ix_project_level_admins",
    columnNames: ["companyId", "tool", "level", "memberId"],
  },
];
/** What the index of a grant's holders serves as well. */
const OUTLIVED = {
  name: "ix_access_grant_companyId_direction_feature",
  columnNames: ["companyId", "feature", "direction"],
};

/** Searches find people by their rights, in the order of their ids. */
export class SearchIndices1795513000000 implements MigrationInterface {
  readonly name = "SearchIndices1795513000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, ...index } of INDICES) await runner.createIndex(table, new TableIndex(index));
    await runner.dropIndex("access_grant", OUTLIVED.name);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex("access_grant", new TableIndex(OUTLIVED));
    for (const { table, name } of [...INDICES].reverse()) await runner.dropIndex(table, name);
  }
}
