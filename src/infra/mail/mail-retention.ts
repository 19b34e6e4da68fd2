import { In, LessThan, Not } from "typeorm";
import type { Database } from "../db/database";
import { type Clock, DAY_MS, toInstant } from "../../kernel/clock";
import { keyDigest } from "./mail-outbox";
import { MailMessageEntity } from "./mail-message.entity";

const BATCH_SIZE = 500;

/** What is left of a letter: that there was one, of which kind and when. */
export const BLANK_LETTER = {
  toEmail: "",
  toName: "",
  subject: "",
  text: "",
  html: null,
  replyTo: null,
  calendar: null,
  attachments: null,
  act: null,
  lastError: null,
} as const;

/**
 * Empties letters that are done with and old. The row stays, so that the same letter is not written again; its key is kept
 * as a hash, since keys name people.
 */
export class MailRetention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    /** 0: for ever. */
    private readonly days: number,
  ) {}

  /** Answers how many letters were emptied. */
  async run(): Promise<number> {
    if (this.days === 0) return 0;
    const before = toInstant(new Date(this.clock.now().getTime() - this.days * DAY_MS));
    const done = { state: Not(In(["queued", "sending"])), createdAt: LessThan(before), toEmail: Not("") };
    let emptied = 0;
    for (;;) {
      const letters = await this.database.read().find(MailMessageEntity, {
        where: done,
        select: { id: true, key: true },
        take: BATCH_SIZE,
      });
      if (letters.length === 0) return emptied;
      await this.database.write(async (manager) => {
        for (const { id, key } of letters)
          await manager.update(MailMessageEntity, { id }, { ...BLANK_LETTER, key: keyDigest(key) });
      });
      emptied += letters.length;
    }
  }
}
