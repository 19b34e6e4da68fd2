/** What is kept knows whether it was asked for lately, and how much room it takes. */
export interface Keepable {
  used: boolean;
  size: number;
}

/**
 * A bounded map that forgets what was not asked for since the last time it had to forget (second chance). A look-up
 * costs one look-up of a map: nothing is moved.
 */
export class SecondChance<T extends Keepable> {
  private readonly kept = new Map<string, T>();
  private total = 0;

  constructor(
    private readonly most: number,
    private readonly onGone: (value: T) => void = () => undefined,
  ) {}

  get size(): number {
    return this.total;
  }

  get(key: string): T | undefined {
    const value = this.kept.get(key);
    if (value !== undefined) value.used = true;
    return value;
  }

  set(key: string, value: T): void {
    this.delete(key);
    this.kept.set(key, value);
    this.total += value.size;
    this.shrink();
  }

  /** Something kept has changed its size. */
  resize(value: T, size: number): void {
    this.total += size - value.size;
    value.size = size;
    this.shrink();
  }

  private delete(key: string): void {
    const value = this.kept.get(key);
    if (value === undefined) return;
    this.kept.delete(key);
    this.total -= value.size;
    this.onGone(value);
  }

  private shrink(): void {
    // Each round either forgets one or takes one's second chance away, so it ends.
    for (const [key, value] of this.kept) {
      if (this.total <= this.most) return;
      if (value.used) {
        value.used = false;
        this.kept.delete(key);
        this.kept.set(key, value);
      } else {
        this.delete(key);
      }
    }
  }
}
