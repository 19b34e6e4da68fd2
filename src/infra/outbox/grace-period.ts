interface Seen {
  attempts: number;
  readonly since: number;
}

const MAX_KEPT = 50_000;

/**
 * How long this process has itself known that a message's outcome is unknown, by a clock that never jumps. The wall
 * clock may leap over the time in which a write still lands; this does not. A process that has just begun knows
 * nothing, and waits anew.
 */
export class GracePeriod {
  private readonly seen = new Map<string, Seen>();

  /** @param steady milliseconds since any instant */
  constructor(private readonly steady: () => number) {}

  /** Milliseconds of `patience` that are left; begins with what is new. */
  left({ id, attempts }: { readonly id: string; readonly attempts: number }, patience: number): number {
    const now = this.steady();
    const known = this.seen.get(id);
    if (known?.attempts === attempts) return Math.max(0, known.since + patience - now);
    this.forgetOldest();
    this.seen.set(id, { attempts, since: now });
    return patience;
  }

  /** A look-up counts as a try, and changes nothing of what is known. */
  lookedUp(id: string, attempts: number): void {
    const known = this.seen.get(id);
    if (known) known.attempts = attempts;
  }

  forget(id: string): void {
    this.seen.delete(id);
  }

  private forgetOldest(): void {
    const [oldest] = this.seen.keys();
    if (this.seen.size >= MAX_KEPT && oldest !== undefined) this.seen.delete(oldest);
  }
}
