import type { Database } from "../../infra/db/database";
import type { ChangeScope, CompanyChangePort } from "../../tenant/companies/company-change";
import { toInstant, type Clock } from "../../kernel/clock";
import type { Actor } from "../../kernel/actor";
import { personKey } from "../../kernel/email";
import { BilingualRefusal, Refusal } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { PlatformTrouble } from "../port/platform-trouble";
import type { Login } from "../rest/rest-login";
import { newEventSecret, type ConnectionSecrets } from "./connection-secrets";
import { PlatformConnectionEntity, type Deciding } from "./platform-connection.entity";
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

export interface NewPlatformConnection {
  readonly platformCompanyId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly deciding: Deciding;
}

/** Events that are on their way when the secret changes still carry the former one. */
const FORMER_SECRET_MS = 24 * 60 * 60_000;
const MAX_CREDENTIAL_LENGTH = 500;

/** Connects a company with the construction platform, and sets how it works with it. For whoever may configure the company. */
export class ConnectingService {
  constructor(private readonly parts: ConnectingParts) {}

  /**
   * Connects, or connects anew: what is there already on the platform is used again; what is missing there the connection
   * says. Throws PolicyRefusal, Refusal BAD_INPUT for credentials that the platform refuses (nothing is kept then), or
   * ALREADY_EXISTS where another company has that company of the platform.
   */
  async connect(actor: Actor, company: string, given: NewPlatformConnection): Promise<PlatformConnectionEntity> {
    const asked = checked(given);
    const { changes, login, setUp } = this.parts;
    const intent = { actor, company, action: "configure" } as const;
    // Nobody else's credentials are tried.
    await changes.run(intent, () => Promise.resolve());
    await login(asked).catch((error: unknown) => {
      if (!(error instanceof PlatformTrouble)) throw error;
      const problem = error.kind === "unauthorised" ? "CREDENTIALS_REFUSED" : "NOT_REACHED";
      throw new BilingualRefusal("BAD_INPUT", PROBLEM_TEXTS[problem], ["input", "clientSecret"]);
    });
    const id = await changes.run(intent, (scope) => this.keep(scope, actor, asked));
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
  async rotateEventSecret(actor: Actor, company: string): Promise<PlatformConnectionEntity> {
    const { changes, secrets, clock, setUp } = this.parts;
    const { id } = await changes.run({ actor, company, action: "configure" }, async (scope) => {
      const before = await required(scope);
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

  /** Where approvers decide. Throws PolicyRefusal or Refusal NOT_FOUND. */
  async setDeciding(actor: Actor, company: string, deciding: Deciding): Promise<PlatformConnectionEntity> {
    return this.parts.changes.run({ actor, company, action: "configure" }, async (scope) => {
      const before = await required(scope);
      if (before.deciding === deciding) return before;
      const version = before.version + 1;
      await scope.manager.update(PlatformConnectionEntity, { id: before.id }, { deciding, version });
      const states = { before: { deciding: before.deciding }, after: { deciding } };
      await scope.record({ action: "platform.deciding_set", ...target(before), ...states });
      return { ...before, deciding, version };
    });
  }

  /** Gives the connection up: ours is taken away from the platform as far as it lets us, and the credentials are forgotten. */
  async disconnect(actor: Actor, company: string): Promise<PlatformConnectionEntity> {
    const { changes, secrets, setUp } = this.parts;
    const intent = { actor, company, action: "configure" } as const;
    const row = await changes.run(intent, (scope) => required(scope));
    await setUp.takeAway(row).catch((error: unknown) => {
      if (!(error instanceof PlatformTrouble)) throw error;
    });
    return changes.run(intent, async (scope) => {
      const before = await required(scope);
      const next = {
        clientSecret: secrets.seal(before.id, "clientSecret", ""),
        eventSecret: secrets.seal(before.id, "eventSecret", newEventSecret()),
        formerSecret: null,
        accessToken: null,
        accessExpiresAt: null,
        hookId: null,
        erpConnectionId: null,
        state: "lost" as const,
        problems: ["CREDENTIALS_REFUSED"] as const,
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

  private async keep(scope: ChangeScope, actor: Actor, asked: NewPlatformConnection): Promise<string> {
    const { manager, company, by } = scope;
    const { platformCompanyId, clientId, clientSecret, deciding } = asked;
    const holder = await manager.findOneBy(PlatformConnectionEntity, { platformCompanyId });
    if (holder && holder.companyId !== company.id)
      throw new Refusal("ALREADY_EXISTS", "That company of the platform is connected already.", FIELD);
    const before = await manager.findOneBy(PlatformConnectionEntity, { companyId: company.id });
    const id = before?.id ?? newId();
    const set = {
      platformCompanyId,
      clientId,
      clientSecret: this.parts.secrets.seal(id, "clientSecret", clientSecret),
      accessToken: null,
      accessExpiresAt: null,
      deciding,
      pausedUntil: null,
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
    const none = { formerSecret: null, formerSecretUntil: null, leasedBy: null, leasedUntil: null, pace: null };
    const unknown = { serviceUserId: null, erpConnectionId: null, costCodeListId: null, hookId: null, checkedAt: null };
    const unread = { directoryChangedAt: null, directoryReadAt: null, requestsReadUntil: null, lastEventAt: null };
    const start = { state: "incomplete", problems: [], version: 1, events: 0, servedAt: at, createdAt: at } as const;
    return { id, companyId: company.id, eventSecret, ...none, ...unknown, ...unread, ...start };
  }
}

const FIELD = ["input", "platformCompanyId"];

function target({ id }: { readonly id: string }) {
  return { targetKind: "platform_connection", targetId: id } as const;
}

async function required({ manager, company }: ChangeScope): Promise<PlatformConnectionEntity> {
  const found = await manager.findOneBy(PlatformConnectionEntity, { companyId: company.id });
  if (found) return found;
  throw new BilingualRefusal("NOT_FOUND", {
    en: "The company is not connected to the construction platform.",
    fr: "L’entreprise n’est pas connectée à la plateforme de construction.",
  });
}

function checked({
  platformCompanyId,
  clientId,
  clientSecret,
  deciding,
}: NewPlatformConnection): NewPlatformConnection {
  const company = platformCompanyId.trim();
  if (!/^\d{1,18}$/.test(company)) throw new BilingualRefusal("BAD_INPUT", PLATFORM_ID, FIELD);
  return {
    platformCompanyId: company,
    clientId: credential(clientId, "clientId"),
    clientSecret: credential(clientSecret, "clientSecret"),
    deciding,
  };
}

const PLATFORM_ID = {
  en: "The platform's id of the company is a whole number; it stands in the address of the company's pages.",
  fr: "L’identifiant de l’entreprise sur la plateforme est un nombre entier ; il figure dans l’adresse des pages de l’entreprise.",
};

function credential(text: string, name: string): string {
  const value = text.trim();
  if (/^[\x21-\x7e]+$/.test(value) && value.length <= MAX_CREDENTIAL_LENGTH) return value;
  throw new BilingualRefusal(
    "BAD_INPUT",
    {
      en: "It is not as the platform writes it: copy it again, without spaces.",
      fr: "Ce n’est pas tel que la plateforme l’écrit : recopiez-le, sans espaces.",
    },
    ["input", name],
  );
}
