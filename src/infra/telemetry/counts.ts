import type { Attributes, Meter } from "@opentelemetry/api";

interface Cell {
  readonly attributes: Attributes;
  value: number;
}

/**
 * A counter for hot paths: adds to a plain number, and hands the sums over when somebody collects. Its labels are of
 * closed lists, or it would grow without bound.
 */
export class Counts {
  private readonly cells = new Map<string, Map<string, Cell>>();

  constructor(
    meter: Meter,
    name: string,
    description: string,
    private readonly labels: readonly [string, string],
  ) {
    meter.createObservableCounter(name, { description }).addCallback((result) => {
      for (const row of this.cells.values())
        for (const { value, attributes } of row.values()) result.observe(value, attributes);
    });
  }

  add(first: string, second: string, count = 1): void {
    let row = this.cells.get(first);
    if (!row) this.cells.set(first, (row = new Map<string, Cell>()));
    const cell = row.get(second);
    if (cell) cell.value += count;
    else row.set(second, { attributes: { [this.labels[0]]: first, [this.labels[1]]: second }, value: count });
  }
}
