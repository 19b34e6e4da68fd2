/** Where writes run: one after the other, or side by side. */
export interface WriteLane {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing runs or waits any more. */
  idle(): Promise<void>;
}

/** First in, first out, one at a time: SQLite has one writer connection. */
export class Queue implements WriteLane {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.tail.then(task);
    this.tail = result.catch(() => undefined);
    return result;
  }

  async idle(): Promise<void> {
    for (let last; last !== this.tail;) await (last = this.tail);
  }
}

/** All at once: PostgreSQL's pool and row locks keep the order. */
export class SideBySide implements WriteLane {
  private readonly running = new Set<Promise<unknown>>();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = task();
    const settled: Promise<unknown> = result.then(
      () => this.running.delete(settled),
      () => this.running.delete(settled),
    );
    this.running.add(settled);
    return result;
  }

  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
