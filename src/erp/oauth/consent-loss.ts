import type { CompanyChangePort } from "../../tenant/companies/company-change";
import { ConnectionEntity } from "../connections/connection.entity";
import { lockRow } from "../../infra/db/query/rows";
import { FREE } from "../../infra/queue/leases";
import type { KnownActor } from "../../policy/ports";
import { connectionState } from "./connection-state";
import { LedgerAccessEntity } from "./ledger-access.entity";
import type { LossLetters } from "./loss-letter";

const LEDGER: KnownActor = { kind: "system", id: "consent", name: "consent" };

/** Why a consent is lost: codes are API. */
export const LOSS_CODES = ["CONSENT_REFUSED", "ORGANISATION_DISCONNECTED"] as const;
export type LossCode = (typeof LOSS_CODES)[number];

/** What happens when the ledger takes our tokens no more: the connection asks for a new consent, and its owner hears of it. */
export class ConsentLoss {
  constructor(
    private readonly changes: CompanyChangePort,
    private readonly letters: LossLetters,
  ) {}

  /**
   * @param seen the row whose tokens were refused; where others stand there by now, nothing is lost. Its refresh token
   *   null: whatever stands there.
   * @returns whether it is lost
   */
  async lost(seen: LedgerAccessEntity, code: string): Promise<boolean> {
    return this.changes.runAs(LEDGER, seen.companyId, async (scope) => {
      const { manager, at } = scope;
      const row = await lockRow(manager, LedgerAccessEntity, seen.id);
      if (row?.state !== "active") return true;
      if (seen.refreshToken !== null && row.refreshToken !== seen.refreshToken) return false;
      const gone = { state: "lost" as const, lostCode: code, accessToken: null, refreshToken: null };
      await manager.update(LedgerAccessEntity, { id: row.id }, { ...gone, ...FREE });
      const before = await manager.findOneBy(ConnectionEntity, { id: row.id });
      if (!before) return true;
      const after = { ...before, status: "revoked" as const, version: before.version + 1 };
      await manager.update(ConnectionEntity, { id: row.id }, { status: after.status, version: after.version });
      await scope.record({
        action: "connection.authorisation_lost",
        targetKind: "connection",
        targetId: row.id,
        before: connectionState(before),
        after: connectionState(after),
        why: code,
      });
      await this.letters.lost(manager, { access: row, company: scope.company, code, at });
      return true;
    });
  }
}
