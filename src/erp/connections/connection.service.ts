import type { Bilingual } from "../../kernel/locale";
import { fill } from "../../kernel/catalogue";
import type { ChangeScope, CompanyChanges } from "../../tenant/audit/company-changes";
import type { Actor } from "../../kernel/actor";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import { ConnectionEntity } from "./connection.entity";
import { defaultConnection, namedConnection } from "./connection-lookup";
import { merged, requireServed, stateOf, type ConnectionSettings } from "./connection-settings";
import type { ConnectionUse } from "./connection-use";
import { consentNeeded, type ConsentLook } from "./consent-rule";
import { requireVersion } from "../../kernel/stale-edit";
import { ERP_TEXTS } from "../texts/erp-texts";

export interface ConnectionChange {
  readonly connection: ConnectionEntity;
  readonly policyRevision: number;
}

/** Sets up a company's connections to its ERP: mostly one, and one for each further legal entity. */
export class ConnectionService {
  constructor(
    private readonly changes: CompanyChanges,
    private readonly uses: Iterable<ConnectionUse> = [],
    /** Null: status by hand is believed, as of connections to the sandbox ledger. */
    private readonly consents: ConsentLook | null = null,
  ) {}

  /**
   * Changes the connection that the settings name, or the default; makes the company's first one. Throws PolicyRefusal,
   * Refusal NOT_FOUND (company, connection), BAD_INPUT (connector, or an edition that the integration does not work with,
   * saying which do, in the reader's language), ALREADY_EXISTS (name), STALE_EDIT, or CONSENT_NEEDED where it is said to be
   * authorised and rests on no consent.
   */
  configure(actor: Actor, company: string, settings: ConnectionSettings): Promise<ConnectionChange> {
    return this.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const { manager, company: tenant } = scope;
      const { connection: reference } = settings;
      const before = reference
        ? await namedConnection(manager, tenant.id, reference)
        : await defaultConnection(manager, tenant.id);
      return this.store(scope, before, settings);
    });
  }

  /** One more connection; the company's first becomes its default. Throws as `configure` does. */
  add(actor: Actor, company: string, settings: ConnectionSettings): Promise<ConnectionChange> {
    return this.changes.run({ actor, company, action: "configure" }, (scope) => this.store(scope, null, settings));
  }

  /**
   * Takes a connection away that nothing hangs on. Throws PolicyRefusal, Refusal NOT_FOUND, CONNECTION_IS_DEFAULT while
   * there are others, CONNECTION_IN_USE with what hangs on it, or StaleEdit.
   */
  retire(actor: Actor, company: string, reference: string, expectedVersion?: number): Promise<ConnectionChange> {
    return this.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const { manager, company: tenant } = scope;
      const connection = await namedConnection(manager, tenant.id, reference);
      requireVersion(connection, expectedVersion);
      const count = await manager.countBy(ConnectionEntity, { companyId: tenant.id });
      if (connection.defaultOf !== null && count > 1) throw refusal("CONNECTION_IS_DEFAULT", ERP_TEXTS.isDefault);
      for (const use of this.uses) {
        const hindrance = await use.hindrance(scope, connection);
        if (hindrance !== null) throw refusal("CONNECTION_IN_USE", hindrance);
      }
      for (const use of this.uses) await use.forget(scope, connection);
      await manager.delete(ConnectionEntity, { id: connection.id });
      const target = { targetKind: "connection", targetId: connection.id };
      const change = { action: "connection.removed", ...target, before: stateOf(connection), after: null };
      return { connection, policyRevision: await scope.record(change) };
    });
  }

  private async store(
    scope: ChangeScope,
    before: ConnectionEntity | null,
    settings: ConnectionSettings,
  ): Promise<ConnectionChange> {
    requireServed(settings);
    const { manager, company } = scope;
    requireVersion(before, settings.expectedVersion);
    const all = await manager.findBy(ConnectionEntity, { companyId: company.id });
    const connection = merged(before, settings, scope, all);
    if (settings.status === "authorised" && this.consents && !(await this.consents(manager, connection.id)))
      throw consentNeeded();
    if (all.some(({ id, name }) => id !== connection.id && name === connection.name))
      throw new BilingualRefusal("ALREADY_EXISTS", fill(ERP_TEXTS.nameTaken, { name: connection.name }), [
        "input",
        "name",
      ]);
    const old = all.find(({ id, defaultOf }) => id !== connection.id && defaultOf !== null);
    if (old && connection.defaultOf !== null) await this.replaceDefault(scope, old);
    await write(scope, before, connection);
    if (all.length === 0) for (const use of this.uses) await use.adopt(scope, connection);
    const policyRevision = await scope.record({
      action: "connection.configured",
      targetKind: "connection",
      targetId: connection.id,
      before: before && stateOf(before),
      after: stateOf(connection),
    });
    return { connection, policyRevision };
  }

  private async replaceDefault(scope: ChangeScope, old: ConnectionEntity): Promise<void> {
    for (const use of this.uses) await use.pin(scope, old);
    const after = { ...old, defaultOf: null, version: old.version + 1 };
    await scope.manager.update(ConnectionEntity, { id: old.id }, { defaultOf: null, version: after.version });
    const target = { targetKind: "connection", targetId: old.id };
    const states = { before: stateOf(old), after: stateOf(after) };
    await scope.record({ action: "connection.configured", ...target, ...states });
  }
}

function refusal(code: "CONNECTION_IS_DEFAULT" | "CONNECTION_IN_USE", texts: Bilingual): Refusal {
  return new BilingualRefusal(code, texts, ["input", "connection"]);
}

async function write({ manager }: ChangeScope, before: ConnectionEntity | null, connection: ConnectionEntity) {
  if (before) await manager.update(ConnectionEntity, { id: before.id, version: before.version }, connection);
  else
    await manager.createQueryBuilder().insert().into(ConnectionEntity).values(connection).updateEntity(false).execute();
}
