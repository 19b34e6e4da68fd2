import { onAbort } from "./abort-listeners";
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
  /** Milliseconds since whenever; a clock that is never set. */
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const USUAL: RetrySettings = { attempts: 3, backOff: 100, longestBackOff: 2_000, deadline: 10_000 };
/** A timer of more days than these 24 would end at once. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** What is left out is as usual. Throws a RangeError for what is no number of calls or no time. */
export function retrySettings(given: Partial<RetrySettings> = {}): RetrySettings {
  const { attempts, backOff, longestBackOff, deadline } = given;
  return {
    attempts: atLeast(1, "retry.attempts", attempts ?? USUAL.attempts),
    backOff: atLeast(0, "retry.backOff", backOff ?? USUAL.backOff),
    longestBackOff: atLeast(0, "retry.longestBackOff", longestBackOff ?? USUAL.longestBackOff),
    deadline: timeOf("retry.deadline", deadline ?? USUAL.deadline),
  };
}

/** Milliseconds as a timer can wait them; endless is 24 days. Throws a RangeError for what is no time. */
export function timeOf(name: string, milliseconds: number): number {
  return Math.min(MAX_TIMEOUT_MS, Math.ceil(atLeast(1, name, milliseconds)));
}

function atLeast(least: number, name: string, value: number): number {
  if (typeof value === "number" && value >= least) return value;
  throw new RangeError(`${name} must be a number from ${least}; it is ${String(value)}.`);
}

/** Resolves after the time; rejects with the signal's reason as soon as it is aborted. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const end = () => {
      ignore();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const ignore = whenAborted(signal, (reason) => {
      clearTimeout(timer);
      reject(reason);
    });
  });
}

/** Calls once with the reason of the signal when it is aborted; what it returns takes that back. */
export function whenAborted(signal: AbortSignal | undefined, listener: (reason: Error) => void): () => void {
  return signal ? onAbort(signal, () => listener(reasonOf(signal))) : () => undefined;
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
