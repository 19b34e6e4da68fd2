import { HOUR_MS } from "../../../kernel/clock";
/** What an account may call: in an hour, and in ten seconds (rate limiting guide). */
export interface CallAllowance {
  readonly perHour: number;
  readonly perTenSeconds: number;
}
/** The published allowance of an hour; the platform keeps the other one to itself. */
export const PLATFORM_ALLOWANCE: CallAllowance = { perHour: 3_600, perTenSeconds: 100 };

const TEN_SECONDS_MS = 10_000;

/** What the headers say, of the window that an account is nearer to the end of. */
export interface WindowTold {
  readonly limit: number;
  readonly remaining: number;
  /** Unix seconds. */
  readonly reset: number;
  /** Whether the call is beyond it. */
  readonly exceeded: boolean;
}

/** Calls in a window that begins at whole multiples of its length. */
class FixedWindow {
  private begunAt = 0;
  private calls = 0;

  constructor(
    private readonly limit: number,
    private readonly lengthMs: number,
  ) {}

  count(now: number): WindowTold {
    const begun = Math.floor(now / this.lengthMs) * this.lengthMs;
    if (begun !== this.begunAt) {
      this.begunAt = begun;
      this.calls = 0;
    }
    this.calls += 1;
    return {
      limit: this.limit,
      remaining: Math.max(0, this.limit - this.calls),
      reset: Math.ceil((begun + this.lengthMs) / 1000),
      exceeded: this.calls > this.limit,
    };
  }
}

/** One account's windows. Calls that fail count as well. */
export class CallWindows {
  private readonly hour: FixedWindow;
  private readonly spike: FixedWindow;

  constructor({ perHour, perTenSeconds }: CallAllowance) {
    this.hour = new FixedWindow(perHour, HOUR_MS);
    this.spike = new FixedWindow(perTenSeconds, TEN_SECONDS_MS);
  }

  count(now: number): WindowTold {
    const [hour, spike] = [this.hour.count(now), this.spike.count(now)];
    if (hour.exceeded || spike.exceeded) return hour.exceeded ? hour : spike;
    return hour.remaining < spike.remaining ? hour : spike;
  }
}
