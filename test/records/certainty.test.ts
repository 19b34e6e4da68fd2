import type { RecordEntity } from "../../src/records/record/record.entity";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { GrantEntity } from "../../src/directory/grants/grant.entity";
import { ReconciliationRowEntity } from "../../src/records/reconciliation/reconciliation-row.entity";
import { EvidenceReading } from "../../src/records/evidence/evidence-reading";
import type { OfferedItem } from "../../src/records/approval/offering.service";
import { person, refusal, SEED } from "../support/house";
import { BooksHouse } from "./books-house";
import { admin, approver, changeOrder, CODE, commitment, invoice, manager, PROJECT, VENDOR } from "./record-house";

let at: BooksHouse;
beforeEach(async () => (at = await BooksHouse.open()), 60_000);
afterEach(() => at.close());

async function sent(offered: OfferedItem): Promise<RecordEntity> {
  const record = await at.house.offer(SEED, offered);
  await at.house.send(SEED, record);
  await at.deliver();
  return at.house.record(record.id);
}

const rows = (kind: "Items" | "Contacts" | "PurchaseOrders" | "Invoices") =>
  at.ledger.store.list(SANDBOX_TENANT.id, kind).map(({ body }) => body);

describe("a first write changes nothing that is there", () => {
  it("a cost code whose item the bookkeeper has made otherwise is told with both sides", async () => {
    await at.inLedger("PUT", "Items", {
      Code: "05-120",
      Name: "Steel, structural",
      PurchaseDetails: { AccountCode: "310" },
    });
    const code = await sent(CODE);
    expect(code).toMatchObject({ state: "failed", failureCode: "ITEM_CODE_TAKEN" });
    expect(code.failureText).toContain("Steel, structural");
    expect(rows("Items")).toMatchObject([{ Name: "Steel, structural", PurchaseDetails: { AccountCode: "310" } }]);
  });

  it("an item that is the same already is taken for it", async () => {
    const { ItemID } = await at.inLedger("PUT", "Items", {
      ...{ Code: "05-120", Name: "Steel", Description: "Steel", PurchaseDetails: { AccountCode: "310" } },
    });
    expect(await sent(CODE)).toMatchObject({ state: "synced", externalId: ItemID });
    expect(rows("Items")).toMatchObject([{ PurchaseDetails: { AccountCode: "310" } }]);
  });

  it("nor an order or a contact of the same number or name", async () => {
    await at.foundations();
    const [contact] = rows("Contacts");
    const byHand = { PurchaseOrderNumber: "SC-1", Contact: { ContactID: contact?.ContactID }, Reference: "by hand" };
    await at.inLedger("PUT", "PurchaseOrders", { ...byHand, LineItems: [{ Description: "Sand", UnitAmount: 7 }] });
    expect(await sent(commitment())).toMatchObject({ state: "failed", failureCode: "ORDER_NUMBER_TAKEN" });
    expect(rows("PurchaseOrders")).toMatchObject([{ Reference: "by hand", Total: 7 }]);
    await at.inLedger("PUT", "Contacts", { Name: "Twin", EmailAddress: "twin@x.test" });
    const vendor = { feature: VENDOR.feature, values: { ...VENDOR.values, number: "V-2", name: "Twin" } };
    expect(await sent(vendor)).toMatchObject({ state: "failed", failureCode: "CONTACT_NAME_TAKEN" });
    expect(rows("Contacts").find(({ Name }) => Name === "Twin")).toMatchObject({ EmailAddress: "twin@x.test" });
  });
});

it("a job of the bookkeeper's that is known is not taken for ours by its name; an archived one neither", async () => {
  const [category] = at.ledger.store.list(SANDBOX_TENANT.id, "TrackingCategories");
  const path = `TrackingCategories/${category?.id ?? ""}/Options`;
  await at.inLedger("PUT", path, { Name: "Project P-1" });
  await at.readAll();
  const [waiting] = await at.records("project");
  const project = await sent(PROJECT);
  expect(project).toMatchObject({ state: "failed", failureCode: "TRACKING_OPTION_TAKEN" });
  expect(project.clashExternalId).toBe(waiting?.externalId);
  const counterpart = { counterpart: waiting?.id ?? "", expectedVersion: waiting?.version ?? 0 };
  const address = { company: "acme", record: project.id, expectedVersion: project.version };
  const linked = await at.house.services.staging.link(SEED, address, counterpart);
  expect(linked).toMatchObject({ state: "synced", externalId: waiting?.externalId, externalGroupId: category?.id });
});

it("a cost code is tied to the bookkeeper's item of its code, which stays as it is", async () => {
  const made = await at.inLedger("PUT", "Items", { Code: "05-120", Name: "Steel, structural" });
  const code = await sent(CODE);
  const { staging } = at.house.services;
  const address = { company: "acme", record: code.id, expectedVersion: code.version };
  expect(await staging.linkToClash(SEED, address)).toMatchObject({
    ...{ state: "synced", externalId: made.ItemID, failureCode: null, clashExternalId: null },
  });
  expect(rows("Items")).toMatchObject([{ Name: "Steel, structural" }]);
  const order = await at.house.offer(SEED, commitment({ number: "other" }));
  const other = { company: "acme", record: order.id, expectedVersion: order.version };
  expect(await refusal(staging.linkToClash(person("admin@acme.test"), other))).toBeDefined();
});

it("an item that vanished from the ledger, and a tie to a wrong one, have a way out", async () => {
  const approving = await at.allPowerful();
  const code = await at.delivered(CODE);
  at.ledger.store.forget(SANDBOX_TENANT.id, code.externalId ?? "");
  const { records } = at.house.services;
  const address = { company: "acme", record: code.id };
  const unlinked = await records.unlink(
    approving,
    { ...address, expectedVersion: code.version },
    false,
    "Deleted there",
  );
  expect(unlinked).toMatchObject({ state: "unlinked", externalId: null });
  await at.inLedger("PUT", "Items", { Code: "05-120", Name: "By hand" });
  const failed = await sent(CODE);
  const { linkToClash } = at.house.services.staging;
  const tied = await linkToClash.call(at.house.services.staging, approving, {
    ...address,
    expectedVersion: failed.version,
  });
  expect(tied.state).toBe("synced");
  // It stays in the ledger: it was there before.
  const off = await records.unlink(approving, { ...address, expectedVersion: tied.version }, false, "The wrong one");
  expect(off.state).toBe("unlinked");
  const aside = await records.archive(SEED, { ...address, expectedVersion: off.version }, "A mistake");
  expect(aside.state).toBe("archived");
});

describe("what is in the ledger is not called failed", () => {
  it("an order whose number is taken by itself is found", async () => {
    await at.foundations();
    const record = await at.house.offer(SEED, commitment());
    const [contact] = rows("Contacts");
    // It landed after it was looked for in vain, as where a list lags behind.
    const landed = { PurchaseOrderNumber: "SC-1", Reference: record.id, Contact: { ContactID: contact?.ContactID } };
    const { PurchaseOrderID } = await at.inLedger("PUT", "PurchaseOrders", {
      ...{ ...landed, Status: "AUTHORISED", LineItems: [{ Description: "Steel", UnitAmount: 1000 }] },
    });
    await at.house.send(SEED, record);
    await at.deliver();
    expect(await at.house.record(record.id)).toMatchObject({ state: "synced", externalId: PurchaseOrderID });
    expect(rows("PurchaseOrders")).toHaveLength(1);
  });

  it("a key that the ledger knows from an earlier form of the document is looked up, and then renewed", async () => {
    await at.foundations();
    await sent(commitment());
    at.ledger.faults.plan({ fault: { kind: "drop", when: "before" }, method: "PUT", pathPart: "Invoices", count: 1 });
    const bill = await at.house.offer(SEED, invoice());
    await at.house.send(SEED, bill);
    await at.relayOnce();
    // The same key was used with another request meanwhile.
    const { key, ...kept } = await keyOf(bill);
    at.ledger.store.keepAnswer(SANDBOX_TENANT.id, key, kept);
    await at.deliver();
    expect(await at.house.record(bill.id)).toMatchObject({ state: "synced" });
    expect(rows("Invoices")).toHaveLength(1);
  });

  it("an order that was deleted there is not the one that is sent anew", async () => {
    await at.foundations();
    const order = await at.delivered(commitment());
    await at.inLedger("POST", "PurchaseOrders", { PurchaseOrderID: order.externalId, Status: "DELETED" });
    const address = { company: "acme", record: order.id, expectedVersion: order.version };
    await at.house.services.records.unlink(SEED, address, false, null);
    at.ledger.faults.plan({
      fault: { kind: "drop", when: "before" },
      method: "PUT",
      pathPart: "PurchaseOrders",
      count: 1,
    });
    const again = await sent(commitment());
    expect(again.state).toBe("synced");
    expect(again.externalId).not.toBe(order.externalId);
  });

  it("an order is found whatever its number holds", async () => {
    await at.foundations();
    for (const [index, number] of ["SC/1", "100% & more", "a:b?c#d", "..", "Nº 7+8"].entries()) {
      const fault = { kind: "drop", when: index % 2 ? "before" : "after" } as const;
      at.ledger.faults.plan({ fault, method: "PUT", pathPart: "PurchaseOrders", count: 1 });
      expect(await sent(commitment({ number }))).toMatchObject({ state: "synced" });
    }
    expect(rows("PurchaseOrders")).toHaveLength(5);
  });
});

async function keyOf({ id }: RecordEntity) {
  const reading = new EvidenceReading(at.house.database);
  const [sending] = (await reading.ofRecords([await at.house.record(id)])).get(id) ?? [];
  const key = sending?.attempts.at(-1)?.idempotencyKey ?? "";
  return { key, digest: "another request", status: 200, body: "{}", at: at.house.clock.now().getTime() + 600_000 };
}

it("a retry is heard anew, and not answered with what was refused before", async () => {
  await at.foundations();
  const [contact] = rows("Contacts");
  await at.inLedger("POST", "Contacts", { ContactID: contact?.ContactID, ContactStatus: "ARCHIVED" });
  const order = await sent(commitment());
  expect(order).toMatchObject({ state: "failed", failureCode: "CONTACT_ARCHIVED" });
  await at.inLedger("POST", "Contacts", { ContactID: contact?.ContactID, ContactStatus: "ACTIVE" });
  await at.house.services.retries.retry(SEED, { company: "acme", record: order.id, expectedVersion: order.version });
  await at.deliver();
  expect(await at.house.record(order.id)).toMatchObject({ state: "synced" });
});

it("a try that may have reached the ledger stays in the evidence when a later one is withheld", async () => {
  await at.foundations();
  at.ledger.faults.plan({ fault: { kind: "drop", when: "before" }, method: "PUT", count: 1 });
  const order = await at.house.offer(manager, commitment());
  await at.house.send(approver, order);
  await at.relayOnce();
  const { id } = (await at.house.services.subjects.find(order.companyId, "approver@acme.test")) as { id: string };
  const where = { memberId: id, feature: "commitment" } as const;
  const held = await at.house.database.read().findOneByOrFail(GrantEntity, where);
  await at.house.services.grant.revoke(SEED, "acme", held.id, "Left");
  await at.deliver();
  expect(await at.house.record(order.id)).toMatchObject({ state: "failed", failureCode: "FEATURE_NOT_GRANTED" });
  const reading = new EvidenceReading(at.house.database);
  const [sending] = (await reading.ofRecords([await at.house.record(order.id)])).get(order.id) ?? [];
  expect(sending?.attempts.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ["call", "unknown"],
    ["look_up", "not_there"],
    ["last_look", "withheld"],
  ]);
});

it("a job is named by the ledger's ids: it may be called otherwise there", async () => {
  await at.foundations();
  const project = await at.exported("project");
  const path = `TrackingCategories/${project.externalGroupId ?? ""}/Options/${project.externalId ?? ""}`;
  await at.inLedger("POST", path, { Name: "Depot (old town)" });
  await at.delivered(commitment());
  await at.delivered(changeOrder());
  await at.delivered(invoice());
  for (const kind of ["PurchaseOrders", "Invoices"] as const)
    expect(rows(kind)).toMatchObject([
      {
        LineItems: expect.arrayContaining([
          expect.objectContaining({ Tracking: [expect.objectContaining({ Option: "Depot (old town)" })] }),
        ]) as unknown,
      },
    ]);
  await at.inLedger("POST", path, { Name: "Depot (new town)" });
  at.pass(1);
  const made = await at.house.services.reconciliation.reconcile(admin, "acme", null);
  const drifted = await at.house.database.read().findBy(ReconciliationRowEntity, { reconciliationId: made.id });
  expect(drifted.map(({ recordId }) => recordId)).toEqual([project.id]);
});
