import { LRUCache } from "lru-cache";
import type { Database } from "../db/database";
import type { Clock } from "../../kernel/clock";
import type { Locale } from "../../kernel/locale";
import { MailReaderEntity } from "./mail-reader.entity";

const READ_EVERY_MS = 60_000;

/** Readers kept at most. */
const MAX_READERS = 10_000;

interface Kept {
  readonly readAt: number;
  readonly locale: Promise<Locale | null>;
}

/**
 * The language that a reader asked for, for answers to requests that name none. Read at most once a minute and person, so
 * that it costs a request nothing: another process hears of a change within that minute, this one at once.
 */
export class ReaderLanguages {
  private readonly kept = new LRUCache<string, Kept>({ max: MAX_READERS });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null: none that they asked for, or it cannot be read now. */
  of(email: string): Promise<Locale | null> {
    const now = this.clock.now().getTime();
    const kept = this.kept.get(email);
    if (kept && now - kept.readAt < READ_EVERY_MS) return kept.locale;
    const locale = this.read(email).catch(() => {
      // What makes this fail will be told of by the request itself.
      this.kept.delete(email);
      return null;
    });
    this.kept.set(email, { readAt: now, locale });
    return locale;
  }

  /** After a commit that changed them. */
  forget(emails: readonly string[]): void {
    for (const email of emails) this.kept.delete(email);
  }

  private async read(email: string): Promise<Locale | null> {
    const reader = await this.database.read().findOneBy(MailReaderEntity, { email });
    return reader?.locale ?? null;
  }
}
