import type { Database } from "../db/database";
import { toInstant } from "../../kernel/clock";
import { freeLanes, nextDueAt } from "./due";
import type { OutboxHandler } from "./handler";
import { QueueClaimer, type LaneName, type NextStep } from "./queue-claimer";
import { OutboxLaneEntity } from "./outbox-lane.entity";
import type { RelaySettings } from "./relay-settings";
import type { TryOutcome } from "./consequence";
import { settleAll } from "./settle";

interface Pause {
  /** Milliseconds since 1970; null: the lane is free. */
  until: number | null;
  reason: string;
}

/** An authorisation that was refused is tried again after this, or at once after a new consent. */
const UNAUTHORISED_PAUSE_MS = 15 * 60_000;

/**
 * Delivers what is in the outbox. Several relays may run: a lane is one relay's at a time, on PostgreSQL by row locks
 * that are skipped, on SQLite by the one process there is. A try is counted before its call, and settled after it.
 */
export class Relay {
  private readonly ledger: QueueClaimer;
  private readonly mine = new Set<string>();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly handler: OutboxHandler,
    private readonly settings: RelaySettings,
  ) {
    this.ledger = new QueueClaimer(database, handler, settings);
  }

  /** Does all that can be done now. Answers when there will be more to do, as far as that is known; null: no time. */
  async turn(): Promise<Date | null> {
    for (;;) {
      if (this.stopping) return null;
      const lanes = await this.claimLanes();
      if (lanes.length === 0) break;
      const ended = await Promise.allSettled(lanes.map((lane) => this.serve(lane)));
      const broken = ended.find((one) => one.status === "rejected");
      if (broken) throw broken.reason;
    }
    const next = await nextDueAt(this.database.read(), this.queue);
    return next === null ? null : new Date(next);
  }

  private get queue() {
    return this.settings.queue ?? "ledger";
  }

  /** Begins nothing more; calls under way are settled by the turn that made them. */
  stop(): void {
    this.stopping = true;
  }

  private async claimLanes(): Promise<LaneName[]> {
    return this.database.write(async (manager) => {
      const now = this.settings.clock.now();
      const lanes = await freeLanes(manager, this.queue, toInstant(now), this.settings.lanes);
      const leasedUntil = toInstant(new Date(now.getTime() + this.settings.leaseMs));
      const lease = { leasedBy: this.settings.name, leasedUntil, servedAt: toInstant(now), pauseReason: null };
      for (const { id } of lanes) await manager.update(OutboxLaneEntity, { id }, lease);
      return lanes;
    });
  }

  private async serve(lane: LaneName): Promise<void> {
    const running = new Set<Promise<void>>();
    const pause: Pause = { until: null, reason: "" };
    const defects: unknown[] = [];
    try {
      while (!this.stopping && pause.until === null && defects.length === 0) {
        if (running.size >= this.settings.limits.concurrent) {
          await Promise.race(running);
          continue;
        }
        const step = await this.ledger.next(lane, this.mine);
        if (step.kind === "settled") continue;
        if (step.kind === "nothing") {
          if (step.resumeAt !== null) Object.assign(pause, { until: step.resumeAt, reason: "pace" });
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
    } finally {
      await Promise.allSettled(running);
      await this.releaseLane(lane, pause);
    }
    if (defects.length > 0) throw defects[0];
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
      await this.database.write(async (manager) => {
        const now = this.settings.clock.now().getTime();
        await this.ledger.landed(manager, lane, step);
        await settleAll(manager, this.handler, this.settings, messages, outcomes, now);
      });
      this.pauseFor(outcomes, pause);
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

  /** What the ledger says of the whole lane stops the lane, not the one message. */
  private pauseFor(outcomes: readonly TryOutcome[], pause: Pause): void {
    const now = this.settings.clock.now().getTime();
    for (const outcome of outcomes) {
      if (outcome.kind === "unauthorised")
        Object.assign(pause, { until: now + UNAUTHORISED_PAUSE_MS, reason: "unauthorised" });
      if (outcome.kind === "deferred" && outcome.retryAfterMs !== null)
        Object.assign(pause, { until: Math.max(pause.until ?? 0, now + outcome.retryAfterMs), reason: outcome.reason });
    }
  }

  private async releaseLane({ id }: LaneName, { until, reason }: Pause): Promise<void> {
    const paused = until === null ? {} : { pausedUntil: toInstant(new Date(until)), pauseReason: reason };
    await this.database.write((manager) =>
      manager.update(
        OutboxLaneEntity,
        { id, leasedBy: this.settings.name },
        { leasedBy: null, leasedUntil: null, servedAt: toInstant(this.settings.clock.now()), ...paused },
      ),
    );
  }
}
