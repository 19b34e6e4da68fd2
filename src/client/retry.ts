import { AccessFailure } from "./access-failure";

/** How often and how long to try. All times are in milliseconds. */
export interface RetrySettings {
  /** Calls in all, the first one included. */
  readonly attempts: number;
  /** Longest wait before the second call; it doubles for each further one. The wait itself is drawn at random. */
  readonly backOff: number;
  readonly longestBackOff: number;
  /** From the first call until the answer, all waits included. */
  readonly deadline: number;
}

export interface RetryTools {
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Resolves after the time; rejects with the signal's reason as soon as it is aborted. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const end = () => {
      signal?.removeEventListener("abort", abort);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const abort = () => {
      clearTimeout(timer);
      if (signal) reject(reasonOf(signal));
    };
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** What an aborted call rejects with. */
export function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  return reason instanceof Error ? reason : new Error("The call was aborted", { cause: reason });
}

/**
 * Makes the call until it succeeds, fails for good, or there is no time left. The server's Retry-After is obeyed; where
 * it is longer than the time left, the failure is told at once.
 */
export async function withRetries<T>(
  call: (attempt: number, timeLeft: number) => Promise<T>,
  settings: RetrySettings,
  tools: RetryTools,
  signal?: AbortSignal,
): Promise<T> {
  const end = tools.now() + settings.deadline;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(attempt, end - tools.now());
    } catch (error) {
      if (!(error instanceof AccessFailure) || !error.retryable || attempt >= settings.attempts) throw error;
      const pause = pauseAfter(error, attempt, settings, tools);
      if (tools.now() + pause >= end) throw error;
      await tools.wait(pause, signal);
    }
  }
}

/** Drawn at random from nothing to the longest, so that many clients do not come back at one moment. */
function pauseAfter(
  { retryAfter }: AccessFailure,
  attempt: number,
  settings: RetrySettings,
  tools: RetryTools,
): number {
  const longest = Math.min(settings.longestBackOff, settings.backOff * 2 ** (attempt - 1));
  return (retryAfter ?? 0) + tools.random() * longest;
}
