import { CompanyEntity } from "../../tenant/companies/company.entity";
import type { Database } from "../db/database";
import { lockRow } from "../db/query/rows";
import { toInstant, type Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import { isFree, Leases } from "../queue/leases";
import type { AppPace } from "./app-pace";
import type { LaneName } from "./queue-claimer";
import { OutboxLaneEntity } from "./outbox-lane.entity";
import { FRESH_PACE, landed, nextCallAt, spend, type PaceLimits } from "./pace";

/** The lane is somebody else's now, or its allowance is spent. */
export class LaneBusy extends Error {
  constructor(
    /** When it may be free; null: whenever the other is done. */
    readonly until: Date | null,
  ) {
    super(`The ledger's allowance is in use${until === null ? "" : ` until ${until.toISOString()}`}`);
    this.name = "LaneBusy";
  }
}

export interface LaneCallParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: PaceLimits;
  /** The allowance of all lanes together; none if left out. */
  readonly appPace?: Pick<AppPace, "ready" | "trySpend">;
  /** How long a call may take at most. */
  readonly leaseMs: number;
}

/**
 * Single calls to a lane's organisation beside the relay's: readings. They spend the same allowance, and none runs while
 * a relay serves the lane, so that both together never pass a limit.
 */
export class LaneCalls {
  constructor(private readonly parts: LaneCallParts) {}

  /**
   * One call. Throws LaneBusy, and what the work throws.
   * @param retryAfterMs how long the ledger asks to leave it alone, by the error it answered; null: it does not
   */
  async call<T>(
    lane: LaneName,
    work: () => Promise<T>,
    retryAfterMs: (error: unknown) => number | null = () => null,
  ): Promise<T> {
    const { clock, leaseMs } = this.parts;
    const leases = new Leases(OutboxLaneEntity, { name: `reading ${newId()}`, clock, leaseMs });
    const plannedAt = await this.take(lane, leases);
    let pause: number | null = null;
    try {
      return await work();
    } catch (error) {
      pause = retryAfterMs(error);
      throw error;
    } finally {
      await this.giveBack(lane, leases, plannedAt, pause);
    }
  }

  private async take({ id, companyId }: LaneName, leases: Leases<OutboxLaneEntity>): Promise<number> {
    const { database, clock, limits, appPace } = this.parts;
    const appFree = (await appPace?.ready()) ?? 0;
    return database.write(async (manager) => {
      await lockRow(manager, CompanyEntity, companyId);
      const now = clock.now().getTime();
      const at = toInstant(new Date(now));
      const fresh = { id, companyId, queue: "ledger", servedAt: at, pace: FRESH_PACE, createdAt: at } as const;
      await manager
        .createQueryBuilder()
        .insert()
        .into(OutboxLaneEntity)
        .values(fresh)
        .orIgnore()
        .updateEntity(false)
        .execute();
      const lane = await lockRow(manager, OutboxLaneEntity, id);
      if (!lane || !isFree(lane, at)) throw new LaneBusy(null);
      // What the pace itself holds up is reckoned anew.
      if (lane.pausedUntil !== null && lane.pausedUntil > at && lane.pauseReason !== "pace")
        throw new LaneBusy(new Date(lane.pausedUntil));
      const free = Math.max(nextCallAt(lane.pace, limits, now), appFree);
      if (free > now) throw new LaneBusy(new Date(free));
      if (appPace?.trySpend() === false) throw new LaneBusy(null);
      await leases.take(manager, [lane], { pace: spend(lane.pace, now) });
      return now;
    });
  }

  private giveBack(
    { id, companyId }: LaneName,
    leases: Leases<OutboxLaneEntity>,
    plannedAt: number,
    pause: number | null,
  ): Promise<void> {
    const { database, clock } = this.parts;
    return database.write(async (manager) => {
      await lockRow(manager, CompanyEntity, companyId);
      const lane = await lockRow(manager, OutboxLaneEntity, id);
      if (!lane) return;
      const now = clock.now().getTime();
      const pace = landed(lane.pace, plannedAt, now);
      const paused =
        pause === null ? {} : { pausedUntil: toInstant(new Date(now + pause)), pauseReason: "rate_limited" };
      await manager.update(OutboxLaneEntity, { id }, { pace, ...paused });
      await leases.giveBack(manager, id);
    });
  }
}
