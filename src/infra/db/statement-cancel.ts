import { Client } from "pg";
import { currentSignal, OperationTimedOut, requireWanted } from "../../kernel/deadline";

/** What of a query runner says which session its statements run in. */
interface Session {
  connect(): Promise<{ readonly processID: number }>;
}

const CONNECT_MS = 5_000;

/**
 * Statements of PostgreSQL that end with the work that they are for. By themselves they would go on for as long as they
 * take, and keep a connection of the pool, after the answer that nobody waits for.
 */
export class StatementCancel {
  constructor(
    private readonly url: string,
    private readonly warn: (message: string) => void,
  ) {}

  /** Runs the statement; throws `OperationTimedOut` where its work is not wanted any more, before or meanwhile. */
  async run<T>(session: Session, statement: () => Promise<T>): Promise<T> {
    const signal = currentSignal();
    if (!signal) return statement();
    const { processID } = await session.connect();
    requireWanted();
    let cancelled: Promise<void> | undefined;
    const cancel = () => {
      cancelled = this.cancel(processID);
    };
    signal.addEventListener("abort", cancel, { once: true });
    try {
      return await statement();
    } catch (error) {
      throw signal.aborted ? new OperationTimedOut() : error;
    } finally {
      signal.removeEventListener("abort", cancel);
      // The session goes back to the pool after this: the cancellation must not meet somebody else's statement.
      await cancelled;
    }
  }

  /** By a connection of its own, since those of the pool may all be waited for. */
  private async cancel(processId: number): Promise<void> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: CONNECT_MS });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT pg_cancel_backend($1)", [processId]);
    } catch (error) {
      this.warn(`A statement could not be cancelled: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
