import { ledgerConnector } from "../../../src/erp/oauth/ledger-connector";
import { ConnectionEntity } from "../../../src/erp/connections/connection.entity";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { XERO_LIMITS } from "../../../src/infra/outbox/pace";
import { Relay } from "../../../src/infra/outbox/relay";
import { RELAY_DEFAULTS } from "../../../src/infra/outbox/relay-settings";
import { RecordHandler } from "../../../src/records/delivery/record-handler";
import { EvidenceReading } from "../../../src/records/evidence/evidence-reading";
import type { OfferedItem } from "../../../src/records/approval/offering.service";
import { loadReadiness } from "../../../src/records/readiness/readiness-loader";
import type { RecordEntity } from "../../../src/records/record/record.entity";
import { LedgerAccessEntity } from "../../../src/erp/oauth/ledger-access.entity";
import { person, SEED } from "../../support/house";
import { approver, CODE, commitment, invoice, manager, PROJECT, RecordHouse, VENDOR } from "../../records/record-house";

/* A company with two legal entities, a project in the books of each, and one approver for both. */

const INC = SANDBOX_TENANT;
const PTY = { id: "5a0dbb0c-0000-4000-8000-000000000002", name: "Acme Pty" };
const ADMIN = person("admin@acme.test");

let house: RecordHouse;
let ledger: SandboxLedger;
let relay: Relay;

beforeEach(async () => {
  house = await RecordHouse.open();
  const { clock, database, services } = house;
  ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock, tenants: [INC, PTY] });
  services.tenancy.ledgerPlaces.standIn(ledger.address);
  for (const { id: tenant } of [INC, PTY]) {
    const id = `category of ${tenant}`;
    const body = { TrackingCategoryID: id, Name: "Job", Status: "ACTIVE", Options: [] };
    ledger.store.put(tenant, { id, kind: "TrackingCategories", number: "Job", status: "ACTIVE", updatedAt: 0, body });
  }
  const connector = ledgerConnector({ database, tenancy: services.tenancy, standIn: null, timeoutMs: 60_000 });
  const route = (lane: string) => ({ connector, tenancy: { connectionId: lane, tenantId: "" } });
  services.ledgerRoutes.attach(route);
  const handler = new RecordHandler({
    database,
    outcomes: services.recordOutcomes,
    route,
    publicUrl: "https://l.test",
  });
  const settings = { ...RELAY_DEFAULTS, name: "test", clock, limits: XERO_LIMITS, random: () => 0.5 };
  relay = new Relay(database, handler, settings);
  const settled = { edition: "ultimate", country: "AU", trackingCategory: "Job", status: "authorised" } as const;
  await services.connection.add(ADMIN, "acme", { name: "Acme Pty", ...settled });
  await services.projectBinding.bind(ADMIN, "acme", { project: "P-2", connection: "Acme Pty" });
  await consent("Acme", INC.id);
  await consent("Acme Pty", PTY.id);
}, 60_000);
afterEach(() => ledger.stop());

async function consent(connection: string, organisation: string): Promise<void> {
  const { consent: consents } = house.services.tenancy;
  const { address } = await consents.begin(ADMIN, "acme", connection);
  const back = new URL((await fetch(address, { redirect: "manual" })).headers.get("location") ?? "");
  const answer = { state: back.searchParams.get("state") ?? "", code: back.searchParams.get("code") };
  await consents.choose((await consents.answered(answer)).token, organisation);
}

async function deliver(): Promise<void> {
  for (let round = 0; round < 30; round += 1) {
    const next = await relay.turn();
    if (!next) return;
    house.clock.set(new Date(Math.max(next.getTime(), house.clock.now().getTime() + 1)));
  }
}

async function inTheLedger(...offered: OfferedItem[]): Promise<void> {
  for (const one of offered) await house.send(SEED, await house.offer(SEED, one));
  await deliver();
}

const of = ({ feature, values }: OfferedItem, more: object): OfferedItem => ({
  feature,
  values: { ...values, ...more },
});
const inPty = { connection: "Acme Pty" };
const inP2 = { project: "P-2" };

/** What a commitment and its invoice build on, in both ledgers. */
async function foundations(): Promise<void> {
  await inTheLedger(CODE, PROJECT, VENDOR);
  await inTheLedger(of(CODE, inPty), of(PROJECT, inP2), of(VENDOR, inPty));
  await inTheLedger(commitment(), commitment(inP2));
}

const bills = (tenant: string) => ledger.store.list(tenant, "Invoices").map(({ number }) => number);
const stateOf = async ({ id }: RecordEntity) => (await house.record(id)).state;
const missing = async (record: RecordEntity) => {
  const found = await loadReadiness(house.database.read(), [await house.record(record.id)]);
  return (found.get(record.id) ?? []).map(({ code, feature, wanted }) => [code, feature, ...wanted]);
};

test("each bill arrives once, in the books of its project", async () => {
  await foundations();
  const one = await house.offer(manager, invoice({ number: "I-INC" }));
  const other = await house.offer(manager, invoice({ ...inP2, number: "I-PTY" }));
  for (const bill of [one, other]) await house.send(approver, bill);
  await deliver();
  expect([await stateOf(one), await stateOf(other)]).toEqual(["synced", "synced"]);
  expect([bills(INC.id), bills(PTY.id)]).toEqual([["I-INC"], ["I-PTY"]]);
  const reading = new EvidenceReading(house.database);
  const sent = await reading.ofRecords([await house.record(other.id)]);
  expect([...sent.values()].flat().map(({ connectionId }) => connectionId)).toEqual([other.connectionId]);
});

test("what a bill builds on must be in its own ledger; what is only in the other one is told as that", async () => {
  await inTheLedger(CODE, PROJECT, VENDOR);
  await inTheLedger(of(PROJECT, inP2));
  const record = await house.offer(manager, commitment(inP2));
  expect(await missing(record)).toEqual([
    ["ONLY_IN_ANOTHER_LEDGER", "cost_code", "Acme"],
    ["ONLY_IN_ANOTHER_LEDGER", "vendor", "Acme"],
  ]);
  await expect(house.send(approver, record)).rejects.toMatchObject({ decision: { code: "PREREQUISITE_NOT_SYNCED" } });
  await inTheLedger(of(CODE, inPty), of(VENDOR, inPty));
  expect(await missing(record)).toEqual([]);
  await house.send(approver, record);
  await deliver();
  expect(await stateOf(record)).toBe("synced");
});

test("a consent that is lost withholds what belongs to it, says why, and nothing else", async () => {
  await foundations();
  const one = await house.offer(manager, invoice({ number: "I-INC" }));
  const other = await house.offer(manager, invoice({ ...inP2, number: "I-PTY" }));
  await house.services.tenancy.disconnect.disconnect(ADMIN, "acme", "Acme Pty");
  await house.send(approver, one);
  await expect(house.send(approver, other)).rejects.toMatchObject({
    decision: {
      code: "CONNECTION_NOT_AUTHORISED",
      message: expect.stringContaining("authorised: Acme.") as string,
    },
  });
  await deliver();
  expect([await stateOf(one), await stateOf(other)]).toEqual(["synced", "awaiting"]);
  expect(await missing(other)).toEqual([["CONNECTION_NOT_USABLE", "subcontractor_invoice", "Acme Pty"]]);
  const ask = (feature: string, record: object | null, at: string | null = null) =>
    house.services.authorizer.decide(SEED, {
      ...{
        company: "acme",
        subject: "approver@acme.test",
        action: "send",
        resource: feature,
        record,
        at,
        locale: "en",
      },
    });
  const facts = { state: "awaiting", submittedBy: "manager@acme.test", amount: { minor: 1, currency: "USD" } };
  const bill = "subcontractor_invoice";
  expect((await ask(bill, { ...facts, project: "P-1" })).code).toBe("ALLOWED");
  expect((await ask(bill, { ...facts, project: "P-2" })).code).toBe("CONNECTION_NOT_AUTHORISED");
  expect((await ask(bill, null)).limits.map(({ code }) => code)).toContain("CONNECTION_NOT_AUTHORISED");
});

test("an organisation that its owner disconnects stops its own bills on the way, and a new consent lets them go on", async () => {
  await foundations();
  const one = await house.offer(manager, invoice({ number: "I-INC" }));
  const other = await house.offer(manager, invoice({ ...inP2, number: "I-PTY" }));
  for (const bill of [one, other]) await house.send(approver, bill);
  ledger.store.endTenant(PTY.id);
  await relay.turn();
  const standing = async () => {
    const rows = await house.database.read().find(ConnectionEntity, { order: { id: "ASC" } });
    return rows.map(({ name, status }) => `${name}: ${status}`);
  };
  expect(await standing()).toEqual(["Acme: authorised", "Acme Pty: revoked"]);
  expect([await stateOf(one), await stateOf(other)]).toEqual(["synced", "exporting"]);
  const next = await house.offer(
    manager,
    invoice({ number: "I-INC-2", lines: [{ costCode: "05-120", amount: "1.00" }] }),
  );
  await house.send(approver, next);
  await relay.turn();
  expect([await stateOf(next), bills(PTY.id)]).toEqual(["synced", []]);
  await consent("Acme Pty", PTY.id);
  await deliver();
  expect([await stateOf(other), bills(PTY.id)]).toEqual(["synced", ["I-PTY"]]);
});

test("two connections never lead to one organisation", async () => {
  await house.database.write((scope) => scope.delete(LedgerAccessEntity, { tenantId: PTY.id }));
  await expect(consent("Acme Pty", INC.id)).rejects.toMatchObject({ code: "ORGANISATION_TAKEN" });
});

test("a project goes along with what was only offered in it, and stays once something was sent", async () => {
  const { projectBinding } = house.services;
  const bind = (connection: string | null) => projectBinding.bind(ADMIN, "acme", { project: "P-2", connection });
  await foundations();
  const { id, connectionId } = await house.offer(manager, commitment({ project: "P-1", number: "SC-9" }));
  await expect(projectBinding.bind(ADMIN, "acme", { project: "P-1", connection: "Acme Pty" })).rejects.toMatchObject({
    code: "PROJECT_HAS_SENT_RECORDS",
    message: /Make a new project for Acme Pty/,
  });
  expect((await house.record(id)).connectionId).toBe(connectionId);
  await expect(bind(null)).rejects.toMatchObject({ code: "PROJECT_HAS_SENT_RECORDS" });
  await house.services.project.add(SEED, "acme", { code: "P-3", name: "Third" });
  const offered = await house.offer(SEED, of(PROJECT, { project: "P-3" }));
  expect(offered.sourceKey).toBe("P-3");
  await projectBinding.bind(ADMIN, "acme", { project: "P-3", connection: "Acme Pty" });
  const moved = await house.record(offered.id);
  expect(moved.sourceKey).toBe(`@${moved.connectionId}/P-3`);
  await house.send(SEED, moved);
  await deliver();
  expect(await stateOf(moved)).toBe("synced");
});
