import { randomBytes } from "node:crypto";
import type { Config } from "../../config/config";
import type { CompanyChangePort } from "../../tenant/companies/company-change";
import { LedgerTrouble } from "../connector/ledger-api";
import type { LedgerIdentity } from "../connector/ledger-identity";
import { KeptLedgerChanges } from "../connector/notice/ledger-changes";
import { LedgerPlaces, type LedgerRegistration } from "../xero/ledger-places";
import type { Database } from "../../infra/db/database";
import type { Clock } from "../../kernel/clock";
import { newId } from "../../kernel/ids";
import type { Outbox } from "../../infra/outbox/outbox";
import { AccessBinding } from "./access-binding";
import { ConsentLoss } from "./consent-loss";
import { ConsentService } from "./consent.service";
import { developmentKey } from "./development-key";
import { DisconnectService } from "./disconnect.service";
import { lossLetters } from "./loss-letter";
import { resealAll } from "./reseal";
import { Sealing, type SealingKey } from "./sealing";
import { WebhookInbox } from "./webhook-inbox";
import { TokenKeeper } from "./token-keeper";

export interface TenancyParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly changes: CompanyChangePort;
  readonly outbox: Pick<Outbox, "resume">;
}

export interface TenancySettings extends LedgerRegistration {
  readonly sealing: Sealing;
  /** What the ledger signs its notices with; null: it sends none. */
  readonly webhookKey: string | null;
  readonly warn: (error: unknown) => void;
  /** Connections are authorised by a consent alone, as in production, where there is no sandbox ledger. */
  readonly consentOnly?: boolean;
}

export type TenancyServices = ReturnType<typeof createTenancy>;

/** Where the ledger sends people back to. */
export const CALLBACK_PATH = "/connections/xero/callback";

/** A process of its own, registered nowhere: what is sealed is gone with it. */
export const SETTINGS_OF_A_PROCESS: TenancySettings = {
  sealing: new Sealing([{ id: "process", secret: randomBytes(32) }]),
  webhookKey: null,
  client: null,
  redirectUri: `http://127.0.0.1${CALLBACK_PATH}`,
  warn: () => undefined,
};

export async function tenancySettings(
  { ledger, publicUrl, production, dataDir }: Config,
  warn: (error: unknown) => void,
): Promise<TenancySettings> {
  const keys = ledger.tokenKeys.map(({ id, secret }): SealingKey => ({ id, secret: Buffer.from(secret, "base64") }));
  // Without Xero nothing is sealed in production; outside of it a key of the data directory does.
  const [first, ...older] = keys;
  const own = production ? SETTINGS_OF_A_PROCESS.sealing : null;
  const sealing = first ? new Sealing([first, ...older]) : (own ?? new Sealing([await developmentKey(dataDir)]));
  const { xero: client, webhookKey } = ledger;
  return { sealing, webhookKey, client, redirectUri: `${publicUrl}${CALLBACK_PATH}`, warn, consentOnly: production };
}

/** Consents to the ledger's organisations, and their tokens. */
export function createTenancy(parts: TenancyParts, settings: TenancySettings = SETTINGS_OF_A_PROCESS) {
  const { database, clock, changes, outbox } = parts;
  const { sealing, webhookKey, warn } = settings;
  const ledgerPlaces = new LedgerPlaces(settings);
  const identity = () => ledgerPlaces.identity();
  const name = newId();
  const ledgerChanges = new KeptLedgerChanges(database, clock);
  const loss = new ConsentLoss(changes, lossLetters);
  const binding = new AccessBinding(sealing, outbox);
  return {
    /** For whatever else has secrets at rest. */
    sealing,
    ledgerPlaces,
    /** What the ledger told of by itself, for whoever compares the books. */
    ledgerChanges,
    webhooks: webhookKey === null ? null : new WebhookInbox(webhookKey, database, ledgerChanges),
    consent: new ConsentService({ database, changes, clock, sealing, identity, binding }),
    disconnect: new DisconnectService({ database, changes, clock, sealing, identity, name, warn }),
    tokenKeeper: new TokenKeeper({ database, clock, sealing, identity: present(identity), loss, name, warn }),
    resealTokens: () => resealAll(database, sealing),
  };
}

/** The identity service as long as there is one; without, nothing can be reached. */
function present(identity: () => LedgerIdentity | null): Pick<LedgerIdentity, "refresh" | "tenants"> {
  const there = () => {
    const found = identity();
    if (!found) throw new LedgerTrouble("not_reached", "This server is not registered with the ledger");
    return found;
  };
  return { refresh: async (token) => there().refresh(token), tenants: async (token) => there().tenants(token) };
}
