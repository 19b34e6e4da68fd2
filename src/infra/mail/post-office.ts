import { In, LessThanOrEqual, type EntityManager } from "typeorm";
import type { Database } from "../db/database";
import { FREE, Leases, type Besides } from "../queue/leases";
import { toInstant, type Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { Waits } from "../jobs/instants-ahead";
import { MailRefused, type MailTransport } from "./mail";
import { MailMessageEntity } from "./mail-message.entity";
import { MailOptOutEntity } from "./mail-opt-out.entity";
import { actingUrl, withLink } from "./links/acting-links";
import { unsubscribesFor, withHint, type Unsubscribe } from "./unsubscribe";

const BATCH = 20;
const LEASE_MS = 5 * 60_000;
const FIRST_RETRY_MS = 30_000;
const MAX_ATTEMPTS = 8;

/** How long letters wait at most: the last pause of those that are tried again. */
export const MAIL_WAITS: readonly Waits[] = [
  { entity: MailMessageEntity, column: "leasedUntil", longestMs: LEASE_MS, where: { state: "sending" } },
  {
    ...{ entity: MailMessageEntity, column: "nextAt", longestMs: FIRST_RETRY_MS * 2 ** MAX_ATTEMPTS },
    where: { state: "queued" },
  },
];

/** A letter that this process hands over. */
interface Claimed {
  readonly letter: MailMessageEntity;
  /** Null: its kind cannot be declined. */
  readonly unsubscribe: Unsubscribe | null;
  /** Where its reader acts without signing in; null: nowhere. */
  readonly actingUrl: string | null;
}

/**
 * Hands letters over. Two of them never take the same letter. A try that the transport refused is made again, a while
 * later each time; a process that died at it leaves the letter "unclear": nobody gets it twice, and somebody can look.
 */
export class PostOffice {
  private readonly leases: Leases<MailMessageEntity>;

  constructor(
    private readonly database: Database,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    /** Where the server is reached: letters that can be declined name a page under it. */
    private readonly publicUrl: string,
  ) {
    this.leases = new Leases(MailMessageEntity, { name: newId(), clock, leaseMs: LEASE_MS });
  }

  /** Sends what is due; answers how many letters left. */
  async run(): Promise<number> {
    await this.giveUpLost();
    let sent = 0;
    for (;;) {
      const claimed = await this.claim();
      if (!claimed) return sent;
      for (const one of claimed) sent += (await this.send(one)) ? 1 : 0;
    }
  }

  /** The next letters to hand over, none of them where all were declined; null: nothing is due. */
  private async claim(): Promise<Claimed[] | null> {
    return this.database.write(async (manager) => {
      const at = toInstant(this.clock.now());
      const query = manager
        .createQueryBuilder(MailMessageEntity, "letter")
        .where("letter.state = 'queued' AND letter.nextAt <= :at", { at })
        .orderBy("letter.nextAt")
        .addOrderBy("letter.id");
      const found = await this.leases.find(query, BATCH);
      if (found.length === 0) return null;
      const wanted = await this.withoutDeclined(manager, found);
      await this.leases.take(manager, wanted, { state: "sending", attempts: () => "attempts + 1" });
      const unsubscribes = await unsubscribesFor(manager, wanted, this.publicUrl, at);
      const claimed: Claimed[] = [];
      for (const letter of wanted)
        claimed.push({
          letter: Object.assign(letter, { attempts: letter.attempts + 1 }),
          unsubscribe: unsubscribes.get(letter.id) ?? null,
          actingUrl: await actingUrl(manager, letter, this.publicUrl, at),
        });
      return claimed;
    });
  }

  /** Who opted out after the letter was written does not get it either. */
  private async withoutDeclined(manager: EntityManager, letters: MailMessageEntity[]): Promise<MailMessageEntity[]> {
    const emails = In(letters.map(({ toEmail }) => toEmail));
    const declined = new Set(
      (await manager.findBy(MailOptOutEntity, { email: emails })).map(({ email, kind }) => `${kind}|${email}`),
    );
    const unwanted = letters.filter(({ kind, toEmail }) => declined.has(`${kind}|${toEmail}`));
    if (unwanted.length > 0)
      await manager.update(MailMessageEntity, { id: In(unwanted.map(({ id }) => id)) }, { state: "declined" });
    return letters.filter((letter) => !unwanted.includes(letter));
  }

  private async send({ letter, unsubscribe, actingUrl: url }: Claimed): Promise<boolean> {
    const { id, toEmail: email, toName: name, replyTo, subject, attachments, calendar } = letter;
    const acting = url === null ? letter : withLink(letter, url);
    const { text, html } = unsubscribe ? withHint(acting, unsubscribe) : acting;
    const to = { email, name };
    const whole = { id, to, replyTo, subject, text, html, attachments: attachments ?? [], calendar };
    try {
      await this.transport.send({ ...whole, unsubscribeUrl: unsubscribe?.url ?? null });
    } catch (error) {
      await this.failed(letter, error);
      return false;
    }
    const sentAt = toInstant(this.clock.now());
    await this.keep(id, { state: "sent", sentAt, lastError: null });
    return true;
  }

  private async failed({ id, attempts }: MailMessageEntity, error: unknown): Promise<void> {
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const over = error instanceof MailRefused || attempts >= MAX_ATTEMPTS;
    const wait = FIRST_RETRY_MS * 2 ** (attempts - 1);
    const nextAt = toInstant(new Date(this.clock.now().getTime() + wait));
    await this.keep(id, { state: over ? "failed" : "queued", nextAt, lastError });
  }

  private async giveUpLost(): Promise<void> {
    const lost = { state: "sending" as const, leasedUntil: LessThanOrEqual(toInstant(this.clock.now())) };
    const lastError = "The process ended while it handed the letter over";
    await this.database.write((manager) =>
      manager.update(MailMessageEntity, lost, { state: "unclear", ...FREE, lastError }),
    );
  }

  private async keep(id: string, changes: Besides<MailMessageEntity>): Promise<void> {
    await this.database.write((manager) => this.leases.giveBack(manager, id, changes));
  }
}
