import type { Clock } from "../../kernel/clock";
import type { AppPace } from "./app-pace";
import type { OutboxQueue } from "./outbox-lane.entity";
import type { PaceLimits } from "./pace";

export interface RelaySettings {
  /** Tells this relay from others; any unique text. */
  readonly name: string;
  readonly clock: Clock;
  /** Whose lanes it serves; the ledger's if left out. */
  readonly queue?: OutboxQueue;
  readonly limits: PaceLimits;
  /** The allowance of all lanes together; none if left out. */
  readonly appPace?: Pick<AppPace, "ready" | "trySpend">;
  /** 0 to 1; for the jitter of the back-off. */
  readonly random: () => number;
  /** How long a lane and its calls are one relay's; longer than any call's time-out. */
  readonly leaseMs: number;
  /**
   * How long after an unknown outcome the ledger is looked into: longer than a call's time-out, so that a write that is
   * still under way has landed by then.
   */
  readonly lookUpAfterMs: number;
  /**
   * How long after its messages were claimed a call may begin to write. With a call's time-out it is less than
   * `lookUpAfterMs`: what leaves at all has left before anybody looks.
   */
  readonly writeWithinMs: number;
  /** Milliseconds since any instant, never jumping; the process's own if left out. */
  readonly steady?: () => number;
  /** Lanes served at once. */
  readonly lanes: number;
}

export const RELAY_DEFAULTS = { leaseMs: 120_000, lookUpAfterMs: 45_000, writeWithinMs: 10_000, lanes: 20 } as const;
