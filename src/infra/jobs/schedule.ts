import { lockRow } from "../db/query/rows";
import type { Database } from "../db/database";
import { type Clock, latestAfter, toInstant } from "../../kernel/clock";
import { FREE, isFree, Leases } from "../queue/leases";
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
  private readonly leases: Leases<JobEntity>;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly parts: ScheduleParts) {
    this.leases = new Leases(JobEntity, { ...parts, leaseMs: LEASE_MS });
  }

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
    return new Set(rows.filter((row) => !isDue(row, at, everyMs.get(row.id) ?? 0)).map(({ id }) => id));
  }

  private async take({ name, everyMs }: Job): Promise<boolean> {
    const { database, clock } = this.parts;
    return database.write(async (manager) => {
      const at = toInstant(clock.now());
      const fresh = { id: name, nextAt: at, ...FREE, doneAt: null, lastError: null };
      const rows = manager
        .createQueryBuilder()
        .insert()
        .into(JobEntity)
        .values({ ...fresh, createdAt: at });
      await rows.orIgnore().updateEntity(false).execute();
      const row = await lockRow(manager, JobEntity, name);
      if (!row || !isDue(row, at, everyMs)) return false;
      await this.leases.take(manager, [row]);
      return true;
    });
  }

  private async perform({ name, everyMs, work }: Job): Promise<void> {
    const { database, clock, warn } = this.parts;
    let lastError: string | null = null;
    try {
      await work();
    } catch (error) {
      warn(error, name);
      lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    }
    const now = clock.now();
    const done = { doneAt: toInstant(now), nextAt: toInstant(new Date(now.getTime() + everyMs)), lastError };
    await database.write((manager) => this.leases.giveBack(manager, name, done));
  }
}

/** Due, and nobody's; an instant that no clock that is right can have written counts for nothing. */
function isDue(row: JobEntity, at: string, everyMs: number): boolean {
  const { nextAt, leasedUntil } = row;
  const isTime = nextAt <= at || nextAt > latestAfter(at, everyMs);
  return isTime && (isFree(row, at) || (leasedUntil ?? "") > latestAfter(at, LEASE_MS));
}
