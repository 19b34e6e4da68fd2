interface Waiting<T> {
  readonly item: T;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes items in groups: those that arrive while a group is being written are the next one. So many that come at once
 * cost few transactions, and one that comes alone does not wait.
 */
export class GroupWriter<T> {
  private readonly waiting: Waiting<T>[] = [];
  private running = false;

  /** @param keep stores a group whole, or throws */
  constructor(
    private readonly maxGroup: number,
    private readonly keep: (group: readonly T[]) => Promise<void>,
  ) {}

  /** Resolves once the item is stored; throws what storing its group threw. */
  write(item: T): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, this.maxGroup);
      try {
        await this.keep(group.map(({ item }) => item));
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    this.running = false;
  }
}
