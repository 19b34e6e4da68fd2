import type { Logger } from "typeorm";

/** Counts the SELECTs sent while it was open; for tests that hold a query to a constant number. */
export interface StatementWindow {
  /** The statements seen so far, reads only; shown by a test that fails. */
  readonly selects: readonly string[];
  /** Closes the window and answers how many SELECTs it saw. */
  stop(): number;
}

const READS = /^\s*(?:SELECT|WITH)\b/i;

/** Sees every statement of the data sources whose logger it is; keeps texts only while a window is open. */
export class StatementCounter implements Logger {
  private readonly windows = new Set<string[]>();

  constructor(private readonly warn: (message: string) => void) {}

  open(): StatementWindow {
    const selects: string[] = [];
    this.windows.add(selects);
    return {
      selects,
      stop: () => {
        this.windows.delete(selects);
        return selects.length;
      },
    };
  }

  /** Whether somebody counts just now. */
  get counting(): boolean {
    return this.windows.size > 0;
  }

  logQuery(query: string): void {
    if (this.windows.size === 0 || !READS.test(query)) return;
    for (const selects of this.windows) selects.push(query);
  }

  log(level: "log" | "info" | "warn", message: unknown): void {
    if (level === "warn") this.warn(String(message));
  }

  // A failed statement is thrown to whoever sent it; logging it here would print its parameters.
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
}
