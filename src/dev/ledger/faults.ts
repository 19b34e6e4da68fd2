/** What can be made to go wrong on demand. `drop` cuts the connection before or after the work is committed. */
export type FaultKind =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  | { readonly kind: "delay"; readonly milliseconds: number; readonly when: "before" | "after" };

/** Meets the next `count` calls whose method and path fit. */
export interface PlannedFault {
  readonly fault: FaultKind;
  readonly method?: string;
  readonly pathPart?: string;
  readonly count: number;
}

/** Random trouble: each call draws once; the shares add up to at most 1. */
export interface Chaos {
  readonly seed: number;
  readonly shares: readonly { readonly share: number; readonly fault: FaultKind }[];
}

/** Decides what goes wrong with which call. The same seed and calls give the same faults. */
export class Faults {
  private planned: { fault: FaultKind; method?: string; pathPart?: string; left: number }[] = [];
  private chaos: Chaos | null = null;
  private state = 1;

  plan({ count, ...planned }: PlannedFault): void {
    this.planned.push({ ...planned, left: count });
  }

  /** How many planned faults have met no call yet. */
  get waiting(): number {
    return this.planned.reduce((sum, { left }) => sum + left, 0);
  }

  unleash(chaos: Chaos | null): void {
    this.chaos = chaos;
    this.state = chaos === null ? 1 : chaos.seed >>> 0;
  }

  clear(): void {
    this.planned = [];
    this.chaos = null;
  }

  next(method: string, path: string): FaultKind | null {
    const found = this.planned.find(
      (entry) => (entry.method ?? method) === method && path.includes(entry.pathPart ?? ""),
    );
    if (found) {
      found.left -= 1;
      if (found.left <= 0) this.planned = this.planned.filter((entry) => entry !== found);
      return found.fault;
    }
    return this.drawn();
  }

  private drawn(): FaultKind | null {
    if (!this.chaos) return null;
    let drawn = this.random();
    for (const { share, fault } of this.chaos.shares) {
      if (drawn < share) return fault;
      drawn -= share;
    }
    return null;
  }

  /** mulberry32: small, seeded, good enough for faults. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
