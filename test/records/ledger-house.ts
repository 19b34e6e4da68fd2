import { AccountingConnector } from "../../src/erp/connector/accounting-connector";
import { SandboxApi } from "../../src/dev/ledger/sandbox-api";
import { SandboxLedger } from "../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { SandboxTokens } from "../../src/dev/ledger/sandbox-tokens";
import { Relay } from "../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../src/infra/outbox/relay-settings";
import { RecordHandler } from "../../src/records/delivery/record-handler";
import { SEED } from "../support/house";
import { CODE, PROJECT, RecordHouse, VENDOR } from "./record-house";

/** `acme` with a sandbox ledger and a relay that carries what is sent to it. */
export interface LedgerHouse {
  readonly house: RecordHouse;
  readonly ledger: SandboxLedger;
  readonly connector: AccountingConnector;
  /** Lets time pass until nothing is left to deliver. */
  deliver(): Promise<void>;
  /** A cost code, a project and a vendor are in the ledger. */
  foundations(): Promise<void>;
}

export const TENANCY = { connectionId: "sandbox", tenantId: SANDBOX_TENANT.id } as const;

export async function openLedgerHouse(): Promise<LedgerHouse> {
  const house = await RecordHouse.open();
  const ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock: house.clock });
  putRow(ledger, "TrackingCategories", "category", "Job", { TrackingCategoryID: "category", Name: "Job", Options: [] });
  const address = () => ledger.address;
  const api = new SandboxApi({ address, tokens: new SandboxTokens(address), timeoutMs: 60_000 });
  const connector = new AccountingConnector("sandbox", api);
  const { database, clock, services } = house;
  const route = () => ({ connector, tenancy: TENANCY });
  const publicUrl = "https://ledgergate.test";
  const handler = new RecordHandler({ database, outcomes: services.recordOutcomes, route, publicUrl });
  const limits = { concurrent: 5, perMinute: 60, perDay: 5000 };
  const relay = new Relay(database, handler, {
    ...RELAY_DEFAULTS,
    name: "test",
    clock,
    limits,
    steady: () => clock.now().getTime(),
    random: () => 0.5,
  });
  const deliver = async () => {
    for (let round = 0; round < 60; round += 1) {
      const next = await relay.turn();
      if (!next) return;
      clock.set(new Date(Math.max(next.getTime(), clock.now().getTime() + 1)));
    }
  };
  const foundations = async () => {
    for (const offered of [CODE, PROJECT, VENDOR]) await house.send(SEED, await house.offer(SEED, offered));
    await deliver();
  };
  return { house, ledger, connector, deliver, foundations };
}

/** Somebody has typed it into the ledger by hand. */
export function putRow(
  ledger: SandboxLedger,
  kind: Parameters<SandboxLedger["store"]["put"]>[1]["kind"],
  id: string,
  number: string,
  body: Record<string, unknown>,
): void {
  const status = "ACTIVE";
  ledger.store.put(SANDBOX_TENANT.id, { id, kind, number, status, updatedAt: 0, body: { Status: status, ...body } });
}
