import type { EntityManager } from "typeorm";
import { DAY_MS, instantAfter } from "../../../kernel/clock";
import { newId } from "../../../kernel/ids";
import type { Locale } from "../../../kernel/locale";
import { hashOfToken, newToken } from "../../../kernel/opaque-token";
import { hintHtml } from "../letter-html";
import type { MailMessageEntity } from "../mail-message.entity";
import { LetterLinkEntity } from "./letter-link.entity";

/** The page that such a link leads to, under the server's address. */
export const ACTING_PATH = "/from-letter";

type Letter = Pick<MailMessageEntity, "id" | "companyId" | "toEmail" | "act" | "text" | "html">;

/** How long a link is good for, from the letter on. */
export const LINK_DAYS = 30;

/**
 * The address that lets the letter's reader act; made as the letter is handed over, so that its token is in no table. Of a
 * letter that is handed over once more the link before is good no more. Inside `Database.write`.
 */
export async function actingUrl(
  manager: EntityManager,
  { id: letterId, companyId, toEmail: email, act }: Letter,
  publicUrl: string,
  at: string,
): Promise<string | null> {
  if (act === null) return null;
  const token = newToken();
  const tokenHash = hashOfToken(token);
  const { purpose, aboutId, locale } = act;
  const known = await manager.findOneBy(LetterLinkEntity, { letterId });
  if (known) await manager.update(LetterLinkEntity, { id: known.id }, { tokenHash });
  else {
    const of = { id: newId(), companyId, letterId, tokenHash, email, purpose, aboutId, locale };
    const until = { expiresAt: instantAfter(at, LINK_DAYS * DAY_MS), revokedAt: null, createdAt: at };
    await manager.insert(LetterLinkEntity, { ...of, ...until });
  }
  return `${publicUrl}${ACTING_PATH}?token=${token}`;
}

/** The letter with a last line that leads to the page. */
export function withLink({ text, html, act }: Letter, url: string): Pick<Letter, "text" | "html"> {
  const [line, colon] = HINTS[act?.locale ?? "en"];
  return { text: `${text}\n${line}${colon} ${url}\n`, html: html && `${html}\n${hintHtml(line, url)}` };
}

const HINTS: Readonly<Record<Locale, readonly [line: string, colon: string]>> = {
  en: [`Answer without signing in (good for ${LINK_DAYS} days; for you alone, so do not pass it on)`, ":"],
  fr: [`Répondre sans se connecter (valable ${LINK_DAYS} jours ; pour vous seul, ne le transmettez pas)`, " :"],
};
