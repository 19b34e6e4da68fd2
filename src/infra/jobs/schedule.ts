import { lockRow } from "../db/query/rows";
import type { Database } from "../db/database";
import { type Clock, latestAfter, toInstant } from "../../kernel/clock";
import { JobEntity } from "./job.entity";

/** Something that is done again and again. Doing it twice must do no harm: a process can die after the work. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

export interface ScheduleParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly duties: readonly Job[];
  /** Unique among the processes. */
  readonly name: string;
  readonly warn: (error: unknown, duty: string) => void;
}

/** A process that does not answer for so long has lost its duty. */
const LEASE_MS = 10 * 60_000;
const LOOK_MS = 1_000;

/** Does recurring duties. Of several instances one does each, when it is due; what was due during a stop is done after it. */
export class Schedule {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly parts: ScheduleParts) {}

  /** Looks once a second what is due. */
  start(): void {
    const look = () => {
      if (this.stopped) return;
      this.running = this.turn().catch((error: unknown) => this.parts.warn(error, "schedule"));
      void this.running.then(() => {
        if (!this.stopped) this.timer = setTimeout(look, LOOK_MS).unref();
      });
    };
    look();
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** Does everything that is due now, one after the other. Answers the names of what was done. */
  async turn(): Promise<void> {
    const resting = await this.resting();
    for (const duty of this.parts.duties)
      if (!this.stopped && !resting.has(duty.name) && (await this.take(duty))) await this.perform(duty);
  }

  /** What is not due, or another's: seen in one look without a lock, for it is looked every second. */
  private async resting(): Promise<ReadonlySet<string>> {
    const { database, clock } = this.parts;
    const at = toInstant(clock.now());
    const rows = await database.read().find(JobEntity);
    const everyMs = new Map(this.parts.duties.map((duty) => [duty.name, duty.everyMs]));
    return new Set(rows.filter((row) => !isFree(row, at, everyMs.get(row.id) ?? 0)).map(({ id }) => id));
  }

  private async take({ name, everyMs }: Job): Promise<boolean> {
    const { database, clock, name: me } = this.parts;
    return database.write(async (manager) => {
      const at = toInstant(clock.now());
      const fresh = { id: name, nextAt: at, leasedBy: null, leasedUntil: null, doneAt: null, lastError: null };
      const rows = manager
        .createQueryBuilder()
        .insert()
        .into(JobEntity)
        .values({ ...fresh, createdAt: at });
      await rows.orIgnore().updateEntity(false).execute();
      const row = await lockRow(manager, JobEntity, name);
      if (!row || !isFree(row, at, everyMs)) return false;
      const leasedUntil = toInstant(new Date(clock.now().getTime() + LEASE_MS));
      await manager.update(JobEntity, { id: name }, { leasedBy: me, leasedUntil });
      return true;
    });
  }

  private async perform({ name, everyMs, work }: Job): Promise<void> {
    const { database, clock, name: me, warn } = this.parts;
    let lastError: string | null = null;
    try {
      await work();
    } catch (error) {
      warn(error, name);
      lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    }
    const now = clock.now();
    const done = { doneAt: toInstant(now), nextAt: toInstant(new Date(now.getTime() + everyMs)), lastError };
    await database.write((manager) =>
      manager.update(JobEntity, { id: name, leasedBy: me }, { ...done, leasedBy: null, leasedUntil: null }),
    );
  }
}

/** Due, and nobody's; an instant that no clock that is right can have written counts for nothing. */
function isFree({ nextAt, leasedUntil }: JobEntity, at: string, everyMs: number): boolean {
  const isDue = nextAt <= at || nextAt > latestAfter(at, everyMs);
  return isDue && (leasedUntil === null || leasedUntil <= at || leasedUntil > latestAfter(at, LEASE_MS));
}
