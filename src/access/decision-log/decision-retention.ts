import { toInstant, type Clock } from "../../kernel/clock";
import type { DecisionStore } from "./decision-store";

const DAY = 86_400_000;
const EVERY = 3_600_000;

/** Deletes decisions that are older than the log keeps them. Several instances may do so at once. */
export class DecisionRetention {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: Pick<DecisionStore, "deleteBefore">,
    /** 0: for ever. */
    private readonly days: number,
    private readonly clock: Clock,
    private readonly warn: (error: unknown) => void,
  ) {}

  /** Once an hour from now on, until `stop`. */
  start(): void {
    if (this.days === 0 || this.timer) return;
    this.timer = setInterval(() => void this.run().catch(this.warn), EVERY);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  /** Deletes what is too old now; answers how many decisions there were. */
  async run(): Promise<number> {
    if (this.days === 0) return 0;
    return this.store.deleteBefore(toInstant(new Date(this.clock.now().getTime() - this.days * DAY)));
  }
}
