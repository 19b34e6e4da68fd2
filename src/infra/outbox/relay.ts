import type { Database } from "../db/database";
import { toInstant } from "../../kernel/clock";
import { LeaseQueue, type Served } from "../queue/lease-queue";
import { Leases } from "../queue/leases";
import { dueLanes, nextDueAt } from "./due";
import type { OutboxHandler } from "./handler";
import { QueueClaimer, type LaneName, type NextStep, type Paused } from "./queue-claimer";
import { OutboxLaneEntity } from "./outbox-lane.entity";
import type { RelaySettings } from "./relay-settings";
import type { TryOutcome } from "./consequence";
import { settleAll } from "./settle";

interface Pause {
  /** Milliseconds since 1970; null: the lane is free. */
  until: number | null;
  reason: string;
}

/** Why a lane rests that the pace alone holds up. */
const PACE = "pace";
/** An authorisation that was refused is tried again after this, or at once after a new consent. */
const UNAUTHORISED_PAUSE_MS = 15 * 60_000;

/**
 * Delivers what is in the outbox. Several relays may run: a lane is one relay's at a time, on PostgreSQL by row locks
 * that are skipped, on SQLite by the one process there is. A try is counted before its call, and settled after it.
 */
export class Relay {
  private readonly ledger: QueueClaimer;
  private readonly lanes: LeaseQueue<OutboxLaneEntity>;
  private readonly mine = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly handler: OutboxHandler,
    private readonly settings: RelaySettings,
  ) {
    const { clock, queue = "ledger", lanes: most } = settings;
    const leases = new Leases(OutboxLaneEntity, settings);
    this.ledger = new QueueClaimer(database, handler, settings, leases);
    this.lanes = new LeaseQueue({
      ...{ database, clock, leases, most },
      due: (manager, at) => dueLanes(manager, queue, at),
      taken: (servedAt) => ({ servedAt, pauseReason: null }),
      serve: (lane) => this.serve(lane),
      nextAt: () => nextDueAt(database.read(), queue),
    });
  }

  /** Does all that can be done now. Answers when there will be more to do, as far as that is known; null: no time. */
  turn(): Promise<Date | null> {
    return this.lanes.turn();
  }

  /** Begins nothing more; calls under way are settled by the turn that made them. */
  stop(): void {
    this.lanes.stop();
  }

  private async serve(lane: LaneName): Promise<Served<OutboxLaneEntity>> {
    const running = new Set<Promise<void>>();
    const pause: Pause = { until: null, reason: "" };
    const defects: unknown[] = [];
    try {
      while (!this.lanes.isStopping && pause.until === null && defects.length === 0) {
        if (running.size >= this.settings.limits.concurrent) {
          await Promise.race(running);
          continue;
        }
        const step = await this.ledger.next(lane, this.mine);
        if (step.kind === "settled") continue;
        if (step.kind === "nothing") {
          // The ledger may have asked for a rest while the pace was looked at.
          if (step.resumeAt !== null && pause.until === null)
            Object.assign(pause, { until: step.resumeAt, reason: PACE });
          if (running.size === 0) break;
          // What is under way may free what waits for it.
          await Promise.race(running);
          continue;
        }
        const work: Promise<void> = this.attempt(lane, step, pause)
          .catch((error: unknown) => void defects.push(error))
          .finally(() => running.delete(work));
        running.add(work);
      }
    } catch (error) {
      defects.push(error);
    }
    await Promise.allSettled(running);
    const servedAt = toInstant(this.settings.clock.now());
    // What the ledger asked for is written with its answer: somebody may have let the lane go on since, as by a new consent.
    return { besides: { servedAt, ...(pause.reason === PACE ? pausedBy(pause) : {}) }, defects };
  }

  private async attempt(
    lane: LaneName,
    step: Extract<NextStep, { kind: "call" | "look_up" }>,
    pause: Pause,
  ): Promise<void> {
    const { messages } = step;
    for (const { id } of messages) this.mine.add(id);
    try {
      const outcomes = await this.outcomes(step);
      const asked = this.pauseFor(outcomes, pause);
      await this.database.write(async (manager) => {
        const now = this.settings.clock.now().getTime();
        await this.ledger.landed(manager, lane, step, asked ? pausedBy(pause) : {});
        await settleAll(manager, this.handler, this.settings, messages, outcomes, now);
      });
    } finally {
      for (const { id } of messages) this.mine.delete(id);
    }
  }

  private async outcomes(step: Extract<NextStep, { kind: "call" | "look_up" }>): Promise<readonly TryOutcome[]> {
    if (step.kind === "call") return this.handler.deliver(step.messages, step.call);
    const found = await this.handler.find(step.messages);
    return step.messages.map(
      (_message, index) => found[index] ?? { kind: "unknown", reason: "Nothing was said of it" },
    );
  }

  /** What the ledger says of the whole lane stops the lane, not the one message; false: it says nothing of it. */
  private pauseFor(outcomes: readonly TryOutcome[], pause: Pause): boolean {
    const now = this.settings.clock.now().getTime();
    let asked = false;
    for (const outcome of outcomes) {
      if (outcome.kind === "unauthorised")
        Object.assign(pause, { until: now + UNAUTHORISED_PAUSE_MS, reason: "unauthorised" });
      else if (outcome.kind === "deferred" && outcome.retryAfterMs !== null)
        Object.assign(pause, { until: Math.max(pause.until ?? 0, now + outcome.retryAfterMs), reason: outcome.reason });
      else continue;
      asked = true;
    }
    return asked;
  }
}

function pausedBy({ until, reason }: Pause): Paused {
  return until === null ? {} : { pausedUntil: toInstant(new Date(until)), pauseReason: reason };
}
