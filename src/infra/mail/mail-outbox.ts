import { createHash } from "node:crypto";
import { In, type EntityManager } from "typeorm";
import { insertRows } from "../db/query/rows";
import { personKey } from "../../kernel/email";
import { newId } from "../../kernel/ids";
import type { Locale } from "../../kernel/locale";
import { letterHtml } from "./letter-html";
import type { CalendarPart, MailAttachment, Mailbox } from "./mail";
import { MailMessageEntity } from "./mail-message.entity";

export interface NewMail {
  readonly companyId: string;
  readonly key: string;
  readonly kind: string;
  readonly to: Mailbox;
  /** Whom an answer is for; left out: nobody in particular. */
  readonly replyTo?: Mailbox | null;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  /** Left out: made of the text. */
  readonly html?: string;
  readonly calendar?: CalendarPart | null;
  readonly attachments?: readonly MailAttachment[];
  /** Not before; now if left out. */
  readonly sendAt?: string;
}

const DIGEST = "sha256:";

/** What a key is kept as once its letter is emptied: it goes on being known, and names nobody. */
export function keyDigest(key: string): string {
  return key.startsWith(DIGEST) ? key : `${DIGEST}${createHash("sha256").update(key).digest("hex")}`;
}

/** Inside `Database.write`. A letter whose key is there already is left as it is; answers how many are new. */
export async function enqueueMail(manager: EntityManager, letters: readonly NewMail[], at: string): Promise<number> {
  if (letters.length === 0) return 0;
  const found = await manager.find(MailMessageEntity, {
    where: { key: In(letters.flatMap(({ key }) => [key, keyDigest(key)])) },
    select: { id: true, key: true },
  });
  const there = new Set(found.map(({ key }) => key));
  const isThere = ({ key }: NewMail) => there.has(key) || there.has(keyDigest(key));
  const fresh = new Map(letters.filter((letter) => !isThere(letter)).map((letter) => [letter.key, letter]));
  const rows = [...fresh.values()].map(({ to, html, attachments, sendAt = at, locale, ...letter }) => ({
    id: newId(),
    replyTo: null,
    calendar: null,
    ...letter,
    toEmail: personKey(to.email),
    toName: to.name,
    html: html ?? letterHtml(letter, locale),
    attachments: attachments && attachments.length > 0 ? attachments : null,
    state: "queued" as const,
    attempts: 0,
    nextAt: sendAt,
    leasedUntil: null,
    sentAt: null,
    lastError: null,
    createdAt: at,
  }));
  await insertRows(manager, MailMessageEntity, rows as never[]);
  return rows.length;
}
