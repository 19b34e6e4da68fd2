import { Table, type MigrationInterface, type QueryRunner, type TableOptions } from "typeorm";
import { MigrationColumns, NULLABLE, checks, indices, refersTo, uniques } from "../schema/migration-columns";

/** Consents to a ledger's organisation, and what they gave. */
export class Tenancy1795690000000 implements MigrationInterface {
  readonly name = "Tenancy1795690000000";

  async up(runner: QueryRunner): Promise<void> {
    const column = new MigrationColumns(runner);
    for (const table of [access(column), consent(column)]) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["ledger_consent", "ledger_access"]) await runner.dropTable(name);
  }
}

function access(column: MigrationColumns): TableOptions {
  return {
    name: "ledger_access",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("tenantId"),
      column.text("tenantName"),
      column.text("ledgerConnectionId"),
      column.text("state"),
      column.text("lostCode", NULLABLE),
      column.text("scope"),
      column.text("accessToken", NULLABLE),
      column.text("accessExpiresAt", NULLABLE),
      column.text("refreshToken", NULLABLE),
      column.text("renewedAt"),
      column.text("leasedBy", NULLABLE),
      column.text("leasedUntil", NULLABLE),
      column.text("authorisedByName"),
      column.text("authorisedByEmail", NULLABLE),
      column.text("authorisedAt"),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId")],
    ...uniques(["tenantId"]),
    ...checks(`"state" IN ('active', 'lost', 'ending')`),
  };
}

function consent(column: MigrationColumns): TableOptions {
  return {
    name: "ledger_consent",
    columns: [
      column.id(),
      column.text("companyId"),
      column.text("connectionId"),
      column.text("stateDigest"),
      column.text("verifier"),
      column.json("person"),
      column.text("step"),
      column.text("choiceDigest", NULLABLE),
      column.text("tokens", NULLABLE),
      column.json("tenants", NULLABLE),
      column.text("expiresAt"),
      column.text("createdAt"),
    ],
    foreignKeys: [refersTo("company", "companyId")],
    ...uniques(["stateDigest"], ["choiceDigest"]),
    ...indices(["expiresAt"]),
    ...checks(`"step" IN ('asked', 'answered', 'choosing', 'done', 'failed')`),
  };
}
