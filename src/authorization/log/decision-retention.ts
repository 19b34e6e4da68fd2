import { toInstant, type Clock } from "../../kernel/clock";
import type { DecisionStore } from "./decision-store";

const DAY = 86_400_000;

/** Deletes decisions that are older than the log keeps them: a recurring duty. Several instances may do so at once. */
export class DecisionRetention {
  constructor(
    private readonly store: Pick<DecisionStore, "deleteBefore" | "sayDays">,
    /** 0: for ever. */
    private readonly days: number,
    private readonly clock: Clock,
  ) {}

  /** Deletes what is too old now; answers how many decisions there were. */
  async run(): Promise<number> {
    const now = this.clock.now();
    if (this.days > 0) return this.store.deleteBefore(toInstant(new Date(now.getTime() - this.days * DAY)), this.days);
    await this.store.sayDays(toInstant(now), 0);
    return 0;
  }
}
