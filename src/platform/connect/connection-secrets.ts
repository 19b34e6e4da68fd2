import { SealBroken, type Sealing } from "../../erp/oauth/sealing";
import { isSameSecret, newToken } from "../../kernel/opaque-token";
import { secretPlace, type PlatformConnectionEntity, type SecretColumn } from "./platform-connection.entity";

/** What an event must carry: as long as any bearer token, and never a word of anybody's. */
export function newEventSecret(): string {
  return `Bearer ${newToken()}`;
}

export class ConnectionSecrets {
  constructor(
    private readonly sealing: Sealing,
    /** Told of secrets that cannot be opened: a key is missing. */
    private readonly warn: (error: unknown) => void,
  ) {}

  seal(connectionId: string, column: SecretColumn, secret: string): string {
    return this.sealing.seal(secret, secretPlace(connectionId, column));
  }

  /** Null: there is none, or it cannot be opened. */
  open(row: PlatformConnectionEntity, column: SecretColumn): string | null {
    const sealed = row[column];
    if (sealed === null) return null;
    try {
      return this.sealing.open(sealed, secretPlace(row.id, column));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      this.warn(error);
      return null;
    }
  }

  /** The same under the newest key; null: it is so already. Throws SealBroken. */
  resealed(row: PlatformConnectionEntity, column: SecretColumn): string | null {
    const sealed = row[column];
    return sealed === null ? null : this.sealing.resealed(sealed, secretPlace(row.id, column));
  }

  /** Whether the header is the connection's secret, or its former one while that is good. In constant time. */
  knowsEvent(row: PlatformConnectionEntity, authorization: string, now: string): boolean {
    const former =
      row.formerSecretUntil !== null && row.formerSecretUntil > now ? this.open(row, "formerSecret") : null;
    const matches = [this.open(row, "eventSecret"), former].map((secret) =>
      isSameSecret(authorization, secret ?? newEventSecret()),
    );
    return matches.includes(true);
  }
}
