import { FixedClock } from "../../../src/kernel/clock";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import type { Tenant } from "../../../src/dev/ledger/sandbox-parts";
import type { Json } from "../../../src/dev/ledger/ledger-object";
import { LedgerCaller } from "./ledger-caller";

const clock = new FixedClock("2026-11-24T09:00:00.000Z");
let ledger: SandboxLedger;
let caller: LedgerCaller;

beforeEach(async () => {
  clock.set("2026-11-24T09:00:00.000Z");
  ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock });
  caller = new LedgerCaller(ledger);
  await caller.consent();
});
afterEach(() => ledger.stop());

async function contact(name = "Steel & Sons"): Promise<string> {
  const { body } = await caller.call("POST", "Contacts", { Contacts: [{ Name: name }] });
  return String((body.Contacts as Json[])[0]?.ContactID);
}

function bill(contactId: string, number: string): Json {
  return {
    Type: "ACCPAY",
    InvoiceNumber: number,
    Contact: { ContactID: contactId },
    Status: "AUTHORISED",
    Date: "2026-11-24",
    DueDate: "2026-12-24",
    LineItems: [{ Description: "Rebar", Quantity: 3, UnitAmount: 0.1 }],
  };
}

test("a bill arrives with its totals, can be read back and paid", async () => {
  const id = await contact();
  const { status, body } = await caller.call("PUT", "Invoices", { Invoices: [bill(id, "B-1")] });
  const [made] = body.Invoices as Json[];
  expect([status, made?.Total, made?.AmountDue]).toEqual([200, 0.3, 0.3]);
  const payment = { Invoice: { InvoiceID: made?.InvoiceID }, Amount: 0.3, Date: "2026-11-24" };
  expect((await caller.call("PUT", "Payments", payment)).status).toBe(200);
  const read = await caller.call("GET", `Invoices/${String(made?.InvoiceID)}`);
  expect((read.body.Invoices as Json[])[0]).toMatchObject({ Status: "PAID", AmountDue: 0 });
});

test("bill numbers are not unique, order numbers are", async () => {
  const id = await contact();
  for (const expected of [200, 200])
    expect((await caller.call("PUT", "Invoices", bill(id, "B-1"))).status).toBe(expected);
  const order = { PurchaseOrderNumber: "PO-7", Contact: { ContactID: id }, LineItems: [{ Description: "Steel" }] };
  expect((await caller.call("PUT", "PurchaseOrders", order)).status).toBe(200);
  const second = await caller.call("PUT", "PurchaseOrders", order);
  expect(second.status).toBe(400);
  expect(JSON.stringify(second.body)).toContain("Order number must be unique");
});

test("one faulty row: nothing is kept, or with summarizeErrors=false the others are", async () => {
  const id = await contact();
  const rows = { Invoices: [bill(id, "B-1"), { ...bill(id, "B-2"), LineItems: [] }] };
  expect((await caller.call("PUT", "Invoices", rows)).status).toBe(400);
  expect((await caller.call("GET", "Invoices")).body.Invoices).toEqual([]);
  const mixed = await caller.call("PUT", "Invoices?summarizeErrors=false", rows);
  const marks = (mixed.body.Invoices as Json[]).map((row) => row.StatusAttributeString);
  expect([mixed.status, marks]).toEqual([200, ["OK", "ERROR"]]);
  expect((await caller.call("GET", "Invoices")).body.Invoices).toHaveLength(1);
});

test("the same idempotency key answers the same once more, and refuses another request", async () => {
  const id = await contact();
  const key = { "idempotency-key": "record-1" };
  const first = await caller.call("PUT", "Invoices", bill(id, "B-1"), key);
  const again = await caller.call("PUT", "Invoices", bill(id, "B-1"), key);
  expect(again.body).toEqual(first.body);
  expect((await caller.call("PUT", "Invoices", bill(id, "B-2"), key)).status).toBe(400);
  expect((await caller.call("GET", "Invoices")).body.Invoices).toHaveLength(1);
});

test("sixty calls a minute, then 429 with the headers that say what to do", async () => {
  for (let call = 0; call < 60; call += 1) expect((await caller.call("GET", "Contacts")).status).toBe(200);
  const refused = await caller.call("GET", "Contacts");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("x-rate-limit-problem")).toBe("minute");
  expect(refused.headers.get("retry-after")).toBe("60");
  clock.advance(60_000);
  expect((await caller.call("GET", "Contacts")).status).toBe(200);
});

test("access ends after thirty minutes; a refresh token answers again within its grace period, then never", async () => {
  clock.advance(31 * 60_000);
  expect((await caller.call("GET", "Contacts")).status).toBe(401);
  const lost = await caller.refresh();
  expect(lost.status).toBe(200);
  clock.advance(29 * 60_000);
  const renewed = await caller.refresh();
  expect(renewed.status).toBe(200);
  clock.advance(2 * 60_000);
  expect((await caller.refresh()).status).toBe(400);
  await caller.take(renewed);
  expect((await caller.call("GET", "Contacts")).status).toBe(200);
});

test("a connection that is cut after the work leaves the work done", async () => {
  const id = await contact();
  ledger.faults.plan({ fault: { kind: "drop", when: "before" }, method: "PUT", count: 1 });
  await expect(caller.call("PUT", "Invoices", bill(id, "B-1"))).rejects.toThrow();
  expect((await caller.call("GET", "Invoices")).body.Invoices).toEqual([]);
  ledger.faults.plan({ fault: { kind: "drop", when: "after" }, method: "PUT", count: 1 });
  await expect(caller.call("PUT", "Invoices", bill(id, "B-1"))).rejects.toThrow();
  expect((await caller.call("GET", "Invoices")).body.Invoices).toHaveLength(1);
});

test("only what changed since, a page at a time", async () => {
  for (let n = 0; n < 3; n += 1) await contact(`Vendor ${n}`);
  clock.advance(10_000);
  await contact("Vendor 3");
  const since = { "if-modified-since": "2026-11-24T09:00:05" };
  expect((await caller.call("GET", "Contacts", undefined, since)).body.Contacts).toHaveLength(1);
  const paged = await caller.call("GET", "Contacts?page=2&pageSize=3");
  expect((paged.body.Contacts as Json[]).map(({ Name }) => Name)).toEqual(["Vendor 3"]);
});

test("the page shows what arrived, with names made harmless", async () => {
  await contact("<b>Bold & Sons</b>");
  const page = await (await fetch(ledger.address)).text();
  expect(page).toContain("&lt;b&gt;Bold &amp; Sons&lt;/b&gt;");
  expect(page).not.toContain("<b>Bold");
});

test("all organisations together get no more calls than the application, and are told so in Xero's headers", async () => {
  await ledger.stop();
  const [one, two] = ["1", "2"].map((end) => ({ id: `5a0dbb0c-0000-4000-8000-00000000000${end}`, name: end }));
  const allowance = { concurrent: 5, perMinute: 60, perDay: 5_000, appPerMinute: 3 };
  ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock, allowance, tenants: [one, two] as Tenant[] });
  caller = new LedgerCaller(ledger);
  await caller.consent();
  const call = async (tenant = "") => {
    const headers = { authorization: `Bearer ${caller.access}`, "xero-tenant-id": tenant };
    const { status, headers: said } = await fetch(`${ledger.address}/api.xro/2.0/Contacts`, { headers });
    const names = ["x-appminlimit-remaining", "x-minlimit-remaining", "x-rate-limit-problem", "retry-after"];
    return [status, ...names.map((name) => said.get(name))];
  };
  expect(await call(one?.id)).toEqual([200, "2", "59", null, null]);
  expect(await call(two?.id)).toEqual([200, "1", "59", null, null]);
  clock.advance(20_000);
  expect(await call(one?.id)).toEqual([200, "0", "58", null, null]);
  expect(await call(two?.id)).toEqual([429, "0", "59", "appminute", "40"]);
  clock.advance(40_000);
  expect(await call(two?.id)).toEqual([200, "1", "59", null, null]);
});
