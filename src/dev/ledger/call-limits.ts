/** Xero's published allowance for one organisation (developer.xero.com, "OAuth 2.0 API limits"). */
export interface Allowance {
  readonly concurrent: number;
  readonly perMinute: number;
  readonly perDay: number;
  /** Of all organisations together. */
  readonly appPerMinute: number;
}
export const XERO_ALLOWANCE: Allowance = { concurrent: 5, perMinute: 60, perDay: 5000, appPerMinute: 10_000 };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type LimitProblem = "concurrent" | "minute" | "day" | "appminute";

/** What a call is told of the allowance, in Xero's headers. */
export interface LimitAnswer {
  readonly problem: LimitProblem | null;
  /** Seconds, whole. */
  readonly retryAfter: number;
  readonly dayRemaining: number;
  readonly minuteRemaining: number;
  readonly appRemaining: number;
}

/** When calls were made, within a rolling window. */
export class CallWindow {
  private calls: number[] = [];

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
  ) {}

  left(now: number): number {
    const gone = this.calls.findIndex((at) => at > now - this.windowMs);
    this.calls = gone < 0 ? [] : gone > 0 ? this.calls.slice(gone) : this.calls;
    return Math.max(0, this.most - this.calls.length);
  }

  add(now: number): void {
    this.calls.push(now);
  }

  /** Whole seconds until one more has room. */
  secondsUntilFree(now: number): number {
    return Math.max(1, Math.ceil(((this.calls[0] ?? now) + this.windowMs - now) / 1000));
  }
}

/** The window that all organisations share. */
export function appWindow({ appPerMinute }: Allowance): CallWindow {
  return new CallWindow(appPerMinute, MINUTE);
}

/** Counts one organisation's calls in rolling windows. Refused calls do not count against it. */
export class CallLimits {
  private running = 0;
  private readonly minute: CallWindow;
  private readonly day: CallWindow;

  /** @param app all organisations' window; its own if left out */
  constructor(
    private readonly allowance: Allowance,
    private readonly app: CallWindow = appWindow(allowance),
  ) {
    this.minute = new CallWindow(allowance.perMinute, MINUTE);
    this.day = new CallWindow(allowance.perDay, DAY);
  }

  /** Admits a call that begins now, or says what it runs into; an admitted one must `end`. */
  begin(now: number): LimitAnswer {
    const left = {
      dayRemaining: this.day.left(now),
      minuteRemaining: this.minute.left(now),
      appRemaining: this.app.left(now),
    };
    if (left.dayRemaining === 0) return { ...left, problem: "day", retryAfter: this.day.secondsUntilFree(now) };
    if (left.minuteRemaining === 0)
      return { ...left, problem: "minute", retryAfter: this.minute.secondsUntilFree(now) };
    if (left.appRemaining === 0) return { ...left, problem: "appminute", retryAfter: this.app.secondsUntilFree(now) };
    if (this.running >= this.allowance.concurrent) return { ...left, problem: "concurrent", retryAfter: 1 };
    this.running += 1;
    for (const window of [this.day, this.minute, this.app]) window.add(now);
    return {
      problem: null,
      retryAfter: 0,
      dayRemaining: left.dayRemaining - 1,
      minuteRemaining: left.minuteRemaining - 1,
      appRemaining: left.appRemaining - 1,
    };
  }

  end(): void {
    this.running -= 1;
  }
}
