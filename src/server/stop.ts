import type { FastifyInstance } from "fastify";

export interface StopOptions {
  readonly app: FastifyInstance;
  /** Closes what requests use (the database), once the last one is answered. */
  readonly closeRest: () => Promise<void>;
  /** How long running requests may take. */
  readonly seconds: number;
}

const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/**
 * On SIGTERM or SIGINT: takes no more connections, answers what is running, closes the rest, exits 0.
 * Exits 1 where that fails or takes too long, and at once at a second signal.
 */
export function stopOnSignals(options: StopOptions): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    options.app.log.info({ signal }, "stopping: running requests are answered first");
    void stop(options).then((code) => process.exit(code));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

async function stop({ app, closeRest, seconds }: StopOptions): Promise<number> {
  const late = setTimeout(() => {
    app.log.error({ seconds }, "stopped with requests unanswered");
    process.exit(1);
  }, seconds * 1000);
  try {
    await app.close();
    await closeRest();
    app.log.info("stopped");
    return 0;
  } catch (error) {
    app.log.error({ err: error }, "stopping failed");
    return 1;
  } finally {
    clearTimeout(late);
  }
}
