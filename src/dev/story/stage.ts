import type { App } from "../../application";
import { DAY_MS, type FixedClock } from "../../kernel/clock";
import { MailMessageEntity } from "../../infra/mail/mail-message.entity";

/** What GraphQL answered. */
export interface StageAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks GraphQL as the person of that e-mail. */
export type Ask = (email: string, query: string, variables: object) => Promise<StageAnswer>;

/** Opens a page of the server in a browser; with a form it is sent. Answers the page that is shown. */
export type Open = (path: string, form?: Readonly<Record<string, string>>) => Promise<string>;

/** A letter that has left. */
export interface SentLetter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attached: readonly { readonly filename: string; readonly content: string }[];
}

/** Where a story is played: a server whose clock the story moves. */
export interface Stage {
  readonly ask: Ask;
  readonly open: Open;
  now(): Date;
  /** Lets time pass until the ISO-8601 instant; what recurs is done on the way, every so many days. */
  passTo(instant: string, everyDays: number): Promise<void>;
  /** Lets a moment pass in which letters leave that wait. */
  passMoment(): Promise<void>;
  /** The letters of that company that have left, oldest first. @param slug of the company */
  letters(slug: string): Promise<readonly SentLetter[]>;
}

/** The stage over a server in this process, which has to run on the clock. */
export function stageOf(app: App, clock: FixedClock, client: { readonly ask: Ask; readonly open: Open }): Stage {
  return {
    ...client,
    now: () => clock.now(),
    passTo: async (instant, everyDays) => {
      const end = Date.parse(instant);
      while (clock.now().getTime() < end) {
        clock.set(new Date(Math.min(end, clock.now().getTime() + everyDays * DAY_MS)));
        await app.turnDuties();
      }
    },
    passMoment: async () => {
      clock.advance(60_000);
      if (await app.database.read().existsBy(MailMessageEntity, { state: "queued" })) await app.turnDuties();
    },
    letters: async (slug) => {
      const where = { state: "sent" as const, companyId: (await app.companies.find(slug))?.id ?? "" };
      const order = { sentAt: "ASC", id: "ASC" } as const;
      const rows = await app.database.read().find(MailMessageEntity, { where, order });
      return rows.map(({ id, toEmail: to, subject, text, attachments, calendar }) => {
        const invitation = calendar ? [{ filename: "invitation.ics", content: calendar.content }] : [];
        return { id, to, subject, text, attached: [...invitation, ...(attachments ?? [])] };
      });
    },
  };
}
