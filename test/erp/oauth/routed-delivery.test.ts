import { sandboxStandIn } from "../../../src/dev/ledger/stand-in";
import { ledgerConnector } from "../../../src/erp/oauth/ledger-connector";
import { ConnectionEntity } from "../../../src/erp/connections/connection.entity";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import type { Actor } from "../../../src/kernel/actor";
import { OutboxLaneEntity } from "../../../src/infra/outbox/outbox-lane.entity";
import { OutboxMessageEntity } from "../../../src/infra/outbox/outbox-message.entity";
import { XERO_LIMITS } from "../../../src/infra/outbox/pace";
import { Relay } from "../../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../../src/infra/outbox/relay-settings";
import { RecordHandler } from "../../../src/records/delivery/record-handler";
import type { RecordEntity } from "../../../src/records/record/record.entity";
import { LedgerAccessEntity } from "../../../src/erp/oauth/ledger-access.entity";
import { person, SEED } from "../../support/house";
import { CODE, PROJECT, RecordHouse, VENDOR } from "../../records/record-house";

let house: RecordHouse;
let ledger: SandboxLedger;

beforeEach(async () => {
  house = await RecordHouse.open();
  ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock: house.clock });
  house.services.tenancy.ledgerPlaces.standIn(ledger.address);
}, 60_000);
afterEach(() => ledger.stop());

/** What the server does in production, or in development beside a sandbox. */
function relay(sandbox: boolean): Relay {
  const { database, services, clock } = house;
  const address = () => ledger.address;
  const { tenancy, recordOutcomes: outcomes } = services;
  const standIn = sandbox ? sandboxStandIn(address, 60_000) : null;
  const connector = ledgerConnector({ database, tenancy, standIn, timeoutMs: 60_000 });
  const route = (lane: string) => ({ connector, tenancy: { connectionId: lane, tenantId: "" } });
  const handler = new RecordHandler({ database, outcomes, route, publicUrl: "https://ledgergate.test" });
  const settings = { ...RELAY_DEFAULTS, name: "test", clock, limits: XERO_LIMITS, random: () => 0.5 };
  return new Relay(database, handler, settings);
}

async function consent(): Promise<void> {
  const { consent: consents } = house.services.tenancy;
  const { address } = await consents.begin(person("admin@acme.test"), "acme", null);
  const back = new URL((await fetch(address, { redirect: "manual" })).headers.get("location") ?? "");
  const answer = { state: back.searchParams.get("state") ?? "", code: back.searchParams.get("code") };
  await consents.choose((await consents.answered(answer)).token, SANDBOX_TENANT.id);
}

async function sent(offered: Parameters<RecordHouse["offer"]>[1], by: Actor = SEED): Promise<RecordEntity> {
  const record = await house.offer(SEED, offered);
  await house.send(by, record);
  return record;
}

const stateOf = async ({ id }: RecordEntity) => (await house.record(id)).state;
const lane = () => house.database.read().findOneByOrFail(OutboxLaneEntity, {});
const calls = () => ledger.store.arrivals(100).map(({ method, path }) => `${method} ${path.split("?")[0]}`);

test("without a consent nothing is called, and what was sent waits, saying why; a consent lets it go at once", async () => {
  const production = relay(false);
  const record = await sent(CODE);
  await production.turn();
  expect([await stateOf(record), calls(), (await lane()).pauseReason]).toEqual(["exporting", [], "unauthorised"]);
  const message = await house.database.read().findOneByOrFail(OutboxMessageEntity, { subjectId: record.id });
  expect([message.state, message.lastCode]).toEqual(["waiting", "UNAUTHORISED"]);
  await consent();
  house.clock.advance(1);
  await production.turn();
  expect([await stateOf(record), calls()]).toEqual(["synced", ["PUT /api.xro/2.0/Items"]]);
});

test("a consent that is lost on the way stops it, and a new one goes on with it", async () => {
  const production = relay(false);
  await consent();
  expect(await stateOf(await deliveredBy(production))).toBe("synced");
  const access = await house.database.read().findOneByOrFail(LedgerAccessEntity, {});
  await house.database.write((manager) => manager.update(LedgerAccessEntity, { id: access.id }, { accessToken: null }));
  ledger.store.expireAll();
  const second = await sent(VENDOR, person("approver@acme.test"));
  await production.turn();
  const connection = await house.database.read().findOneByOrFail(ConnectionEntity, { id: access.id });
  expect([await stateOf(second), connection.status]).toEqual(["exporting", "revoked"]);
  // The policy would withhold it too, but what was sent before the loss is nobody's fault: it waits.
  house.clock.advance(16 * 60_000);
  await production.turn();
  expect(await stateOf(second)).toBe("exporting");
  await consent();
  house.clock.advance(1);
  await production.turn();
  expect(await stateOf(second)).toBe("synced");
});

test("a connection that is revoked by hand is not used, whatever consent there is", async () => {
  await consent();
  const record = await sent(CODE);
  const ledgerOf = { edition: "established", country: "US" };
  await house.services.connection.configure(SEED, "acme", { ...ledgerOf, status: "revoked" });
  await relay(false).turn();
  expect([await stateOf(record), calls()]).toEqual(["exporting", []]);
});

async function deliveredBy(production: Relay): Promise<RecordEntity> {
  const record = await sent(CODE);
  await production.turn();
  return record;
}

test("in development what nobody consented to goes to the sandbox ledger", async () => {
  const record = await sent(CODE);
  await relay(true).turn();
  expect(await stateOf(record)).toBe("synced");
  expect(await house.database.read().countBy(LedgerAccessEntity, {})).toBe(0);
});

test("as many calls are charged to the allowance as the ledger sees", async () => {
  const body = { TrackingCategoryID: "category", Name: "Job", Status: "ACTIVE", Options: [] };
  const row = { id: "category", kind: "TrackingCategories", number: "Job", status: "ACTIVE", updatedAt: 0 } as const;
  ledger.store.put(SANDBOX_TENANT.id, { ...row, body });
  await consent();
  for (const offered of [CODE, PROJECT, VENDOR]) await sent(offered);
  await relay(false).turn();
  expect(calls()).toHaveLength(4);
  expect((await lane()).pace.minute).toHaveLength(4);
});
