import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import type { Json } from "../../src/dev/ledger/ledger-object";
import { loadReadiness } from "../../src/records/readiness/readiness-loader";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { refusal, SEED } from "../support/house";
import { BooksHouse } from "./books-house";
import { approver, changeOrder, commitment, invoice, manager } from "./record-house";

/* How a company books what it sends, and what the ledger's lists speak against. */

let at: BooksHouse;
beforeEach(async () => {
  at = await BooksHouse.open();
  await at.foundations();
}, 60_000);
afterEach(() => at.close());

const ADMIN = "admin@acme.test";
const READ = `mutation { readErpLists(input: { company: "acme" }) { outcome userErrors { code message } connection {
  version lists { readAt baseCurrency lockedUpTo accounts { account name accountClass active } taxRates { taxType }
    currencies { currency } trackingCategories { categoryId name options { optionId name } } } } } }`;
const SET = `mutation ($rules: [MappingRuleInput!]!, $version: Int!, $replace: Boolean! = false) {
  setMapping(input: { company: "acme", rules: $rules, expectedVersion: $version, replace: $replace }) {
    connection { version mapping { feature matchOn matchValue account taxType paymentDays arrivesAs } }
    userErrors { code message field } } }`;

async function asked(who: string, query: string, variables: Record<string, unknown> = {}): Promise<Json> {
  const { data, errors } = await at.house.ask(who, query, variables);
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] as unknown as Json;
}

async function set(rules: readonly object[], more: object = {}): Promise<Json> {
  const { version } = await at.connection();
  return asked(ADMIN, SET, { rules, version, ...more });
}

async function unmetOf(record: RecordEntity): Promise<string[]> {
  const unmet = (await loadReadiness(at.house.database.read(), [record])).get(record.id) ?? [];
  return unmet.map(({ code, wanted }) => `${code} ${wanted.join()}`);
}

const stored = (kind: "PurchaseOrders" | "Invoices") =>
  at.ledger.store.list(SANDBOX_TENANT.id, kind).at(-1)?.body ?? {};
const lineOf = (body: Json) => (body["LineItems"] as Json[]).at(-1) as Json;
const BILL = "SUBCONTRACTOR_INVOICE";

it("is chosen from the ledger's lists, the nearest rule first, and arrives there", async () => {
  const region = await at.inLedger("PUT", "TrackingCategories", { Name: "Region" });
  const path = `TrackingCategories/${String(region["TrackingCategoryID"])}/Options`;
  const north = await at.inLedger("PUT", path, { Name: "North" });
  const read = await asked(ADMIN, READ);
  expect(read).toMatchObject({ outcome: "COMPLETE", userErrors: [] });
  const { lists } = read["connection"] as { lists: Json };
  expect(lists).toMatchObject({ baseCurrency: "USD", lockedUpTo: null });
  expect(lists["accounts"]).toContainEqual({
    account: "310",
    name: "Subcontractors",
    accountClass: "EXPENSE",
    active: true,
  });
  expect(lists["trackingCategories"]).toMatchObject([
    { name: "Job" },
    { name: "Region", options: [{ name: "North" }] },
  ]);
  const tracking = { trackingCategoryId: region["TrackingCategoryID"], trackingOptionId: north["TrackingOptionID"] };
  const answer = await set([
    { feature: "COMMITMENT", matchOn: "DEFAULT", account: "320", arrivesAs: "DRAFT" },
    { feature: "COMMITMENT_CHANGE_ORDER", matchOn: "COST_CODE", matchValue: "05-120", account: "330" },
    { feature: BILL, matchOn: "DEFAULT", account: "429", taxType: "NONE", paymentDays: 14 },
    { feature: BILL, matchOn: "COST_TYPE", matchValue: "subcontract", account: "310", ...tracking },
    { feature: BILL, matchOn: "VENDOR", matchValue: "V-1", account: "320", taxType: "INPUT", paymentDays: 7 },
  ]);
  expect(answer).toMatchObject({ userErrors: [] });
  expect((answer["connection"] as Json)["mapping"]).toHaveLength(5);
  await at.delivered(commitment());
  expect(stored("PurchaseOrders")).toMatchObject({ Status: "DRAFT", LineItems: [{ AccountCode: "320" }] });
  await at.delivered(changeOrder());
  expect(lineOf(stored("PurchaseOrders"))).toMatchObject({ AccountCode: "330" });
  const bill = await at.delivered(invoice());
  expect(stored("Invoices")).toMatchObject({ Status: "AUTHORISED", DueDate: "2026-11-07" });
  expect(lineOf(stored("Invoices"))).toMatchObject({ AccountCode: "310", TaxType: "INPUT" });
  expect(lineOf(stored("Invoices"))["Tracking"]).toMatchObject([
    { Name: "Job", Option: "Project P-1" },
    { Name: "Region", Option: "North" },
  ]);
  // What arrived as a draft is not changed by being approved there.
  await at.inLedger("POST", `PurchaseOrders/${String(stored("PurchaseOrders")["PurchaseOrderID"])}`, {
    Status: "AUTHORISED",
  });
  await at.readAll();
  const trail = await at.house.trail("acme");
  expect(trail.find(({ action }) => action === "mapping.set")).toMatchObject({
    after: { "subcontractor_invoice|vendor|V-1": "accountCode 320, taxType INPUT, paymentDays 7" },
  });
  expect(bill.state).toBe("synced");
});

it("takes nothing that the lists do not have, from nobody who may not configure", async () => {
  await asked(ADMIN, READ);
  const refused = async (rule: object) => (await set([{ feature: BILL, matchOn: "DEFAULT", ...rule }]))["userErrors"];
  expect(await refused({ account: "999" })).toMatchObject([
    { code: "BAD_INPUT", field: ["input", "rules", "0", "account"], message: expect.stringContaining("999") as string },
  ]);
  expect(await refused({ account: "200", taxType: "INPUT" })).toMatchObject([
    { field: ["input", "rules", "0", "taxType"] },
  ]);
  expect(await refused({ taxType: "Tax on purchases" })).toMatchObject([{ code: "BAD_INPUT" }]);
  expect(await refused({ matchValue: "05-120", account: "310" })).toMatchObject([{ code: "BAD_INPUT" }]);
  expect(await refused({ paymentDays: -1 })).toMatchObject([{ code: "BAD_INPUT" }]);
  const { version } = await at.connection();
  const rules = [{ feature: BILL, matchOn: "DEFAULT", account: "310" }];
  const stranger = await asked("reader@acme.test", SET, { rules, version });
  expect(stranger["userErrors"]).toHaveLength(1);
  const stale = await asked(ADMIN, SET, { rules, version: version + 1 });
  expect(stale).toMatchObject({ userErrors: [{ code: "STALE_EDIT" }], connection: { version } });
  expect(await set(rules)).toMatchObject({ userErrors: [], connection: { mapping: [{ account: "310" }] } });
  expect(await set([{ feature: BILL, matchOn: "DEFAULT" }])).toMatchObject({ connection: { mapping: [] } });
});

it("what the lists speak against is told before it is sent, and not sent", async () => {
  await asked(ADMIN, READ);
  await set([{ feature: BILL, matchOn: "DEFAULT", account: "310", taxType: "INPUT" }]);
  await at.delivered(commitment());
  const bill = await at.house.offer(manager, invoice());
  expect(await unmetOf(bill)).toEqual([]);
  await at.inLedger("POST", "Accounts", { Code: "310", Status: "ARCHIVED" });
  await at.inLedger("POST", "TaxRates", { TaxType: "INPUT", Status: "DELETED" });
  const body = JSON.stringify({ PeriodLockDate: "2026-10-31", unsubscribed: ["EUR"] });
  const headers = { "content-type": "application/json" };
  const done = await fetch(`${at.ledger.address}/sandbox/books`, { method: "POST", body, headers });
  expect(done.status).toBe(200);
  await asked(ADMIN, READ);
  expect(await unmetOf(bill)).toEqual([
    "PERIOD_LOCKED 2026-10-31,2026-10-31",
    "ACCOUNT_NOT_IN_ERP 310",
    "TAX_NOT_IN_ERP INPUT",
  ]);
  expect(await refusal(at.house.send(approver, bill))).toEqual({ code: "NOT_BOOKABLE", field: ["input", "record"] });
  await expect(at.house.send({ ...approver, locale: "fr" }, bill)).rejects.toThrow(/verrouillée jusqu’au 2026-10-31/);
  const euros = await at.house.offer(manager, commitment({ number: "SC-2", currency: "EUR" }));
  expect((await unmetOf(euros))[0]).toMatch(/^CURRENCY_NOT_IN_ERP EUR,USD/);
  await set([{ feature: BILL, matchOn: "DEFAULT", account: "320", taxType: "NONE", arrivesAs: "DRAFT" }]);
  // A draft may lie in a locked period.
  expect(await unmetOf(bill)).toEqual([]);
  expect((await at.house.send(approver, bill)).outcome).toBe("sent");
  await at.deliver();
  expect(stored("Invoices")).toMatchObject({ Status: "DRAFT" });
});

it("a bill without a mapped account is only told: the ledger's item may have one", async () => {
  await asked(ADMIN, READ);
  await at.delivered(commitment());
  const bill = await at.house.offer(SEED, invoice());
  expect(await unmetOf(bill)).toEqual(["ACCOUNT_NOT_MAPPED 05-120"]);
  expect((await at.house.send(SEED, bill)).outcome).toBe("sent");
});

it("lists are kept fresh by themselves, and go with their connection", async () => {
  await at.house.services.listReading.run();
  const count = () => at.house.database.read().countBy("LedgerListEntity", {});
  expect(await count()).toBe(5);
  const answered = () => at.ledger.store.arrivals(500).filter(({ status }) => status === 200);
  const arrivals = answered().length;
  await at.house.services.listReading.run();
  expect(answered()).toHaveLength(arrivals);
  at.pass(61);
  await at.house.services.listReading.run();
  expect(answered()).toHaveLength(arrivals + 6);
  const { connection } = at.house.services;
  const { id, version } = await connection
    .add(SEED, "acme", { edition: "established", country: "US", name: "Two" })
    .then((made) => made.connection);
  const copied = await at.house.database.read().find("LedgerListEntity", {});
  await at.house.database.write((db) =>
    db.insert(
      "LedgerListEntity",
      copied.map((one) => ({ ...one, id: `${String(one["id"])}x`, connectionId: id })),
    ),
  );
  await connection.retire(SEED, "acme", id, version);
  expect(await count()).toBe(5);
});
