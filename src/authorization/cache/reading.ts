import type { Moment } from "./memory/moment";
import type { Place } from "./memory/recall";

/**
 * What one request has read already, so that fifty questions about one company and subject cost no more SELECTs than
 * one. Lives as long as its request, and only where nothing is written meanwhile.
 */
export class Reading {
  private kept: Map<string, Promise<unknown>> | null = null;
  /** When the request began to ask: all its questions are about the same instant. Null: it has not. */
  moment: Moment | null = null;
  /** The database's era as of when the request was there; null: still to be looked at. */
  era: number | null = null;
  /** Who was asked about last; undefined: nobody. Three fields, because a batch may note another one for each entry. */
  private placedSubject: string | null | undefined = undefined;
  private placedCompany = "";
  /** Undefined: he was not looked for. */
  private placed: Place | null | undefined = undefined;

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

  begin(moment: Moment): Moment {
    return (this.moment = moment);
  }

  /** Many requests ask many things about one person in one company, one after the other. Undefined: not the same. */
  place(company: string, subject: string | null): Place | null | undefined {
    return this.placedSubject === subject && this.placedCompany === company ? this.placed : undefined;
  }

  /** Whether the question before was about him too: only then is it worth while to look for his place and keep it. */
  repeats(company: string, subject: string | null): boolean {
    if (this.placedSubject === subject && this.placedCompany === company) return true;
    this.placedCompany = company;
    this.placedSubject = subject;
    this.placed = undefined;
    return false;
  }

  keepPlace(company: string, subject: string | null, place: Place | null): Place | null {
    this.placedCompany = company;
    this.placedSubject = subject;
    return (this.placed = place);
  }
}

const READING = Symbol("reading");

/** The reading of the request whose context this is. For root fields of queries: mutations must see their own writes. */
export function readingOf(context: object): Reading {
  // On the object itself: a WeakMap that fills with every request costs more in collection than the decisions do.
  return ((context as { [READING]?: Reading })[READING] ??= new Reading());
}
