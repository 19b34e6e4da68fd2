import type { EntityManager } from "typeorm";
import { wantedByAll } from "../../kernel/deadline";
import type { Database } from "../db/database";
import { NamedSql } from "../db/query/named-sql";
import { QuotaUseEntity } from "./quota-use.entity";
import type { Quotas, UntoldSpending } from "./quotas";

/** How long the processes may know nothing of each other's spending. */
const TELL_EVERY_MS = 1_000;

/** Minutes that are kept, for who looks at what is going on. */
const KEPT_MINUTES = 10;

/** Enough for any limit, and fits the column. */
const MAX_POINTS = 2_000_000_000;

/**
 * Tells the processes on one PostgreSQL what each has spent, so that a limit is one however many there are: a second later at
 * most. On SQLite there is one process, and nothing to tell. Where the database does not answer, each counts for itself.
 */
export class SharedQuotas {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly quotas: Quotas,
    private readonly warn: (error: unknown) => void,
  ) {}

  /** Something was spent. */
  note(): void {
    if (this.database.kind !== "postgres" || this.timer || this.stopped) return;
    this.timer = wantedByAll(() => setTimeout(() => void this.turn(), TELL_EVERY_MS).unref());
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** Tells what others do not know yet, and learns what they have told. */
  async exchange(): Promise<void> {
    const minute = this.quotas.currentWindow;
    const untold = this.quotas.takeUntold();
    if (untold.length === 0) return;
    const totals = await this.database.write((manager) => add(manager, minute, untold));
    const start = `${minute}|`.length;
    this.quotas.learn(
      minute,
      totals.map(({ id, points }) => ({ id: id.slice(start), points })),
    );
  }

  private async turn(): Promise<void> {
    try {
      await this.exchange();
    } catch (error) {
      this.warn(error);
    }
    this.timer = null;
  }
}

/** In the order of ids, so that processes that tell at once never wait for each other. */
async function add(manager: EntityManager, minute: number, untold: readonly UntoldSpending[]) {
  const sql = new NamedSql();
  const rows = untold
    .map(({ id, points }) => ({ id: `${minute}|${id}`, points: Math.min(MAX_POINTS, Math.ceil(points)) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({ id, points }) =>
        `(${sql.bind(id)}, CAST(${sql.bind(minute)} AS INTEGER), CAST(${sql.bind(points)} AS INTEGER))`,
    );
  const sum = `"quota_use"."points" + "excluded"."points"`;
  const told = await sql.rows<{ id: string; points: number }>(
    manager,
    `INSERT INTO "quota_use" ("id", "minute", "points") VALUES ${rows.join(", ")} ON CONFLICT ("id") DO UPDATE ` +
      `SET "points" = CASE WHEN ${sum} > ${MAX_POINTS} THEN ${MAX_POINTS} ELSE ${sum} END RETURNING "id", "points"`,
  );
  const old = minute - KEPT_MINUTES;
  await manager.createQueryBuilder().delete().from(QuotaUseEntity).where("minute < :old", { old }).execute();
  return told;
}
