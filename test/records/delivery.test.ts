import { AccountingConnector } from "../../src/erp/connector/accounting-connector";
import { SandboxApi } from "../../src/dev/ledger/sandbox-api";
import { SandboxLedger } from "../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { SandboxTokens } from "../../src/dev/ledger/sandbox-tokens";
import { OutboxAttemptEntity } from "../../src/infra/outbox/outbox-attempt.entity";
import type { Actor } from "../../src/kernel/actor";
import { Relay } from "../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../src/infra/outbox/relay-settings";
import { RecordHandler } from "../../src/records/delivery/record-handler";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { person, SEED } from "../support/house";
import { CODE, commitment, invoice, PROJECT, RecordHouse, VENDOR } from "./record-house";

let house: RecordHouse;
let ledger: SandboxLedger;
let relay: Relay;
const manager = person("manager@acme.test");
const approver = person("approver@acme.test");

beforeEach(async () => {
  house = await RecordHouse.open();
  ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock: house.clock });
  ledger.store.put(SANDBOX_TENANT.id, {
    id: "category",
    kind: "TrackingCategories",
    number: "Job",
    status: "ACTIVE",
    updatedAt: 0,
    body: { TrackingCategoryID: "category", Name: "Job", Status: "ACTIVE", Options: [] },
  });
  const address = () => ledger.address;
  const api = new SandboxApi({ address, tokens: new SandboxTokens(address), timeoutMs: 60_000 });
  const connector = new AccountingConnector("sandbox", api);
  const handler = new RecordHandler({
    database: house.database,
    outcomes: house.services.recordOutcomes,
    route: (lane) => ({ connector, tenancy: { connectionId: lane, tenantId: SANDBOX_TENANT.id } }),
    publicUrl: "https://ledgergate.test",
  });
  const limits = { concurrent: 5, perMinute: 60, perDay: 5000 };
  relay = new Relay(house.database, handler, {
    ...RELAY_DEFAULTS,
    name: "test",
    clock: house.clock,
    limits,
    random: () => 0.5,
    steady: () => house.clock.now().getTime(),
  });
});
afterEach(() => ledger.stop());

/** Lets time pass until nothing is left to deliver. */
async function deliver(): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    const next = await relay.turn();
    if (!next) return;
    house.clock.set(new Date(Math.max(next.getTime(), house.clock.now().getTime() + 1)));
  }
}

async function sent(offered: Parameters<RecordHouse["offer"]>[1], actor: Actor = manager): Promise<RecordEntity> {
  const record = await house.offer(actor, offered);
  await house.send(actor === manager ? approver : SEED, record);
  return record;
}

async function foundations(): Promise<void> {
  for (const offered of [CODE, PROJECT, VENDOR]) await sent(offered, SEED);
  await deliver();
}

test("the chain arrives in the ledger, each once, under the ids that the ledger gave", async () => {
  await foundations();
  const order = await sent(commitment());
  await deliver();
  const bill = await sent(invoice());
  await deliver();
  const [there, billed] = [await house.record(order.id), await house.record(bill.id)];
  expect([there.state, billed.state]).toEqual(["synced", "synced"]);
  expect(ledger.store.byId(SANDBOX_TENANT.id, "PurchaseOrders", there.externalId ?? "")?.body).toMatchObject({
    Reference: order.id,
    Status: "AUTHORISED",
  });
  expect(ledger.store.count(SANDBOX_TENANT.id, "Invoices")).toBe(1);
});

test("a right that is gone since holds the record back, with the policy's reason", async () => {
  await foundations();
  const order = await sent(commitment());
  await house.services.member.update(SEED, "acme", { member: "approver@acme.test", canPushToAccounting: false });
  await deliver();
  expect(await house.record(order.id)).toMatchObject({ state: "failed", failureCode: "NOT_AN_APPROVER" });
  expect(ledger.store.count(SANDBOX_TENANT.id, "PurchaseOrders")).toBe(0);
});

test("a cut connection leaves the record stale until it is looked up, and it is there once", async () => {
  await foundations();
  ledger.faults.plan({ fault: { kind: "drop", when: "after" }, pathPart: "PurchaseOrders", count: 1 });
  const order = await sent(commitment());
  await relay.turn();
  expect((await house.record(order.id)).state).toBe("stale");
  await deliver();
  expect((await house.record(order.id)).state).toBe("synced");
  expect(ledger.store.count(SANDBOX_TENANT.id, "PurchaseOrders")).toBe(1);
  const attempts = await house.database.read().find(OutboxAttemptEntity, { order: { number: "ASC" } });
  expect(attempts.map(({ outcome }) => outcome)).toContain("unknown");
});

test("a refusal of the ledger is shown with a stable code beside its words, and the record can be rejected", async () => {
  await foundations();
  await ledgerOrder("SC-1");
  const order = await sent(commitment());
  await deliver();
  expect(await house.record(order.id)).toMatchObject({ state: "failed", failureCode: "ORDER_NUMBER_TAKEN" });
  await house.services.records.reject(approver, await house.seen(order), "Another number, please");
  expect((await house.record(order.id)).state).toBe("rejected");
});

/** Somebody has typed an order of that number into the ledger by hand. */
async function ledgerOrder(number: string): Promise<void> {
  const body = { PurchaseOrderID: "by-hand", PurchaseOrderNumber: number, Status: "AUTHORISED", LineItems: [] };
  ledger.store.put(SANDBOX_TENANT.id, {
    id: "by-hand",
    kind: "PurchaseOrders",
    number,
    status: "AUTHORISED",
    updatedAt: 0,
    body,
  });
}
