import type { Moment, Place } from "./memory/recall";

/**
 * What one request has read already, so that fifty questions about one company and subject cost no more SELECTs than
 * one. Lives as long as its request, and only where nothing is written meanwhile.
 */
export class Reading {
  private readonly kept = new Map<string, Promise<unknown>>();
  private begun: Moment | null = null;
  private placed: { readonly company: string; readonly subject: string | null; readonly place: Place | null } | null =
    null;

  /** The answer kept under the key, or the one that `read` gives now. */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    let answer = this.kept.get(key) as Promise<T> | undefined;
    if (!answer) {
      answer = read();
      this.kept.set(key, answer);
    }
    return answer;
  }

  /** When the request began to ask: all its questions are about the same instant. */
  moment(begin: () => Moment): Moment {
    return (this.begun ??= begin());
  }

  /** Most requests ask many things about one person in one company, one after the other. */
  place(company: string, subject: string | null, find: () => Place | null): Place | null {
    if (this.placed?.company !== company || this.placed.subject !== subject)
      this.placed = { company, subject, place: find() };
    return this.placed.place;
  }
}

const READINGS = new WeakMap<object, Reading>();

/** The reading of the request whose context this is. For root fields of queries: mutations must see their own writes. */
export function readingOf(context: object): Reading {
  let reading = READINGS.get(context);
  if (!reading) READINGS.set(context, (reading = new Reading()));
  return reading;
}
