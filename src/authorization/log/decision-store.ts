import { In, type EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { DecisionEntryEntity } from "./decision-entry.entity";
import { DecisionSealEntity } from "../seals/decision-seal.entity";
import type { SealPlace } from "../seals/seal-chain";
import { sealBatch, sealRetention } from "./decision-seals";
import type { GrantUse } from "./waiting-decision";

const DELETED_BATCH_SIZE = 2000;
const SEALS_BATCH_SIZE = 20;
const USE_COLUMNS = ["id", "companyId", "lastUsedAt", "lastAllowedAt", "createdAt"] as const;
const USES_BATCH_SIZE = 200;
const ENTRIES_BATCH_SIZE = 250;

/** Writes decisions and uses of grants, and deletes what is too old. */
export class DecisionStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All or nothing, with the seal of the decisions. */
  async write(entries: readonly DecisionEntryEntity[], uses: ReadonlyMap<string, GrantUse>): Promise<void> {
    if (entries.length === 0 && uses.size === 0) return;
    await this.database.write(async (manager) => {
      if (entries.length > 0) {
        const seal = await sealBatch(manager, entries, toInstant(this.clock.now()));
        for (const entry of entries) entry.seal = seal;
      }
      for (let from = 0; from < entries.length; from += ENTRIES_BATCH_SIZE)
        await writeEntries(manager, entries.slice(from, from + ENTRIES_BATCH_SIZE));
      const rows = [...uses];
      for (let from = 0; from < rows.length; from += USES_BATCH_SIZE)
        await writeUses(manager, rows.slice(from, from + USES_BATCH_SIZE));
    });
  }

  ping(): Promise<void> {
    return this.database.ping();
  }

  /**
   * Deletes the decisions made before the instant, in small transactions, seal by seal, and says so in the chain; answers
   * how many there were. A seal goes once all of its decisions are that old.
   * @param days for how long decisions are kept, for whoever reads the chain
   */
  async deleteBefore(instant: string, days: number): Promise<number> {
    let deleted = await this.deleteUnsealed(instant);
    for (;;) {
      const seals = await this.sealsBefore(instant);
      if (seals.length === 0) break;
      deleted += await this.deleteSealed(seals, instant, days);
    }
    await this.sayDays(instant, days);
    return deleted;
  }

  /** Says in the chain for how many days decisions are kept from now on, where it is not what was said last; 0: for ever. */
  async sayDays(until: string, days: number): Promise<void> {
    const order = { sequence: "DESC" } as const;
    const [said] = await this.database
      .read()
      .find(DecisionSealEntity, { where: { word: "kept_since" }, order, take: 1 });
    if (said?.days === days) return;
    await this.database.write((manager) => this.sayKept(manager, { until, days, through: placeOf(said) }));
  }

  /** The oldest seals, as long as all that they seal is older. */
  private async sealsBefore(instant: string): Promise<DecisionSealEntity[]> {
    const order = { sequence: "ASC" } as const;
    const found = await this.database.read().find(DecisionSealEntity, { order, take: SEALS_BATCH_SIZE });
    const end = found.findIndex(({ word, until }) => word === "written" && until >= instant);
    const old = end === -1 ? found : found.slice(0, end);
    // The last word on what is kept stays, for whoever reads the chain from here.
    return old.at(-1)?.word === "kept_since" ? old.slice(0, -1) : old;
  }

  private deleteSealed(seals: readonly DecisionSealEntity[], until: string, days: number): Promise<number> {
    return this.database.write(async (manager) => {
      const seal = In(seals.map(({ sequence }) => sequence));
      await manager.delete(DecisionEntryEntity, { seal });
      await manager.delete(DecisionSealEntity, { sequence: seal });
      await this.sayKept(manager, { until, days, through: seals.at(-1) ?? null });
      return seals.reduce((sum, { entries }) => sum + entries, 0);
    });
  }

  private sayKept(manager: EntityManager, said: { until: string; days: number; through: SealPlace | null }) {
    return sealRetention(manager, { at: toInstant(this.clock.now()), ...said });
  }

  private async deleteUnsealed(instant: string): Promise<number> {
    let deleted = 0;
    for (;;) {
      const query = this.database.read().createQueryBuilder(DecisionEntryEntity, "entry").select("entry.id");
      query.where("entry.at < :instant AND entry.seal IS NULL", { instant });
      const ids = (await query.orderBy("entry.at").limit(DELETED_BATCH_SIZE).getMany()).map(({ id }) => id);
      if (ids.length === 0) return deleted;
      await this.database.write((manager) => manager.delete(DecisionEntryEntity, ids));
      deleted += ids.length;
    }
  }
}

function placeOf(said: DecisionSealEntity | undefined): SealPlace | null {
  if (said?.through == null || said.throughHash === null) return null;
  return { sequence: said.through, hash: said.throughHash };
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
