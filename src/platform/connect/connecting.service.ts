import type { Database } from "../../infra/db/database";
import { FREE } from "../../infra/queue/leases";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { toInstant, type Clock } from "../../kernel/clock";
import type { Actor } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import { BilingualRefusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { requireVersion } from "../../kernel/stale-edit";
import { PlatformTrouble } from "../port/platform-trouble";
import type { Login } from "../rest/rest-login";
import { newEventSecret, type ConnectionSecrets } from "./connection-secrets";
import { COMPANY_FIELD, checked, otherCompany, type NewPlatformConnection } from "./new-connection";
import { PlatformConnectionEntity, type Deciding } from "./platform-connection.entity";
import { stopMirroring } from "./stop-mirroring";
import type { PlatformSetUpWork } from "./platform-set-up";
import { PROBLEM_TEXTS } from "./problems";

export interface ConnectingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly changes: CompanyChangePort;
  readonly secrets: ConnectionSecrets;
  readonly login: Login;
  readonly setUp: PlatformSetUpWork;
}

/** Events that are on their way when the secret changes still carry the former one. */
const FORMER_SECRET_MS = 24 * 60 * 60_000;

/** Connects a company with the construction platform, and sets how it works with it. For whoever may configure the company. */
export class ConnectingService {
  constructor(private readonly parts: ConnectingParts) {}

  /**
   * Connects, or connects anew: what is there already on the platform is used again; what is missing there the connection
   * says. Throws PolicyRefusal, StaleEdit, Refusal BAD_INPUT for credentials that the platform refuses or another company
   * of the platform than before (nothing is kept then), or ALREADY_EXISTS where another company has that one.
   * @param expectedVersion that the editor saw, 0 for none; left out: whatever it is
   */
  async connect(
    actor: Actor,
    company: string,
    given: NewPlatformConnection,
    expectedVersion?: number,
  ): Promise<PlatformConnectionEntity> {
    const { changes, login, setUp } = this.parts;
    const intent = { actor, company, action: "configure" } as const;
    // First of all who asks: nobody else's credentials are tried, or told what is wrong with them.
    await changes.run(intent, async ({ manager, company: { id } }) =>
      requireVersion(await manager.findOneBy(PlatformConnectionEntity, { companyId: id }), expectedVersion),
    );
    const asked = checked(given);
    await login(asked).catch((error: unknown) => {
      if (!(error instanceof PlatformTrouble)) throw error;
      const problem = error.kind === "unauthorised" ? "CREDENTIALS_REFUSED" : "NOT_REACHED";
      throw new BilingualRefusal("BAD_INPUT", PROBLEM_TEXTS[problem], ["input", "clientSecret"]);
    });
    const id = await changes.run(intent, (scope) => this.keep(scope, actor, asked, expectedVersion));
    return setUp.mend(id);
  }

  /** The company's connection; null: it has none. For whoever may see it. */
  ofCompany(companyId: string): Promise<PlatformConnectionEntity | null> {
    return this.parts.database.read().findOneBy(PlatformConnectionEntity, { companyId });
  }

  /** Looks at the platform's side again and makes what is missing. Throws PolicyRefusal or Refusal NOT_FOUND. */
  async check(actor: Actor, company: string): Promise<PlatformConnectionEntity> {
    const intent = { actor, company, action: "configure" } as const;
    const { id } = await this.parts.changes.run(intent, (scope) => required(scope));
    return this.parts.setUp.mend(id);
  }

  /** A new secret for events, without losing one: the former one is good for a day more. */
  async rotateEventSecret(actor: Actor, company: string, expectedVersion?: number): Promise<PlatformConnectionEntity> {
    const { changes, secrets, clock, setUp } = this.parts;
    const { id } = await changes.run({ actor, company, action: "configure" }, async (scope) => {
      const before = await required(scope, expectedVersion);
      const next = {
        eventSecret: secrets.seal(before.id, "eventSecret", newEventSecret()),
        formerSecret: before.eventSecret,
        formerSecretUntil: toInstant(new Date(clock.now().getTime() + FORMER_SECRET_MS)),
        version: before.version + 1,
      };
      await scope.manager.update(PlatformConnectionEntity, { id: before.id }, next);
      await scope.record({ action: "platform.event_secret_rotated", ...target(before), before: null, after: null });
      return before;
    });
    return setUp.mend(id);
  }

  /** Where approvers decide. Throws PolicyRefusal, StaleEdit or Refusal NOT_FOUND. */
  async setDeciding(
    actor: Actor,
    company: string,
    deciding: Deciding,
    expectedVersion?: number,
  ): Promise<PlatformConnectionEntity> {
    return this.parts.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const before = await required(scope, expectedVersion);
      if (before.deciding === deciding) return before;
      const version = before.version + 1;
      await scope.manager.update(PlatformConnectionEntity, { id: before.id }, { deciding, version });
      const states = { before: { deciding: before.deciding }, after: { deciding } };
      await scope.record({ action: "platform.deciding_set", ...target(before), ...states });
      return { ...before, deciding, version };
    });
  }

  /** Gives the connection up: ours is taken away from the platform as far as it lets us, and the credentials are forgotten. */
  async disconnect(actor: Actor, company: string, expectedVersion?: number): Promise<PlatformConnectionEntity> {
    const { changes, secrets, setUp } = this.parts;
    const intent = { actor, company, action: "configure" } as const;
    const row = await changes.run(intent, (scope) => required(scope, expectedVersion));
    await setUp.takeAway(row).catch((error: unknown) => {
      if (!(error instanceof PlatformTrouble)) throw error;
    });
    return changes.run(intent, async (scope) => {
      const before = await stopMirroring(scope, await required(scope));
      const next = {
        clientSecret: secrets.seal(before.id, "clientSecret", ""),
        eventSecret: secrets.seal(before.id, "eventSecret", newEventSecret()),
        formerSecret: null,
        accessToken: null,
        accessExpiresAt: null,
        hookId: null,
        erpConnectionId: null,
        state: "lost" as const,
        problems: ["DISCONNECTED"] as const,
        version: before.version + 1,
      };
      await scope.manager.update(PlatformConnectionEntity, { id: before.id }, next);
      await scope.record({
        action: "platform.disconnected",
        ...target(before),
        before: { state: before.state },
        after: null,
      });
      return { ...before, ...next };
    });
  }

  private async keep(
    scope: ChangeScope,
    actor: Actor,
    asked: NewPlatformConnection,
    expectedVersion: number | undefined,
  ): Promise<string> {
    const { manager, by } = scope;
    const { platformCompanyId, clientId, clientSecret, deciding } = asked;
    const before = await connectable(scope, platformCompanyId, expectedVersion);
    const id = before?.id ?? newId();
    const set = {
      platformCompanyId,
      clientId,
      clientSecret: this.parts.secrets.seal(id, "clientSecret", clientSecret),
      accessToken: null,
      accessExpiresAt: null,
      deciding,
      pausedUntil: null,
      // What was given up before is looked at again.
      problems: [],
      directoryChangedAt: scope.at,
      connectedByName: by.name,
      connectedByEmail: actor.kind === "person" && actor.email !== null ? personKey(actor.email) : null,
    };
    if (before) await manager.update(PlatformConnectionEntity, { id }, { ...set, version: before.version + 1 });
    else await manager.insert(PlatformConnectionEntity, { ...this.fresh(id, scope), ...set });
    const after = { platformCompanyId, clientId, deciding };
    const states = {
      before: before && { platformCompanyId: before.platformCompanyId, clientId: before.clientId },
      after,
    };
    await scope.record({ action: "platform.credentials_set", ...target({ id }), ...states });
    return id;
  }

  private fresh(id: string, { company, at }: ChangeScope): Partial<PlatformConnectionEntity> {
    const eventSecret = this.parts.secrets.seal(id, "eventSecret", newEventSecret());
    const none = { formerSecret: null, formerSecretUntil: null, ...FREE, pace: null };
    const unknown = { serviceUserId: null, erpConnectionId: null, costCodeListId: null, hookId: null, checkedAt: null };
    const unread = {
      mirrorsDirectory: false,
      directorySeenAt: null,
      directoryHeld: null,
      directoryChangedAt: null,
      directoryReadAt: null,
      requestsReadUntil: null,
      lastEventAt: null,
    };
    const start = { state: "incomplete", problems: [], version: 1, events: 0, servedAt: at, createdAt: at } as const;
    return { id, companyId: company.id, eventSecret, ...none, ...unknown, ...unread, ...start };
  }
}

/** The connection that is given new credentials; null: it is the first. */
async function connectable(
  { manager, company }: ChangeScope,
  platformCompanyId: string,
  expectedVersion: number | undefined,
): Promise<PlatformConnectionEntity | null> {
  const holder = await manager.findOneBy(PlatformConnectionEntity, { platformCompanyId });
  if (holder && holder.companyId !== company.id)
    throw new BilingualRefusal("ALREADY_EXISTS", CONNECTED_ALREADY, COMPANY_FIELD);
  const before = await manager.findOneBy(PlatformConnectionEntity, { companyId: company.id });
  requireVersion(before, expectedVersion);
  // What was exported is known by the ids of that company over there.
  if (before && before.platformCompanyId !== platformCompanyId)
    throw new BilingualRefusal("BAD_INPUT", otherCompany(before.platformCompanyId), COMPANY_FIELD);
  return before;
}

const CONNECTED_ALREADY = {
  en: "That company of the platform is connected already.",
  fr: "Cette entreprise de la plateforme est déjà connectée.",
};

function target({ id }: { readonly id: string }) {
  return { targetKind: "platform_connection", targetId: id } as const;
}

async function required(
  { manager, company }: ChangeScope,
  expectedVersion?: number,
): Promise<PlatformConnectionEntity> {
  const found = await manager.findOneBy(PlatformConnectionEntity, { companyId: company.id });
  requireVersion(found, found ? expectedVersion : undefined);
  if (found) return found;
  throw new BilingualRefusal("NOT_FOUND", {
    en: "The company is not connected to the construction platform.",
    fr: "L’entreprise n’est pas connectée à la plateforme de construction.",
  });
}
