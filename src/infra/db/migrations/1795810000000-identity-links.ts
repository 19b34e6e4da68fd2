import {
  Table,
  TableColumn,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
  type TableIndexOptions,
  type TableOptions,
} from "typeorm";
import { oneOf } from "../schema/columns";
import { checks, MigrationColumns, NULLABLE, refersTo, refersWithinCompany } from "../schema/migration-columns";

const IN_FORCE = `"endedAt" IS NULL`;

/** Accounts of people: a table instead of a column of members that nothing ever wrote. */
export class IdentityLinks1795810000000 implements MigrationInterface {
  readonly name = "IdentityLinks1795810000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.createTable(new Table(table(column)));
    for (const index of inForce()) await runner.createIndex("identity_link", new TableIndex(index));
    await runner.dropIndex("member", "ix_member_identitySubject");
    await runner.dropColumn("member", "identitySubject");
    await runner.addColumn("member", new TableColumn(column.text("erasedAt", NULLABLE)));
  }

  async down(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    await runner.dropColumn("member", "erasedAt");
    await runner.addColumn("member", new TableColumn(column.text("identitySubject", NULLABLE)));
    await runner.createIndex("member", new TableIndex({ columnNames: ["identitySubject"] }));
    await runner.dropTable("identity_link");
  }
}

function table(column: MigrationColumns): TableOptions {
  return {
    name: "identity_link",
    columns: [
      column.id(),
      column.text("issuer"),
      column.text("subject"),
      column.text("companyId", NULLABLE),
      column.text("memberId", NULLABLE),
      column.text("staffId", NULLABLE),
      column.text("linkedAt"),
      column.text("linkedByKind"),
      column.text("linkedBy"),
      column.text("endedAt", NULLABLE),
      column.text("endedBy", NULLABLE),
      column.text("endReason", NULLABLE),
    ],
    foreignKeys: [refersWithinCompany("member", "memberId"), refersTo("vendor_staff", "staffId")],
    ...checks(oneOf("linkedByKind", ["sign_in", "member", "staff", "system"])),
  };
}

function inForce(): TableIndexOptions[] {
  const unique = (name: string, columnNames: string[], where: string) => ({ name, columnNames, isUnique: true, where });
  return [
    unique("ux_identity_link_member_account", ["issuer", "subject", "companyId"], IN_FORCE),
    unique("ux_identity_link_staff_account", ["issuer", "subject"], `${IN_FORCE} AND "staffId" IS NOT NULL`),
    unique("ux_identity_link_member", ["memberId", "issuer"], IN_FORCE),
    unique("ux_identity_link_staff", ["staffId", "issuer"], IN_FORCE),
  ];
}
