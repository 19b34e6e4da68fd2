import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Json } from "./ledger-object";
import type { LedgerStore, StoredToken } from "./ledger-store";

/** Life times as Xero publishes them: 30 minutes, 60 unused days, and some minutes for a code. */
const ACCESS_MS = 30 * 60_000;
const REFRESH_MS = 60 * 24 * 60 * 60_000;
const CODE_MS = 5 * 60_000;
/** A refresh token that was used answers again for so long, for whoever did not receive the answer. */
const GRACE_MS = 30 * 60_000;

export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: "Bearer";
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
}

export interface Consent {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** S256 of the verifier (RFC 7636). */
  readonly challenge: string;
}

/** OAuth 2.0 as Xero runs it: codes with PKCE, refresh tokens that their use spends once a grace period is over. */
export class Tokens {
  constructor(private readonly store: LedgerStore) {}

  code(consent: Consent, now: number): string {
    return this.make("code", newValue(), now + CODE_MS, { ...consent });
  }

  /** Null: invalid_grant. */
  exchange(
    { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
    now: number,
  ): TokenAnswer | null {
    const found = this.usable(code, "code", now);
    if (!found) return null;
    this.store.keepToken({ ...found, spent: true });
    const { challenge, redirectUri: expected, scope } = found.detail;
    if (redirectUri !== expected || !isSame(challengeOf(verifier), String(challenge))) return null;
    return this.pair(newValue(), String(scope), now);
  }

  /** Spends the refresh token and hands out the next pair. Null: invalid_grant, for a human to consent anew. */
  refresh(value: string, now: number): TokenAnswer | null {
    const found = this.store.token(value);
    if (found?.use !== "refresh" || found.expiresAt <= now) return null;
    const spentAt = found.spent ? Number(found.detail.spentAt) : now;
    if (now - spentAt > GRACE_MS) return null;
    this.store.keepToken({ ...found, spent: true, detail: { ...found.detail, spentAt } });
    return this.pair(found.grantId, String(found.detail.scope), now);
  }

  /** Ends the consent that the refresh token is of. Whether there was one. */
  revoke(value: string): boolean {
    const found = this.store.token(value);
    if (found?.use !== "refresh") return false;
    this.store.dropGrant(found.grantId);
    return true;
  }

  /** Whether the access token is good now. */
  admits(value: string, now: number): "yes" | "expired" | "unknown" {
    const found = this.store.token(value);
    if (found?.use !== "access") return "unknown";
    return found.expiresAt > now ? "yes" : "expired";
  }

  private pair(grantId: string, scope: string, now: number): TokenAnswer {
    const access = this.make("access", grantId, now + ACCESS_MS, { scope });
    const refresh = this.make("refresh", grantId, now + REFRESH_MS, { scope });
    return { access_token: access, refresh_token: refresh, token_type: "Bearer", expires_in: ACCESS_MS / 1000, scope };
  }

  private make(use: StoredToken["use"], grantId: string, expiresAt: number, detail: Json): string {
    const value = newValue();
    this.store.keepToken({ value, use, grantId, expiresAt, spent: false, detail });
    return value;
  }

  private usable(value: string, use: StoredToken["use"], now: number): StoredToken | null {
    const found = this.store.token(value);
    return found && found.use === use && !found.spent && found.expiresAt > now ? found : null;
  }
}

export function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

function newValue(): string {
  return randomBytes(24).toString("base64url");
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
