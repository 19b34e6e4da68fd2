import type { EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import { DecisionEntryEntity } from "./decision-entry.entity";
import type { GrantUse } from "./waiting-decision";

const DELETED_AT_ONCE = 2000;
const USE_COLUMNS = ["id", "companyId", "lastUsedAt", "lastAllowedAt", "createdAt"] as const;
const USES_AT_ONCE = 200;
const ENTRIES_AT_ONCE = 250;

/** Writes decisions and uses of grants, and deletes what is too old. */
export class DecisionStore {
  constructor(private readonly database: Database) {}

  /** All or nothing. */
  async write(entries: readonly DecisionEntryEntity[], uses: ReadonlyMap<string, GrantUse>): Promise<void> {
    if (entries.length === 0 && uses.size === 0) return;
    await this.database.write(async (manager) => {
      for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE)
        await writeEntries(manager, entries.slice(from, from + ENTRIES_AT_ONCE));
      const rows = [...uses];
      for (let from = 0; from < rows.length; from += USES_AT_ONCE)
        await writeUses(manager, rows.slice(from, from + USES_AT_ONCE));
    });
  }

  ping(): Promise<void> {
    return this.database.ping();
  }

  /** Deletes the decisions made before the instant, in small transactions; answers how many there were. */
  async deleteBefore(instant: string): Promise<number> {
    let deleted = 0;
    for (;;) {
      const ids = await this.idsBefore(instant);
      if (ids.length === 0) return deleted;
      await this.database.write((manager) => manager.delete(DecisionEntryEntity, ids));
      deleted += ids.length;
    }
  }

  private async idsBefore(instant: string): Promise<string[]> {
    const query = this.database.read().createQueryBuilder(DecisionEntryEntity, "entry").select("entry.id");
    const found = await query
      .where("entry.at < :instant", { instant })
      .orderBy("entry.at")
      .limit(DELETED_AT_ONCE)
      .getMany();
    return found.map(({ id }) => id);
  }
}

/** As `insertRows` does, in less than half of its time: a log is written all the time, and requests wait meanwhile. */
async function writeEntries(manager: EntityManager, entries: readonly DecisionEntryEntity[]): Promise<void> {
  const { columns, tableName } = manager.dataSource.getMetadata(DecisionEntryEntity);
  const { driver } = manager.dataSource;
  const postgres = driver.options.type === "postgres";
  const values: unknown[] = [];
  const rows = entries.map((entry) => {
    const row = columns.map((column) => {
      values.push(driver.preparePersistentValue(entry[column.propertyName as keyof DecisionEntryEntity], column));
      return postgres ? `$${values.length}` : "?";
    });
    return `(${row.join(", ")})`;
  });
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(", ");
  await manager.query(`INSERT INTO "${tableName}" (${names}) VALUES ${rows.join(", ")}`, values);
}

/** Two instances may write one grant's use in either order: the later instant stays. */
async function writeUses(manager: EntityManager, uses: readonly (readonly [string, GrantUse])[]): Promise<void> {
  const postgres = manager.dataSource.options.type === "postgres";
  const values: unknown[] = [];
  // In one order for all, so that two instances never wait for each other's rows.
  const rows = [...uses]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, use]) => {
      const { companyId, lastUsedAt, lastAllowedAt } = use;
      const row = [id, companyId, lastUsedAt, lastAllowedAt, lastAllowedAt].map((value) => {
        values.push(value);
        return postgres ? `$${values.length}` : "?";
      });
      return `(${row.join(", ")})`;
    });
  const later = (column: string) =>
    `"${column}" = CASE WHEN "grant_use"."${column}" IS NULL OR excluded."${column}" > "grant_use"."${column}"
       THEN excluded."${column}" ELSE "grant_use"."${column}" END`;
  await manager.query(
    `INSERT INTO "grant_use" (${USE_COLUMNS.map((name) => `"${name}"`).join(", ")}) VALUES ${rows.join(", ")}
     ON CONFLICT ("id") DO UPDATE SET ${later("lastUsedAt")}, ${later("lastAllowedAt")}`,
    values,
  );
}
