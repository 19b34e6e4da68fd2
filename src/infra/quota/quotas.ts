import type { Clock } from "../../kernel/clock";

/** Spending is counted in fixed windows of this length. */
export const WINDOW_SECONDS = 60;

/** Spenders counted in one window; of more than these, further ones are not counted. */
const MAX_SPENDERS = 100_000;

/** Kinds of limits: of requests and points in a minute, and of letters in a day (mail/letter-quota.ts). */
export type QuotaPolicy =
  "address" | "person" | "key" | "company" | "letters" | "letters-to-reader" | "letters-of-company";

/** Somebody who spends, and what they may spend in a window. */
export interface Quota {
  /** What kind of limit it is; goes into the headers of the answer. */
  readonly policy: QuotaPolicy;
  /** Who of that kind. */
  readonly spender: string;
  readonly limit: number;
}

/** How a quota stands. */
export interface QuotaState extends Quota {
  readonly remaining: number;
  /** Seconds until there is all of it again. */
  readonly reset: number;
  /** What the limit is of, in seconds. */
  readonly window: number;
}

export interface Spending {
  readonly allowed: boolean;
  readonly states: readonly QuotaState[];
}

/** What one spender has spent in the present window. */
interface Counter {
  readonly limit: number;
  /** Here, since it was last told to the others. */
  own: number;
  /** By everybody, as far as is known. */
  known: number;
}

/** Spending that other processes should know of. */
export interface UntoldSpending {
  readonly id: string;
  readonly points: number;
}

/** A part of the limit that is too small to be told to other processes. */
const TELLING_SHARE = 0.01;

/**
 * Counts what callers and companies use, in points. What is left may be overdrawn by one request, whatever it costs: so a
 * costly one is as possible as many cheap ones. Windows are of the clock, so that all processes count in the same ones.
 */
export class Quotas {
  private window = 0;
  private counters = new Map<string, Counter>();

  constructor(private readonly clock: Clock) {}

  /** Takes the points from all quotas, or from none where one of them is used up. A limit of 0 is none. */
  spend(quotas: readonly Quota[], points: number): Spending {
    const reset = this.turnOver();
    const held = quotas.filter(({ limit }) => limit > 0);
    const counters = held.map((quota) => this.counter(quota));
    const allowed = counters.every(({ own, known, limit }) => own + known < limit);
    if (allowed) for (const counter of counters) counter.own += points;
    const states = held.map((quota, index): QuotaState => {
      const { own, known } = counters[index] as Counter;
      return { ...quota, remaining: Math.max(0, Math.floor(quota.limit - own - known)), reset, window: WINDOW_SECONDS };
    });
    return { allowed, states };
  }

  /** The number of the present window, since 1970. */
  get currentWindow(): number {
    return Math.floor(this.clock.now().getTime() / 1000 / WINDOW_SECONDS);
  }

  /** What others do not know yet and should. It is theirs to be told from now on. */
  takeUntold(): UntoldSpending[] {
    this.turnOver();
    const untold: UntoldSpending[] = [];
    for (const [id, counter] of this.counters) {
      if (counter.own < counter.limit * TELLING_SHARE) continue;
      untold.push({ id, points: counter.own });
      counter.known += counter.own;
      counter.own = 0;
    }
    return untold;
  }

  /** What everybody has spent in the window, this process included. */
  learn(window: number, totals: readonly { readonly id: string; readonly points: number }[]): void {
    if (window !== this.window) return;
    for (const { id, points } of totals) {
      const counter = this.counters.get(id);
      if (counter) counter.known = Math.max(counter.known, points);
    }
  }

  private counter({ policy, spender, limit }: Quota): Counter {
    const id = `${policy}:${spender}`;
    let counter = this.counters.get(id);
    if (!counter) {
      counter = { limit, own: 0, known: 0 };
      if (this.counters.size < MAX_SPENDERS) this.counters.set(id, counter);
    }
    return counter;
  }

  /** Forgets the window that is over; seconds until the present one is. */
  private turnOver(): number {
    const window = this.currentWindow;
    if (window !== this.window) {
      this.window = window;
      this.counters = new Map();
    }
    return Math.max(1, Math.ceil((window + 1) * WINDOW_SECONDS - this.clock.now().getTime() / 1000));
  }
}
