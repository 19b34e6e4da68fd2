import { Not, type EntityManager } from "typeorm";
import type { ChangeScope } from "../../tenant/companies/company-change";
import { ConnectionEntity } from "../connections/connection.entity";
import type { Tenant, TokenSet } from "../connector/ledger-identity";
import { insertRows, lockRow } from "../../infra/db/query/rows";
import { FREE, isFree } from "../../infra/queue/leases";
import { instantAfter } from "../../kernel/clock";
import type { Outbox } from "../../infra/outbox/outbox";
import { connectionState } from "./connection-state";
import { ConsentRefused } from "./consent-refused";
import { LedgerAccessEntity, tokenPlace } from "./ledger-access.entity";
import type { ConsentPerson } from "./ledger-consent.entity";
import type { Sealing } from "./sealing";

export interface NewAccess {
  readonly connectionId: string;
  readonly tenant: Tenant;
  readonly tokens: TokenSet;
  readonly person: ConsentPerson;
  /** When the tokens were obtained. */
  readonly obtainedAt: string;
}

/** Puts a consent in force: tokens sealed, the connection authorised, what waited for it goes on. */
export class AccessBinding {
  constructor(
    private readonly sealing: Sealing,
    private readonly outbox: Pick<Outbox, "resume">,
  ) {}

  /** Inside a change of the company. Throws ConsentRefused ORGANISATION_TAKEN. */
  async bind(scope: ChangeScope, access: NewAccess): Promise<void> {
    const { manager } = scope;
    const { connectionId, tenant } = access;
    const taken = await manager.findOneBy(LedgerAccessEntity, { tenantId: tenant.tenantId, id: Not(connectionId) });
    if (taken) throw new ConsentRefused("ORGANISATION_TAKEN");
    const kept = await lockRow(manager, LedgerAccessEntity, connectionId);
    // Whoever is ending the old consent at the ledger would end this one.
    if (kept?.state === "ending" && !isFree(kept, scope.at)) throw new ConsentRefused("LEDGER_NOT_REACHED");
    const row = this.rowOf(scope, access);
    if (kept) await manager.update(LedgerAccessEntity, { id: connectionId }, row);
    else await insertRows(manager, LedgerAccessEntity, [{ ...row, createdAt: scope.at }]);
    await this.authorise(scope, access);
    await this.outbox.resume(manager, connectionId);
  }

  private rowOf({ company, by, at }: ChangeScope, access: NewAccess) {
    const { connectionId: id, tenant, tokens, person, obtainedAt } = access;
    return {
      id,
      companyId: company.id,
      tenantId: tenant.tenantId,
      tenantName: tenant.name,
      ledgerConnectionId: tenant.connectionId,
      state: "active" as const,
      lostCode: null,
      scope: tokens.scope,
      accessToken: this.sealing.seal(tokens.accessToken, tokenPlace(id, "accessToken")),
      accessExpiresAt: instantAfter(obtainedAt, tokens.expiresIn * 1000),
      refreshToken: this.sealing.seal(tokens.refreshToken, tokenPlace(id, "refreshToken")),
      renewedAt: obtainedAt,
      ...FREE,
      authorisedByName: by.name,
      authorisedByEmail: person.email,
      authorisedAt: at,
    };
  }

  private async authorise(scope: ChangeScope, { connectionId, tenant }: NewAccess): Promise<void> {
    const { manager } = scope;
    const before = await connection(manager, connectionId);
    const changes = { status: "authorised" as const, organisationName: tenant.name, version: before.version + 1 };
    await manager.update(ConnectionEntity, { id: connectionId }, changes);
    await scope.record({
      action: "connection.authorised",
      targetKind: "connection",
      targetId: connectionId,
      before: connectionState(before),
      after: { ...connectionState({ ...before, ...changes }), organisation: tenant.tenantId },
    });
  }
}

async function connection(manager: EntityManager, id: string): Promise<ConnectionEntity> {
  const found = await manager.findOneBy(ConnectionEntity, { id });
  if (!found) throw new ConsentRefused("CONSENT_UNKNOWN");
  return found;
}
