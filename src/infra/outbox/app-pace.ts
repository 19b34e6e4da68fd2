import type { EntityManager } from "typeorm";
import type { Database } from "../db/database";
import { lockRow } from "../db/query/rows";
import { MAX_CLOCK_SKEW_MS, toInstant, type Clock } from "../../kernel/clock";
import { OutboxAppPaceEntity, type AppSlots } from "./outbox-app-pace.entity";

/** Xero's allowance for one application, over all its organisations (developer.xero.com, "OAuth 2.0 API limits"). */
export const XERO_APP_PER_MINUTE = 10_000;

const ROW = "ledger";
const MINUTE = 60_000;
/** A block is good for a second: so the window that counts it is a second longer than the ledger's. */
const BLOCK_MS = 1_000;
/** Of the allowance, so that a process asks the database now and then, not before each call. */
const BLOCK_SHARE = 50;

/**
 * The allowance of the whole application, shared by all processes: each takes a block of calls at a time, and gives back
 * what it did not use of the last one. Calls count from when they could last have been made, so a rolling minute never
 * sees too many.
 */
export class AppPace {
  private left = 0;
  private until = 0;
  private taking: Promise<number> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly perMinute: number = XERO_APP_PER_MINUTE,
  ) {}

  /** Not inside a transaction. Answers when there is a call to spend, in milliseconds since 1970: now, or later. */
  async ready(): Promise<number> {
    const now = this.now();
    if (this.left > 0 && now < this.until) return now;
    this.taking ??= this.database
      .write((manager) => this.take(manager))
      .finally(() => {
        this.taking = null;
      });
    return this.taking;
  }

  /** Spends calls; false: there is none by now, ask `ready` again. What a block lacks, the next one has less. */
  trySpend(calls = 1): boolean {
    if (this.left <= 0 || this.now() >= this.until) return false;
    this.left -= calls;
    return true;
  }

  private async take(manager: EntityManager): Promise<number> {
    const now = this.now();
    const kept = await this.row(manager);
    const latest = now + BLOCK_MS + MAX_CLOCK_SKEW_MS;
    // What a clock that ran ahead has taken counts for nothing.
    const counts = ([until]: AppSlots[number]) => until > now - MINUTE && until <= latest;
    const slots = returned(kept.slots, this.until, this.left).filter(counts);
    this.left = 0;
    const used = slots.reduce((sum, [, calls]) => sum + calls, 0);
    const block = Math.min(this.perMinute - used, Math.max(1, Math.floor(this.perMinute / BLOCK_SHARE)));
    const until = now + BLOCK_MS;
    const next = block > 0 ? added(slots, until, block) : slots;
    await manager.update(OutboxAppPaceEntity, { id: ROW }, { slots: next });
    if (block <= 0) return Math.max(now + 1, (slots[0]?.[0] ?? now) + MINUTE);
    this.left = block;
    this.until = until;
    return now;
  }

  private async row(manager: EntityManager): Promise<OutboxAppPaceEntity> {
    const fresh = { id: ROW, slots: [], createdAt: toInstant(this.clock.now()) };
    const insert = manager.createQueryBuilder().insert().into(OutboxAppPaceEntity).values(fresh);
    await insert.orIgnore().updateEntity(false).execute();
    const row = await lockRow(manager, OutboxAppPaceEntity, ROW);
    if (!row) throw new Error("The application's pace is not there");
    return row;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

/** Without what was not used of a block, or with what was used beyond it. */
function returned(slots: AppSlots, until: number, left: number): AppSlots {
  const back = slots.map(([at, calls]) =>
    at === until ? ([at, Math.max(0, calls - left)] as const) : ([at, calls] as const),
  );
  return back.filter(([, calls]) => calls > 0);
}

/** In the order of their ends, those of one instant together. */
function added(slots: AppSlots, until: number, calls: number): AppSlots {
  const same = slots.find(([at]) => at === until);
  const rest = slots.filter(([at]) => at !== until);
  return [...rest, [until, calls + (same?.[1] ?? 0)] as const].sort(([a], [b]) => a - b);
}
