import { createHash } from "node:crypto";
import { DefaultNamingStrategy, type Table } from "typeorm";

/**
 * Readable names of keys and constraints, the same in entities and migrations: `uq_member_companyId_email` in an error
 * tells more than a hash. Only a CHECK's name carries a hash, of its expression, so that a change of the expression is
 * seen as a change of the schema.
 */
export class ReadableNames extends DefaultNamingStrategy {
  override primaryKeyName(table: Table | string): string {
    return `pk_${bare(table)}`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return joined("uq", table, columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return joined("fk", table, columns);
  }

  override indexName(table: Table | string, columns: string[]): string {
    return joined("ix", table, columns);
  }

  override checkConstraintName(table: Table | string, expression: string): string {
    const column = /"(\w+)"/.exec(expression)?.[1] ?? "row";
    const digest = createHash("sha256").update(expression).digest("hex").slice(0, 8);
    return `ck_${bare(table)}_${column}_${digest}`;
  }
}

function joined(prefix: string, table: Table | string, columns: readonly string[]): string {
  // TypeORM reads the columns of a constraint back in any order.
  return [prefix, bare(table), ...[...columns].sort()].join("_");
}

function bare(table: Table | string): string {
  const name = typeof table === "string" ? table : table.name;
  return name.slice(name.lastIndexOf(".") + 1);
}
