import type { Clock } from "../../kernel/clock";
import { wantedByAll } from "../../kernel/deadline";

export interface TurnLoopParts {
  readonly clock: Clock;
  /** Does all that can be done now; answers when there will be more to do, null: no time is known. */
  readonly turn: () => Promise<Date | null>;
  /** The longest that the loop sleeps. */
  readonly idleMs: number;
  readonly warn: (error: unknown) => void;
}

const MIN_WAIT_MS = 50;

/** Turns whenever there is something to do, or may be: when it is woken, when the time has come, and after an idle while. */
export class TurnLoop {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;
  private wanted = false;

  constructor(private readonly parts: TurnLoopParts) {}

  /** Something may be to do. */
  wake(): void {
    if (this.stopped) return;
    this.wanted = true;
    // Whoever woke it does not take it with them when they go.
    this.running ??= wantedByAll(() => this.run()).finally(() => {
      this.running = null;
    });
  }

  /** Begins no turn more, and waits for the one that is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    const { clock, turn, idleMs, warn } = this.parts;
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      const next = await turn().catch((error: unknown) => {
        warn(error);
        return null;
      });
      const wait =
        next === null ? idleMs : Math.max(MIN_WAIT_MS, Math.min(idleMs, next.getTime() - clock.now().getTime()));
      if (this.timer) clearTimeout(this.timer);
      this.timer = setTimeout(() => this.wake(), wait).unref();
    }
  }
}
