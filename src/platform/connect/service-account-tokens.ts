import { createHash } from "node:crypto";
import type { Database } from "../../infra/db/database";
import { toInstant, type Clock } from "../../kernel/clock";
import { PlatformTrouble } from "../port/platform-trouble";
import type { PlatformTarget } from "../port/target";
import type { PlatformTokens } from "../rest/rest-client";
import type { Login } from "../rest/rest-login";
import type { ConnectionSecrets } from "./connection-secrets";
import { PlatformConnectionEntity } from "./platform-connection.entity";

export interface ServiceAccountTokenParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: ConnectionSecrets;
  readonly login: Login;
}

/** A token that ends so soon is replaced first: a call must not outlive it. */
const MARGIN_MS = 120_000;

/**
 * Hands out the access tokens of service accounts. The grant of client credentials gives no token to refresh with, so a
 * new one is asked for before the old one ends; all processes share what is kept, and asking twice does no harm.
 */
export class ServiceAccountTokens implements PlatformTokens {
  private readonly rejected = new Map<string, string>();
  private readonly running = new Map<string, Promise<string>>();

  constructor(private readonly parts: ServiceAccountTokenParts) {}

  async accessToken({ connectionId }: PlatformTarget): Promise<string> {
    const row = await this.row(connectionId);
    return this.usable(row) ?? this.renewOnce(row);
  }

  reject({ connectionId }: PlatformTarget, token: string): void {
    this.rejected.set(connectionId, digest(token));
  }

  private usable(row: PlatformConnectionEntity): string | null {
    if (row.accessExpiresAt === null) return null;
    if (Date.parse(row.accessExpiresAt) - MARGIN_MS <= this.parts.clock.now().getTime()) return null;
    const token = this.parts.secrets.open(row, "accessToken");
    return token !== null && this.rejected.get(row.id) !== digest(token) ? token : null;
  }

  private renewOnce(row: PlatformConnectionEntity): Promise<string> {
    const work = this.running.get(row.id) ?? this.renew(row).finally(() => this.running.delete(row.id));
    this.running.set(row.id, work);
    return work;
  }

  private async renew(row: PlatformConnectionEntity): Promise<string> {
    const { database, clock, secrets, login } = this.parts;
    const clientSecret = secrets.open(row, "clientSecret");
    if (clientSecret === null) throw new PlatformTrouble("unauthorised", "The connection's secret cannot be opened");
    const { accessToken, expiresInSeconds } = await login({ clientId: row.clientId, clientSecret });
    const accessExpiresAt = toInstant(new Date(clock.now().getTime() + expiresInSeconds * 1000));
    const kept = { accessToken: secrets.seal(row.id, "accessToken", accessToken), accessExpiresAt };
    // Not over what somebody has connected anew meanwhile.
    const where = { id: row.id, clientSecret: row.clientSecret };
    await database.write((manager) => manager.update(PlatformConnectionEntity, where, kept));
    return accessToken;
  }

  private async row(id: string): Promise<PlatformConnectionEntity> {
    const row = await this.parts.database.read().findOneBy(PlatformConnectionEntity, { id });
    if (!row) throw new PlatformTrouble("unauthorised", "The company is not connected to the platform");
    return row;
  }
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
