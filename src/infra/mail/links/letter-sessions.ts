import { In, LessThanOrEqual, type EntityManager, type FindOptionsWhere } from "typeorm";
import type { Database } from "../../db/database";
import { instantAfter, toInstant, type Clock } from "../../../kernel/clock";
import { newId } from "../../../kernel/ids";
import { hashOfToken, isToken, newToken } from "../../../kernel/opaque-token";
import { LetterLinkEntity } from "./letter-link.entity";
import { LetterSessionEntity } from "./letter-session.entity";

/** How long a browser may go on after the link was opened; the letter opens it again. */
export const SESSION_MINUTES = 60;
/** Browsers that have one link open at once: programs that look at links open them too. */
const MAX_SESSIONS = 20;

/** Exchanges the link of a letter for a short session, so that its token is in no page, and finds whose a session is. */
export class LetterSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The token of a new session; null: no such link, or one that is good no more. */
  async open(token: string): Promise<string | null> {
    if (!isToken(token)) return null;
    const link = await this.database.read().findOneBy(LetterLinkEntity, { tokenHash: hashOfToken(token) });
    if (!link || !this.isGood(link)) return null;
    const session = newToken();
    await this.database.write((manager) => this.begin(manager, link.id, session));
    return session;
  }

  /** The link that a session came by; null: there is none, or it has ended, or the link is good no more. */
  async linkOf(token: string): Promise<LetterLinkEntity | null> {
    if (!isToken(token)) return null;
    const manager = this.database.read();
    const session = await manager.findOneBy(LetterSessionEntity, { tokenHash: hashOfToken(token) });
    if (!session || session.endsAt <= this.now()) return null;
    const link = await manager.findOneBy(LetterLinkEntity, { id: session.linkId });
    return link && this.isGood(link) ? link : null;
  }

  async end(token: string): Promise<void> {
    if (!isToken(token)) return;
    await this.database.write((manager) => manager.delete(LetterSessionEntity, { tokenHash: hashOfToken(token) }));
  }

  /** Deletes sessions and links that are over. */
  async clear(): Promise<void> {
    const over = LessThanOrEqual(this.now());
    await this.database.write(async (manager) => {
      await manager.delete(LetterSessionEntity, { endsAt: over });
      await forgetLinks(manager, { expiresAt: over });
    });
  }

  private async begin(manager: EntityManager, linkId: string, token: string): Promise<void> {
    const at = this.now();
    const order = { createdAt: "DESC", id: "DESC" } as const;
    const older = await manager.find(LetterSessionEntity, { where: { linkId }, order, skip: MAX_SESSIONS - 1 });
    if (older.length > 0) await manager.delete(LetterSessionEntity, { id: In(older.map(({ id }) => id)) });
    const endsAt = instantAfter(at, SESSION_MINUTES * 60_000);
    const tokenHash = hashOfToken(token);
    await manager.insert(LetterSessionEntity, { id: newId(), linkId, tokenHash, endsAt, createdAt: at });
  }

  private isGood({ revokedAt, expiresAt }: LetterLinkEntity): boolean {
    return revokedAt === null && this.now() < expiresAt;
  }

  private now(): string {
    return toInstant(this.clock.now());
  }
}

/** Deletes links with the browsers that have them open. Inside `Database.write`. */
export async function forgetLinks(manager: EntityManager, which: FindOptionsWhere<LetterLinkEntity>): Promise<void> {
  const links = await manager.find(LetterLinkEntity, { where: which, select: { id: true } });
  if (links.length === 0) return;
  const ids = In(links.map(({ id }) => id));
  await manager.delete(LetterSessionEntity, { linkId: ids });
  await manager.delete(LetterLinkEntity, { id: ids });
}
