/** Xero's published allowance for one organisation (developer.xero.com, "OAuth 2.0 API limits"). */
export interface Allowance {
  readonly concurrent: number;
  readonly perMinute: number;
  readonly perDay: number;
}
export const XERO_ALLOWANCE: Allowance = { concurrent: 5, perMinute: 60, perDay: 5000 };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type LimitProblem = "concurrent" | "minute" | "day";

/** What a call is told of the allowance, in Xero's headers. */
export interface LimitAnswer {
  readonly problem: LimitProblem | null;
  /** Seconds, whole. */
  readonly retryAfter: number;
  readonly dayRemaining: number;
  readonly minuteRemaining: number;
}

/** Counts one organisation's calls in rolling windows. Refused calls do not count against it. */
export class CallLimits {
  private running = 0;
  private calls: number[] = [];

  constructor(private readonly allowance: Allowance) {}

  /** Admits a call that begins now, or says what it runs into; an admitted one must `end`. */
  begin(now: number): LimitAnswer {
    this.forget(now);
    const inMinute = this.calls.length - this.firstAfter(now - MINUTE);
    const left = {
      dayRemaining: Math.max(0, this.allowance.perDay - this.calls.length),
      minuteRemaining: Math.max(0, this.allowance.perMinute - inMinute),
    };
    if (left.dayRemaining === 0) return { ...left, problem: "day", retryAfter: this.secondsUntil(0, DAY, now) };
    if (left.minuteRemaining === 0) {
      const oldest = this.firstAfter(now - MINUTE);
      return { ...left, problem: "minute", retryAfter: this.secondsUntil(oldest, MINUTE, now) };
    }
    if (this.running >= this.allowance.concurrent) return { ...left, problem: "concurrent", retryAfter: 1 };
    this.running += 1;
    this.calls.push(now);
    return {
      problem: null,
      retryAfter: 0,
      dayRemaining: left.dayRemaining - 1,
      minuteRemaining: left.minuteRemaining - 1,
    };
  }

  end(): void {
    this.running -= 1;
  }

  private secondsUntil(index: number, window: number, now: number): number {
    return Math.max(1, Math.ceil(((this.calls[index] ?? now) + window - now) / 1000));
  }

  /** Index of the first call later than the instant. */
  private firstAfter(instant: number): number {
    let low = 0;
    let high = this.calls.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.calls[middle] ?? 0) > instant) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private forget(now: number): void {
    const keep = this.firstAfter(now - DAY);
    if (keep > 0) this.calls = this.calls.slice(keep);
  }
}
