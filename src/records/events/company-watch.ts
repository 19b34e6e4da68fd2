import type { Database } from "../../infra/db/database";
import { wantedByAll } from "../../kernel/deadline";
import type { CompanyEvent } from "./company-event";
import { sameCursor, writeCursor, type EventCursor } from "./event-cursor";
import type { EventReading } from "./event-reading";

/** Commits that follow each other within this time are told together. */
const TOGETHER_MS = 100;
/** How often it is looked whether something was committed that nobody told of. */
const LOOK_EVERY_MS = 1_000;

/** Somebody who listens to a company. */
class Bell {
  private rung = false;
  private waiting: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.waiting?.();
  }

  /** Waits until it has rung since the last time; false: the signal was aborted, and nobody listens any more. */
  async next(signal: AbortSignal): Promise<boolean> {
    if (!this.rung && !signal.aborted) await this.ringing(signal);
    this.rung = false;
    return !signal.aborted;
  }

  private ringing(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.waiting = null;
        signal.removeEventListener("abort", done);
        resolve();
      };
      this.waiting = done;
      signal.addEventListener("abort", done);
    });
  }
}

/** A company that somebody listens to. */
interface Watched {
  readonly bells: Set<Bell>;
  /** What was read since the last ring, by the cursor that it was read after: most listeners are equally far. */
  readonly read: Map<string, Promise<CompanyEvent | null>>;
  /** Where it was when it was last looked at; null: not yet. */
  head: EventCursor | null;
  /** Runs after a ring; what is committed meanwhile is told at its end. */
  timer: NodeJS.Timeout | null;
  again: boolean;
}

const newlyWatched = (): Watched => ({ bells: new Set(), read: new Map(), head: null, timer: null, again: false });

/** Listeners that begin at so many places at once are read for one by one. */
const MAX_READ = 16;

/**
 * Tells listeners what happens in their companies. Nothing is queued for them: a listener is woken, and reads from what is
 * stored since where they were, so that who is slow is told more at once, and takes no memory.
 */
export class CompanyWatch {
  private readonly watched = new Map<string, Watched>();
  private looking: NodeJS.Timeout | null = null;
  private looked: number | null = null;

  constructor(
    private readonly database: Database,
    private readonly reading: EventReading,
    private readonly warn: (error: unknown) => void,
  ) {
    database.feed.onChange((companyId) => this.ring(companyId));
  }

  /** How many listen. */
  get listeners(): number {
    return [...this.watched.values()].reduce((sum, { bells }) => sum + bells.size, 0);
  }

  /**
   * What happened since the cursor, and then whatever happens; ends when the signal is aborted, or the company is gone.
   * @param after null: from now on
   */
  async *events(companyId: string, after: EventCursor | null, signal: AbortSignal): AsyncGenerator<CompanyEvent> {
    const bell = new Bell();
    const watched = this.enter(companyId, bell);
    try {
      let cursor = after ?? (await this.reading.heads([companyId])).get(companyId);
      // The first is told in any case: from it on nothing is missed.
      for (let first = true; cursor; first = false) {
        if (!first && !(await bell.next(signal))) return;
        const event = await this.since(watched, companyId, cursor);
        if (!event) return;
        if (!first && sameCursor(event.cursor, cursor)) continue;
        cursor = event.cursor;
        yield event;
        if (signal.aborted) return;
      }
    } finally {
      this.leave(companyId, bell);
    }
  }

  stop(): void {
    if (this.looking) clearTimeout(this.looking);
    for (const { timer } of this.watched.values()) if (timer) clearTimeout(timer);
    this.watched.clear();
  }

  private enter(companyId: string, bell: Bell): Watched {
    let watched = this.watched.get(companyId);
    if (!watched) this.watched.set(companyId, (watched = newlyWatched()));
    watched.bells.add(bell);
    this.lookLater();
    return watched;
  }

  private leave(companyId: string, bell: Bell): void {
    const watched = this.watched.get(companyId);
    watched?.bells.delete(bell);
    if (!watched || watched.bells.size > 0) return;
    if (watched.timer) clearTimeout(watched.timer);
    this.watched.delete(companyId);
  }

  private since(watched: Watched, companyId: string, cursor: EventCursor): Promise<CompanyEvent | null> {
    const key = writeCursor(cursor);
    let read = watched.read.get(key);
    if (!read) {
      // Of one listener's request, and for all that are as far.
      read = wantedByAll(() => this.reading.since(companyId, cursor));
      if (watched.read.size >= MAX_READ) watched.read.clear();
      watched.read.set(key, read);
      read.catch(() => watched.read.delete(key));
    }
    return read;
  }

  /** The first of several commits is told at once, the others together. */
  private ring(companyId: string): void {
    const watched = this.watched.get(companyId);
    if (!watched) return;
    watched.read.clear();
    if (watched.timer) {
      watched.again = true;
      return;
    }
    watched.again = false;
    for (const bell of watched.bells) bell.ring();
    watched.timer = wantedByAll(() => setTimeout(() => this.ringAgain(companyId, watched), TOGETHER_MS).unref());
  }

  private ringAgain(companyId: string, watched: Watched): void {
    watched.timer = null;
    if (watched.again) this.ring(companyId);
  }

  private lookLater(): void {
    if (this.looking) return;
    this.looking = wantedByAll(() => setTimeout(() => void this.look(), LOOK_EVERY_MS).unref());
  }

  /** Rings for what was committed without a word: lanes that were paused, a notice that was lost, another program. */
  async look(): Promise<void> {
    try {
      await this.ringForUntold();
    } catch (error) {
      this.warn(error);
    }
    this.looking = null;
    if (this.watched.size > 0) this.lookLater();
  }

  private async ringForUntold(): Promise<void> {
    const version = this.database.feed.dataVersion();
    // SQLite knows of every commit; with PostgreSQL it is asked.
    if (this.database.kind === "sqlite" && version === this.looked) return;
    const heads = await this.reading.heads([...this.watched.keys()]);
    for (const [companyId, head] of heads) {
      const watched = this.watched.get(companyId);
      if (!watched) continue;
      const before = watched.head;
      watched.head = head;
      if (!before || !sameCursor(before, head)) this.ring(companyId);
    }
    // Only now: a look that fails is made anew.
    this.looked = version;
  }
}
