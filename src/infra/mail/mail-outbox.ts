import { createHash } from "node:crypto";
import { In, type EntityManager } from "typeorm";
import { insertRows } from "../db/query/rows";
import { FREE } from "../queue/leases";
import { personKey } from "../../kernel/email";
import { mapInTurns } from "../../kernel/deadline";
import { newId } from "../../kernel/ids";
import type { Locale } from "../../kernel/locale";
import { letterHtml } from "./letter-html";
import type { ActingLink } from "./links/letter-link.entity";
import type { CalendarPart, MailAttachment, Mailbox } from "./mail";
import { causeOf, withinLetterQuota, type Writing } from "./letter-quota";
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
  /** Left out where there is no room for it: of what must be done whatever was written before. */
  readonly ifRoom?: boolean;
  /** What its reader may do by its link, without signing in; left out: it has none. */
  readonly act?: Omit<ActingLink, "locale"> | null;
}

const DIGEST = "sha256:";
const KEYS_AT_ONCE = 500;

/** What a key is kept as once its letter is emptied: it goes on being known, and names nobody. */
export function keyDigest(key: string): string {
  return key.startsWith(DIGEST) ? key : `${DIGEST}${createHash("sha256").update(key).digest("hex")}`;
}

/**
 * Inside `Database.write`, with the company locked where somebody's change writes them. A letter whose key is there already
 * is left as it is; answers how many are new. Throws Refusal LIMIT_EXCEEDED where whoever it is has written too many.
 */
export async function enqueueMail(
  manager: EntityManager,
  letters: readonly NewMail[],
  { at, by }: Writing,
): Promise<number> {
  if (letters.length === 0) return 0;
  const there = await keysThere(manager, letters);
  const isThere = ({ key }: NewMail) => there.has(key) || there.has(keyDigest(key));
  const fresh = new Map(letters.filter((letter) => !isThere(letter)).map((letter) => [letter.key, letter]));
  const written = await withinLetterQuota(manager, [...fresh.values()], { at, by });
  const rows = await mapInTurns(written, ({ to, html, attachments, ifRoom: _, locale, act, ...letter }) => ({
    id: newId(),
    replyTo: null,
    calendar: null,
    ...letter,
    toEmail: personKey(to.email),
    toName: to.name,
    html: html ?? letterHtml(letter, locale),
    attachments: attachments && attachments.length > 0 ? attachments : null,
    act: act ? { ...act, locale } : null,
    state: "queued" as const,
    attempts: 0,
    nextAt: at,
    ...FREE,
    sentAt: null,
    lastError: null,
    causedBy: causeOf(by),
    createdAt: at,
  }));
  await insertRows(manager, MailMessageEntity, rows as never[]);
  return rows.length;
}

/** Of the letters' keys, as they are or as digests, those that are known: asked for in short statements. */
async function keysThere(manager: EntityManager, letters: readonly NewMail[]): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (let start = 0; start < letters.length; start += KEYS_AT_ONCE) {
    const some = letters.slice(start, start + KEYS_AT_ONCE);
    const found = await manager.find(MailMessageEntity, {
      where: { key: In(some.flatMap(({ key }) => [key, keyDigest(key)])) },
      select: { id: true, key: true },
    });
    for (const { key } of found) there.add(key);
  }
  return there;
}
