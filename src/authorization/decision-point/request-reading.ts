import { toInstant, type Clock } from "../../kernel/clock";
import type { DecisionCache } from "../cache/decision-cache";

/** When a request is answered, and of which version of the data. */
export interface DecisionInstant {
  readonly at: string;
  /** Null: nothing that is kept may be used. */
  readonly dataVersion: number | null;
}

/**
 * What one request has read already: fifty questions about one company and subject cost no more SELECTs than one, and all are
 * about the same instant. Lives as long as its request, and only where nothing is written meanwhile.
 */
export class RequestReading {
  private kept: Map<string, Promise<unknown>> | null = null;
  private begun: DecisionInstant | null = null;

  /** The answer kept under the key, or the one that `read` gives now. */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const kept = (this.kept ??= new Map<string, Promise<unknown>>());
    let answer = kept.get(key) as Promise<T> | undefined;
    if (!answer) {
      answer = read();
      kept.set(key, answer);
    }
    return answer;
  }

  /** The moment of the whole request, taken at its first question. */
  moment(clock: Clock, cache: DecisionCache): DecisionInstant {
    return (this.begun ??= { at: toInstant(clock.now()), dataVersion: cache.dataVersion() });
  }
}

const READING = Symbol("reading");

/** The reading of the request whose context this is; of a mutation, that of what it has left (`forgetReading`). */
export function readingOf(context: object): RequestReading {
  // On the object itself: a WeakMap that fills with every request costs more in collection than the decisions do.
  return ((context as { [READING]?: RequestReading })[READING] ??= new RequestReading());
}

/** Something was written: what the request asks from now on is read anew, at a moment of its own. */
export function forgetReading(context: object): void {
  delete (context as { [READING]?: RequestReading })[READING];
}
