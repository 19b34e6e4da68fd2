interface Entry<T> {
  readonly first: string;
  readonly second: string;
  value: T;
  /** Whether it was asked for since it last stood at the front of the queue. */
  used: boolean;
}

/**
 * A bounded map by two texts, which forgets what was not asked for lately. A look-up makes no key of the two: texts that are
 * kept know their hash, and one put together for the look-up would have to be read whole.
 */
export class PairMap<T> {
  private readonly rows = new Map<string, Map<string, Entry<T>>>();
  private readonly queue = new Set<Entry<T>>();

  /** @param most entries at most, one at least */
  constructor(private readonly most: number) {}

  get size(): number {
    return this.queue.size;
  }

  get(first: string, second: string): T | undefined {
    const entry = this.rows.get(first)?.get(second);
    if (entry === undefined) return undefined;
    entry.used = true;
    return entry.value;
  }

  set(first: string, second: string, value: T): void {
    let row = this.rows.get(first);
    if (!row) this.rows.set(first, (row = new Map<string, Entry<T>>()));
    const known = row.get(second);
    if (known) {
      known.value = value;
      known.used = true;
      return;
    }
    if (this.queue.size >= this.most) this.forgetOne();
    // The row may have gone with the last that was in it.
    this.rows.set(first, row);
    const entry = { first, second, value, used: false };
    row.set(second, entry);
    this.queue.add(entry);
  }

  /** The first that was not asked for since it stood there last; the others go to the end, so it ends. */
  private forgetOne(): void {
    for (const entry of this.queue) {
      this.queue.delete(entry);
      if (!entry.used) return this.drop(entry);
      entry.used = false;
      this.queue.add(entry);
    }
  }

  private drop({ first, second }: Entry<T>): void {
    const row = this.rows.get(first);
    row?.delete(second);
    if (row?.size === 0) this.rows.delete(first);
  }
}
