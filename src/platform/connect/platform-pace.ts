import type { EntityManager } from "typeorm";
import type { Database } from "../../infra/db/database";
import { lockRow } from "../../infra/db/query/rows";
import { toInstant, type Clock } from "../../kernel/clock";
import { PlatformTrouble } from "../port/platform-trouble";
import type { PlatformTarget } from "../port/target";
import type { CallPace } from "../rest/rest-client";
import type { ToldLimit } from "../rest/rest-trouble";
import { callsLeft, giveBack, heard, nextCallAt, spend, type PaceWindows } from "./pace-windows";
import { PlatformConnectionEntity } from "./platform-connection.entity";

interface Block {
  left: number;
  /** Milliseconds since 1970: what is left by then is given back. */
  until: number;
  told: ToldLimit | null;
}

const FRESH: PaceWindows = { hour: null, spike: null };
/** Taken from the account's windows at once, so that a process asks the database now and then, not before each call. */
const MAX_BLOCK = 10;
/** Of what is left: several processes share it. */
const BLOCK_SHARE = 0.25;
const BLOCK_MS = 2_000;

/**
 * Keeps each company's calls within its service account's windows, over all processes: each takes a few calls at a time
 * from the connection's row, where what the platform said of the windows is kept as well. No call is sent that the
 * platform would refuse for its limits.
 */
export class PlatformPace implements CallPace {
  private readonly blocks = new Map<string, Block>();
  private readonly taking = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws PlatformTrouble `rate_limited` with the time to wait. */
  async take({ connectionId }: PlatformTarget): Promise<void> {
    for (;;) {
      const block = this.blocks.get(connectionId);
      if (block && block.left > 0 && this.now() < block.until) {
        block.left -= 1;
        return;
      }
      await this.refill(connectionId);
    }
  }

  told({ connectionId }: PlatformTarget, limit: ToldLimit | null, retryAfterMs: number | null): void {
    const block = this.blocks.get(connectionId) ?? { left: 0, until: 0, told: null };
    block.told = limit ?? block.told;
    this.blocks.set(connectionId, block);
    if (retryAfterMs === null) return;
    block.left = 0;
    const pausedUntil = toInstant(new Date(this.now() + retryAfterMs));
    // The call that was refused waits for nothing of this.
    void this.database
      .write((manager) => manager.update(PlatformConnectionEntity, { id: connectionId }, { pausedUntil }))
      .catch(() => undefined);
  }

  private refill(connectionId: string): Promise<void> {
    const running = this.taking.get(connectionId);
    if (running) return running;
    const work = this.database
      .write((manager) => this.takeBlock(manager, connectionId))
      .finally(() => this.taking.delete(connectionId));
    this.taking.set(connectionId, work);
    return work;
  }

  private async takeBlock(manager: EntityManager, connectionId: string): Promise<void> {
    const now = this.now();
    const row = await lockRow(manager, PlatformConnectionEntity, connectionId);
    if (!row) throw new PlatformTrouble("unauthorised", "The company is not connected to the platform");
    if (row.pausedUntil !== null && Date.parse(row.pausedUntil) > now) throw tooEarly(Date.parse(row.pausedUntil), now);
    const before = this.blocks.get(connectionId);
    const returned = giveBack(row.pace ?? FRESH, before?.left ?? 0);
    const windows = before?.told ? heard(returned, before.told, now) : returned;
    const free = nextCallAt(windows, now);
    const calls = Math.min(MAX_BLOCK, Math.max(1, Math.floor(callsLeft(windows, now) * BLOCK_SHARE)));
    const pace = free > now ? windows : spend(windows, now, calls);
    await manager.update(PlatformConnectionEntity, { id: connectionId }, { pace: pace });
    this.blocks.set(connectionId, { left: free > now ? 0 : calls, until: now + BLOCK_MS, told: null });
    if (free > now) throw tooEarly(free, now);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function tooEarly(until: number, now: number): PlatformTrouble {
  const words = "The platform's allowance is spent for the moment";
  return new PlatformTrouble("rate_limited", words, { retryAfterMs: Math.max(1, until - now) });
}
