import type { Waits } from "../../infra/jobs/instants-ahead";
import { wantedByAll } from "../../kernel/deadline";
import { setImmediate } from "node:timers/promises";
import type { CompanyChangePort } from "../../tenant/companies/company-change";
import { ConnectionEntity } from "../connections/connection.entity";
import { LedgerTrouble } from "../connector/ledger-api";
import { GrantRefused, type LedgerIdentity } from "../connector/ledger-identity";
import type { Database } from "../../infra/db/database";
import { lockRow } from "../../infra/db/query/rows";
import { FREE, isFree, Leases } from "../../infra/queue/leases";
import type { Actor } from "../../kernel/actor";
import { toInstant, type Clock } from "../../kernel/clock";
import { connectionOf } from "./connection-of";
import { connectionState } from "./connection-state";
import { LedgerAccessEntity, tokenPlace } from "./ledger-access.entity";
import { SealBroken, type Sealing } from "./sealing";
import { requireVersion } from "../../kernel/stale-edit";

export interface DisconnectParts {
  readonly database: Database;
  readonly changes: CompanyChangePort;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly identity: () => LedgerIdentity | null;
  readonly name: string;
  readonly warn: (error: unknown) => void;
}

const LEASE_MS = 2 * 60_000;

/** The longest that an access is held: a renewal holds it for less. */
export const ACCESS_WAITS: readonly Waits[] = [
  { entity: LedgerAccessEntity, column: "leasedUntil", longestMs: LEASE_MS },
];

/** Gives a consent back: from the moment of the decision nothing is sent, and the ledger is told as soon as it answers. */
export class DisconnectService {
  private readonly leases: Leases<LedgerAccessEntity>;

  constructor(private readonly parts: DisconnectParts) {
    this.leases = new Leases(LedgerAccessEntity, { ...parts, leaseMs: LEASE_MS });
  }

  /** Throws PolicyRefusal, Refusal NOT_FOUND or BAD_INPUT (no connection), or StaleEdit. */
  async disconnect(
    actor: Actor,
    company: string,
    connection: string | null,
    expectedVersion?: number,
  ): Promise<{ readonly connection: ConnectionEntity; readonly policyRevision: number }> {
    const ended = await this.parts.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const { manager } = scope;
      const before = await connectionOf(manager, scope.company.id, connection);
      requireVersion(before, expectedVersion);
      const after = { ...before, status: "revoked" as const, version: before.version + 1 };
      await manager.update(ConnectionEntity, { id: before.id }, { status: after.status, version: after.version });
      const access = await lockRow(manager, LedgerAccessEntity, before.id);
      const state = access?.refreshToken == null ? null : "ending";
      if (access && state === null) await manager.delete(LedgerAccessEntity, { id: before.id });
      else if (access) await manager.update(LedgerAccessEntity, { id: before.id }, { state: "ending", ...FREE });
      const policyRevision = await scope.record({
        action: "connection.disconnected",
        targetKind: "connection",
        targetId: before.id,
        before: connectionState(before),
        after: connectionState(after),
      });
      return { connection: after, policyRevision };
    });
    // Nobody waits for the ledger; what does not work now is done by the duty.
    void setImmediate().then(() => wantedByAll(() => this.end(ended.connection.id)).catch(this.parts.warn));
    return ended;
  }

  /** Tells the ledger of all consents that were given up. */
  async endAll(): Promise<void> {
    const ending = await this.parts.database.read().findBy(LedgerAccessEntity, { state: "ending" });
    for (const { id } of ending) await this.end(id);
  }

  private async end(id: string): Promise<void> {
    const { database, identity: current, sealing, name } = this.parts;
    const identity = current();
    const row = identity && (await this.take(id));
    if (!row || row.refreshToken === null) return;
    try {
      const refreshToken = sealing.open(row.refreshToken, tokenPlace(id, "refreshToken"));
      await tell(identity, row, refreshToken);
    } catch (error) {
      // Refused or unreadable: there is nothing left to give back.
      if (!(error instanceof GrantRefused || error instanceof SealBroken || isRefused(error))) {
        await database.write((manager) => this.leases.giveBack(manager, id));
        throw error;
      }
    }
    await database.write((manager) => manager.delete(LedgerAccessEntity, { id, leasedBy: name, state: "ending" }));
  }

  private async take(id: string): Promise<LedgerAccessEntity | null> {
    const { database, clock } = this.parts;
    return database.write(async (manager) => {
      const row = await lockRow(manager, LedgerAccessEntity, id);
      if (row?.state !== "ending" || !isFree(row, toInstant(clock.now()))) return null;
      await this.leases.take(manager, [row]);
      return row;
    });
  }
}

/**
 * Ends our connection to the one organisation. The consent as a whole ends only where it reaches no other: with it the
 * ledger would end the connections that the same person made for others.
 */
async function tell(identity: LedgerIdentity, { ledgerConnectionId }: LedgerAccessEntity, token: string) {
  const tokens = await identity.refresh(token);
  await identity.disconnect(tokens.accessToken, ledgerConnectionId);
  const left = await identity.tenants(tokens.accessToken);
  if (left.length === 0) await identity.revoke(tokens.refreshToken);
}

function isRefused(error: unknown): boolean {
  return error instanceof LedgerTrouble && error.kind === "unauthorised";
}
