import { LessThanOrEqual } from "typeorm";
import type { Database } from "../../infra/db/database";
import { insertRows } from "../../infra/db/query/rows";
import type { Unrecognised } from "../../infra/graphql/caller";
import { toInstant, type Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { Account } from "../../tenant/identity/account";
import { SessionEntity } from "./session.entity";
import { hashOfToken, isToken, newToken } from "../../kernel/opaque-token";
import { openWith, sealFor } from "./session-token";

/** Somebody who has just signed in. */
export interface SignedIn extends Account {
  readonly email: string | null;
  readonly name: string | null;
  readonly withoutEmail: Unrecognised | null;
  /** For signing out at the issuer; null: there is none to sign out at. */
  readonly idToken: string | null;
}

/** A session that goes on. */
export interface RunningSession {
  readonly session: SessionEntity;
  /** What the browser is to keep from now on; null: what it has. */
  readonly newToken: string | null;
  /** ISO-8601 instant at which it ends unless they do something. */
  readonly idleUntil: string;
}

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly maxHours: number;
}

const MINUTE_MS = 60_000;
/** A token that somebody copied is of use for so long at most. */
const ROTATE_EVERY_MS = 15 * MINUTE_MS;
/** How long the token before stays good once the new one was shown: requests of one page overtake each other. */
const OVERLAP_MS = MINUTE_MS;
const TOUCH_EVERY_MS = MINUTE_MS;

/** The sessions of people who signed in, in the database: every instance knows them, and ends them for all. */
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
  ) {}

  /** Begins a session; the token is the browser's alone. */
  async begin({ issuer, subject, email, name, withoutEmail, idToken }: SignedIn): Promise<string> {
    const token = newToken();
    const now = this.clock.now().getTime();
    const at = toInstant(new Date(now));
    const endsAt = toInstant(new Date(now + this.limits.maxHours * 60 * MINUTE_MS));
    const times = { createdAt: at, rotatedAt: at, confirmedAt: at, lastSeenAt: at, endsAt };
    const sealedIdToken = idToken === null ? null : sealFor(token, idToken);
    const person = { issuer, subject, email, name, withoutEmail };
    const row = {
      id: newId(),
      tokenHash: hashOfToken(token),
      previousHash: null,
      sealedIdToken,
      ...person,
      ...times,
    };
    await this.database.write((manager) => insertRows(manager, SessionEntity, [row]));
    return token;
  }

  /** The session of a cookie, noted as used; null: there is none, or it has ended. */
  async resume(token: string): Promise<RunningSession | null> {
    const session = await this.find(token);
    if (!session) return null;
    const now = this.clock.now().getTime();
    const isPrevious = session.previousHash === hashOfToken(token);
    if (this.isOver(session, now) || (isPrevious && isReused(session, now))) {
      await this.endSession(session.id);
      return null;
    }
    const newToken = now - Date.parse(session.rotatedAt) >= ROTATE_EVERY_MS ? await this.rotate(session, token) : null;
    if (newToken === null) await this.touch(session, now, isPrevious);
    return { session, newToken, idleUntil: this.idleUntil(now, session) };
  }

  /** Whether a session has not ended; that it is asked for is no use of it. */
  async goesOn(id: string): Promise<boolean> {
    const session = await this.database.read().findOneBy(SessionEntity, { id });
    return session !== null && !this.isOver(session, this.clock.now().getTime());
  }

  /** The ID token of the sign-in; null: there was none, or it cannot be opened any more. */
  idTokenOf({ sealedIdToken }: SessionEntity, token: string): string | null {
    return sealedIdToken === null ? null : openWith(token, sealedIdToken);
  }

  async endSession(id: string): Promise<void> {
    await this.database.write((manager) => manager.delete(SessionEntity, { id }));
  }

  /** Ends all sessions of the account, on whatever browser. */
  async endAll({ issuer, subject }: Account): Promise<void> {
    await this.database.write((manager) => manager.delete(SessionEntity, { issuer, subject }));
  }

  /** Deletes what has ended. */
  async clear(): Promise<void> {
    const now = this.clock.now().getTime();
    const idle = toInstant(new Date(now - this.limits.idleMinutes * MINUTE_MS));
    await this.database.write(async (manager) => {
      await manager.delete(SessionEntity, { endsAt: LessThanOrEqual(toInstant(new Date(now))) });
      await manager.delete(SessionEntity, { lastSeenAt: LessThanOrEqual(idle) });
    });
  }

  private async find(token: string): Promise<SessionEntity | null> {
    if (!isToken(token)) return null;
    const hash = hashOfToken(token);
    return this.database.read().findOneBy(SessionEntity, [{ tokenHash: hash }, { previousHash: hash }]);
  }

  private isOver({ endsAt, lastSeenAt }: SessionEntity, now: number): boolean {
    return now >= Date.parse(endsAt) || now - Date.parse(lastSeenAt) >= this.limits.idleMinutes * MINUTE_MS;
  }

  private idleUntil(now: number, { endsAt }: SessionEntity): string {
    const idle = toInstant(new Date(now + this.limits.idleMinutes * MINUTE_MS));
    return idle < endsAt ? idle : endsAt;
  }

  /** Of several requests at once, one changes the token. Null: another one did. */
  private async rotate(session: SessionEntity, shown: string): Promise<string | null> {
    const token = newToken();
    const at = toInstant(this.clock.now());
    const idToken = this.idTokenOf(session, shown);
    const next = {
      tokenHash: hashOfToken(token),
      previousHash: hashOfToken(shown),
      sealedIdToken: idToken === null ? null : sealFor(token, idToken),
      ...{ rotatedAt: at, confirmedAt: null, lastSeenAt: at },
    };
    const as = { id: session.id, tokenHash: session.tokenHash };
    const { affected } = await this.database.write((manager) => manager.update(SessionEntity, as, next));
    return affected === 1 ? token : null;
  }

  private async touch(session: SessionEntity, now: number, isPrevious: boolean): Promise<void> {
    const at = toInstant(new Date(now));
    const confirms = !isPrevious && session.confirmedAt === null;
    if (!confirms && now - Date.parse(session.lastSeenAt) < TOUCH_EVERY_MS) return;
    const seen = { lastSeenAt: at, ...(confirms ? { confirmedAt: at } : {}) };
    await this.database.write((manager) => manager.update(SessionEntity, { id: session.id }, seen));
  }
}

/** A token that was followed by another which the browser has shown since: somebody else has it. */
function isReused({ confirmedAt }: SessionEntity, now: number): boolean {
  return confirmedAt !== null && now - Date.parse(confirmedAt) >= OVERLAP_MS;
}
