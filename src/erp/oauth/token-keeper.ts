import { wantedByAll } from "../../kernel/deadline";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Tenancy } from "../connector/connector";
import { LedgerTrouble, type TokenSource } from "../connector/ledger-api";
import { GrantRefused, type LedgerIdentity, type TokenSet } from "../connector/ledger-identity";
import type { Database } from "../../infra/db/database";
import { lockRow } from "../../infra/db/query/rows";
import { toInstant, type Clock } from "../../kernel/clock";
import { isFree, Leases } from "../../infra/queue/leases";
import type { ConsentLoss } from "./consent-loss";
import { LedgerAccessEntity, tokenPlace } from "./ledger-access.entity";
import { isUnderOlderKey, resealOne } from "./reseal";
import { SealBroken, type Sealing } from "./sealing";

export interface TokenKeeperParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly identity: Pick<LedgerIdentity, "refresh" | "tenants">;
  readonly loss: ConsentLoss;
  /** Tells this process from others. */
  readonly name: string;
  /** Told of tokens that cannot be opened: a key is missing. */
  readonly warn: (error: unknown) => void;
  /** Between two looks at a renewal that another process is at; 200 if left out. */
  readonly lookMs?: number;
}

/** A token that ends so soon is renewed first: a call must not outlive it. */
const MARGIN_MS = 60_000;
/** Longer than any call to the identity service; far shorter than the half hour in which the old token answers again. */
const LEASE_MS = 60_000;
const LOOKS = 150;

/**
 * Hands out access tokens, and renews them. Of all processes one at a time renews a connection's (a lease on its row),
 * and the old refresh token is kept until the new one is: a process that dies after the answer leaves the old one, which
 * the ledger takes again for half an hour (developer.xero.com/faq/oauth2).
 */
export class TokenKeeper implements TokenSource {
  private readonly leases: Leases<LedgerAccessEntity>;
  private readonly rejected = new Map<string, string>();
  private readonly running = new Map<string, Promise<string>>();

  constructor(private readonly parts: TokenKeeperParts) {
    this.leases = new Leases(LedgerAccessEntity, { ...parts, leaseMs: LEASE_MS });
  }

  async accessToken(tenancy: Tenancy): Promise<string> {
    const { database, sealing } = this.parts;
    const row = await database.read().findOneBy(LedgerAccessEntity, { id: tenancy.connectionId });
    const token = this.usable(row) ?? (await this.renewOnce(tenancy.connectionId));
    if (row && isUnderOlderKey(row, sealing)) await resealOne(database, sealing, row.id);
    return token;
  }

  reject({ connectionId }: Tenancy, token: string): void {
    this.rejected.set(connectionId, digest(token));
  }

  private renewOnce(id: string): Promise<string> {
    const work = this.running.get(id) ?? wantedByAll(() => this.renew(id)).finally(() => this.running.delete(id));
    this.running.set(id, work);
    return work;
  }

  /** The kept token, where it is good for a call. */
  private usable(row: LedgerAccessEntity | null): string | null {
    if (row?.state !== "active") throw new LedgerTrouble("unauthorised", "Nobody has authorised the connection");
    if (row.accessToken === null || row.accessExpiresAt === null) return null;
    if (Date.parse(row.accessExpiresAt) - MARGIN_MS <= this.parts.clock.now().getTime()) return null;
    const token = this.opened(row, "accessToken");
    return token !== null && this.rejected.get(row.id) !== digest(token) ? token : null;
  }

  private async renew(id: string): Promise<string> {
    for (let look = 0; look < LOOKS; look += 1) {
      const turn = await this.take(id);
      if (turn.kind === "usable") return turn.token;
      if (turn.kind === "mine") return this.refresh(turn.row);
      await sleep(this.parts.lookMs ?? 200);
    }
    throw new LedgerTrouble("not_reached", "The connection's tokens are being renewed elsewhere");
  }

  private async take(
    id: string,
  ): Promise<{ kind: "usable"; token: string } | { kind: "mine"; row: LedgerAccessEntity } | { kind: "elsewhere" }> {
    const { database, clock } = this.parts;
    return database.write(async (manager) => {
      const row = await lockRow(manager, LedgerAccessEntity, id);
      const token = this.usable(row);
      if (token !== null) return { kind: "usable", token };
      if (!row || !isFree(row, toInstant(clock.now()))) return { kind: "elsewhere" };
      await this.leases.take(manager, [row]);
      return { kind: "mine", row };
    });
  }

  private async refresh(row: LedgerAccessEntity): Promise<string> {
    const { database, identity } = this.parts;
    const giveBack = () => database.write((manager) => this.leases.giveBack(manager, row.id));
    const old = this.opened(row, "refreshToken");
    if (old === null) {
      await giveBack();
      // The consent may be as good as ever: it is the key that is missing here.
      throw new LedgerTrouble("unauthorised", "The connection's tokens cannot be opened");
    }
    try {
      const tokens = await identity.refresh(old);
      const token = await this.keep(row, tokens);
      await this.requireReached(row, token);
      return token;
    } catch (error) {
      if (error instanceof GrantRefused && error.code === "invalid_grant") return this.lost(row, "CONSENT_REFUSED");
      await giveBack();
      // Another code is about us, not about the consent: an application that the ledger does not know.
      if (error instanceof GrantRefused) throw new LedgerTrouble("not_reached", error.message);
      throw error;
    }
  }

  /** The new pair takes the old one's place, unless a new consent has meanwhile. */
  private async keep({ id, refreshToken }: LedgerAccessEntity, tokens: TokenSet): Promise<string> {
    const { database, clock, sealing } = this.parts;
    const now = clock.now().getTime();
    const row = {
      accessToken: sealing.seal(tokens.accessToken, tokenPlace(id, "accessToken")),
      refreshToken: sealing.seal(tokens.refreshToken, tokenPlace(id, "refreshToken")),
      accessExpiresAt: toInstant(new Date(now + tokens.expiresIn * 1000)),
      renewedAt: toInstant(new Date(now)),
    };
    await database.write(async (manager) => {
      const held = await lockRow(manager, LedgerAccessEntity, id);
      if (held?.refreshToken === refreshToken) await this.leases.giveBack(manager, id, row);
    });
    return tokens.accessToken;
  }

  /** A fresh token whose predecessor was refused: perhaps the organisation was disconnected on the ledger's side. */
  private async requireReached(row: LedgerAccessEntity, token: string): Promise<void> {
    if (!this.rejected.delete(row.id)) return;
    const tenants = await this.parts.identity.tenants(token).catch(() => null);
    if (tenants === null || tenants.some(({ tenantId }) => tenantId === row.tenantId)) return;
    await this.lost({ ...row, refreshToken: null }, "ORGANISATION_DISCONNECTED");
  }

  private async lost(row: LedgerAccessEntity, code: string): Promise<never> {
    const lost = await this.parts.loss.lost(row, code);
    if (!lost) throw new LedgerTrouble("not_reached", "The connection's tokens were renewed elsewhere");
    throw new LedgerTrouble("unauthorised", `The consent is lost: ${code}`);
  }

  private opened(row: LedgerAccessEntity, column: "accessToken" | "refreshToken"): string | null {
    const sealed = row[column];
    if (sealed === null) return null;
    try {
      return this.parts.sealing.open(sealed, tokenPlace(row.id, column));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      this.parts.warn(error);
      return null;
    }
  }
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
