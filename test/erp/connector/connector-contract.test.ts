import type { Connector, Tenancy } from "../../../src/erp/connector/connector";
import type { LedgerDocument } from "../../../src/erp/connector/ledger-document";
import type { TokenSource } from "../../../src/erp/connector/ledger-api";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { FixedClock } from "../../../src/kernel/clock";
import { adaptersTo } from "./contract-adapters";
import { bill, contact, inTime, item, line, NOWHERE, option, order } from "./contract-documents";
import { LedgerCaller } from "./ledger-caller";
import { Witness } from "./openapi/witness";
import type { WireCall } from "./openapi/xero-document";

const TENANCY: Tenancy = { connectionId: "connection", tenantId: SANDBOX_TENANT.id };
/** Of a call that is to run out of time. */
const SHORT_MS = 1_000;
const clock = new FixedClock("2026-11-24T09:00:00.000Z");
/** Every request of the adapter to Xero is checked against Xero's own document. */
const witness = Witness.call();
let ledger: SandboxLedger;
let caller: LedgerCaller;

const tokens: TokenSource = { accessToken: async () => caller.access, reject: () => undefined };

describe.each(adaptersTo(() => ledger.address, tokens))("the connector %s", (name, make) => {
  let connector: Connector;

  beforeEach(async () => {
    clock.set("2026-11-24T09:00:00.000Z");
    const observer = (call: WireCall) => witness?.look(call);
    ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock, observer });
    caller = new LedgerCaller(ledger);
    await caller.consent();
    connector = make();
    await caller.call("PUT", "TrackingCategories", { Name: "Job" });
  });
  afterEach(() => ledger.stop());

  afterAll(() => {
    if (name !== "xero" || !witness) return;
    expect(witness.faults()).toEqual([]);
    expect(witness.seen).toBeGreaterThan(20);
  });

  async function one(document: LedgerDocument, key: string = document.reference) {
    const [outcome] = await connector.send(TENANCY, [document], inTime(key));
    return outcome;
  }

  async function deliver(document: LedgerDocument): Promise<string> {
    const outcome = await one(document);
    if (outcome?.kind !== "delivered") throw new Error(JSON.stringify(outcome));
    return outcome.externalId;
  }

  async function foundations(): Promise<string> {
    await deliver(item);
    await deliver(option);
    return deliver(contact);
  }

  test("carries the whole chain, and finds each link by our reference", async () => {
    const contactId = await foundations();
    const orderId = await deliver(order(contactId));
    const change = {
      kind: "change_order",
      reference: "0195c0ffee0000000c",
      number: "1",
      purchaseOrderId: orderId,
    } as const;
    const documents: LedgerDocument[] = [item, option, contact, order(contactId), bill(contactId)];
    expect(await connector.find(TENANCY, bill(contactId))).toBeNull();
    expect(await connector.find(TENANCY, { ...change, lines: [line] })).toBeNull();
    await deliver(bill(contactId));
    expect(await deliver({ ...change, lines: [line] })).toBe(orderId);
    for (const document of documents) expect(await connector.find(TENANCY, document)).not.toBeNull();
    expect(await connector.find(TENANCY, { ...change, lines: [line] })).toEqual({ externalId: orderId });
    expect(ledger.store.byId(TENANCY.tenantId, "PurchaseOrders", orderId)?.body).toMatchObject({ Total: 21 });
  });

  test("tells errors of one row apart from the rows that were kept", async () => {
    const contactId = await foundations();
    const faulty = { ...bill(contactId, "b-2"), lines: [] } as LedgerDocument;
    const bills = [bill(contactId, "b-1"), faulty, bill(contactId, "b-3")];
    const outcomes = await connector.send(TENANCY, bills, inTime("key"));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["delivered", "refused", "delivered"]);
    expect(outcomes[1]).toMatchObject({ faults: [{ code: "LINES_MISSING" }] });
  });

  test("another bill of the same number is not mistaken for ours", async () => {
    const contactId = await foundations();
    await deliver(bill(contactId, "b-1"));
    expect(await connector.find(TENANCY, bill(contactId, "b-2"))).toBeNull();
  });

  test("the same key does the work once", async () => {
    const contactId = await foundations();
    const first = await one(bill(contactId), "same");
    expect(await one(bill(contactId), "same")).toEqual(first);
    expect(ledger.store.count(TENANCY.tenantId, "Invoices")).toBe(1);
  });

  test("a refusal of the whole call has a code beside the ledger's words", async () => {
    expect(await one({ ...option, category: "Region" })).toMatchObject({
      kind: "refused",
      faults: [{ code: "TRACKING_CATEGORY_UNKNOWN" }],
    });
    await deliver(option);
    expect(await one(option, "another")).toMatchObject({
      kind: "refused",
      faults: [{ code: "TRACKING_OPTION_TAKEN" }],
    });
  });

  test("says what is sure and what is not when the ledger fails", async () => {
    const at = (fault: Parameters<typeof ledger.faults.plan>[0]["fault"]) =>
      ledger.faults.plan({ fault, method: "PUT", count: 1 });
    at({ kind: "status", status: 429, retryAfter: 7 });
    expect(await one(item)).toEqual({ kind: "deferred", reason: "rate_limited", retryAfterMs: 7000 });
    at({ kind: "status", status: 503, retryAfter: 3 });
    expect(await one(item)).toEqual({ kind: "deferred", reason: "unavailable", retryAfterMs: 3000 });
    at({ kind: "status", status: 500 });
    expect(await one(item)).toMatchObject({ kind: "unknown" });
    at({ kind: "drop", when: "after" });
    expect(await one(item)).toMatchObject({ kind: "unknown" });
    expect(await connector.find(TENANCY, item)).not.toBeNull();
    at({ kind: "delay", when: "after", milliseconds: SHORT_MS * 3 });
    expect(await make(SHORT_MS).send(TENANCY, [contact], inTime("short"))).toMatchObject([{ kind: "unknown" }]);
    ledger.store.expireAccess();
    expect(await one(item, "late")).toEqual({ kind: "unauthorised" });
  });

  test("a ledger that is not there was not reached", async () => {
    await ledger.stop();
    // A kept-alive connection may have died first: then nobody can tell.
    await one(item);
    expect(await one(item)).toMatchObject({ kind: "deferred", reason: "not_reached" });
    ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock });
  });

  test("says how an object stands, by the ledger's own id, in one call each", async () => {
    const contactId = await foundations();
    const orderId = await deliver(order(contactId));
    const billId = await deliver(bill(contactId));
    const changed = await connector.changedSince(TENANCY, "tracking_option", null, 1);
    const optionId = changed.find(({ number }) => number === option.name)?.externalId ?? "";
    const items = await connector.changedSince(TENANCY, "item", null, 1);
    const there = [
      ["contact", contactId],
      ["purchase_order", orderId],
      ["bill", billId],
      ["tracking_option", optionId],
      ["item", items[0]?.externalId ?? ""],
    ] as const;
    for (const [kind, id] of there)
      expect([kind, await connector.standing(TENANCY, kind, id)]).toEqual([kind, "there"]);
    for (const [kind] of there) expect([kind, await connector.standing(TENANCY, kind, NOWHERE)]).toEqual([kind, null]);
    const put = (collection: "Contacts" | "PurchaseOrders" | "Invoices", id: string, body: object) => {
      const stored = ledger.store.byId(TENANCY.tenantId, collection, id);
      if (stored) ledger.store.put(TENANCY.tenantId, { ...stored, body: { ...stored.body, ...body } });
    };
    put("Contacts", contactId, { ContactStatus: "ARCHIVED" });
    put("PurchaseOrders", orderId, { Status: "DELETED" });
    put("Invoices", billId, { Status: "VOIDED" });
    const gone = [...there.slice(0, 3)].map(([kind, id]) => connector.standing(TENANCY, kind, id));
    expect(await Promise.all(gone)).toEqual(["archived", "deleted", "voided"]);
  });

  test("a later version of an order replaces its lines and keeps those of its change orders; an option is renamed", async () => {
    const contactId = await foundations();
    const orderId = await deliver(order(contactId));
    const added = { reference: "0195c0ffee0000000c", number: "1", lines: [line] };
    await deliver({ kind: "change_order", purchaseOrderId: orderId, ...added });
    const later = {
      ...order(contactId),
      externalId: orderId,
      changeOrders: [added],
      date: "2026-11-25",
    } as LedgerDocument;
    expect(await connector.find(TENANCY, later)).toBeNull();
    expect(await one(later, "later")).toMatchObject({ kind: "delivered", externalId: orderId });
    expect(await connector.find(TENANCY, later)).toEqual({ externalId: orderId });
    expect(ledger.store.count(TENANCY.tenantId, "PurchaseOrders")).toBe(1);
    expect(ledger.store.byId(TENANCY.tenantId, "PurchaseOrders", orderId)?.body).toMatchObject({ Total: 21 });
    const [found] = await connector.changedSince(TENANCY, "tracking_option", null, 1);
    const renamed = { ...option, name: "Harbour Tunnel", externalId: found?.externalId ?? "" };
    expect(await one(renamed, "renamed")).toMatchObject({ kind: "delivered", externalId: found?.externalId });
    const options = await connector.changedSince(TENANCY, "tracking_option", null, 1);
    expect(options.map(({ number }) => number)).toEqual(["Harbour Tunnel"]);
  });

  test("reads what changed since, by kind", async () => {
    const contactId = await foundations();
    clock.advance(60_000);
    const since = clock.now().toISOString();
    await deliver(bill(contactId));
    const changes = await connector.changedSince(TENANCY, "bill", since, 1);
    expect(changes).toMatchObject([
      { number: "INV-9", status: "AUTHORISED", standing: "there", changedAt: since, body: { AmountDue: 10.5 } },
    ]);
    expect(await connector.changedSince(TENANCY, "contact", since, 1)).toEqual([]);
    expect(await connector.changedSince(TENANCY, "bill", null, 2)).toEqual([]);
    expect(await connector.changedSince(TENANCY, "item", null, 1)).toMatchObject([{ number: "03-100" }]);
    expect(await connector.changedSince(TENANCY, "item", null, 2)).toEqual([]);
    const options = await connector.changedSince(TENANCY, "tracking_option", since, 1);
    expect(options).toMatchObject([{ number: "Harbour Bridge", standing: "there", body: { Category: "Job" } }]);
  });

  test("hands out pages in the order of change, archived and deleted things among them", async () => {
    const names = Array.from({ length: 130 }, (_, index) => `Contact ${String(index).padStart(3, "0")}`);
    for (const half of [names.slice(0, 65), names.slice(65)])
      await caller.call("POST", "Contacts", { Contacts: half.map((Name) => ({ Name })) });
    const [first] = ledger.store.byNumber(TENANCY.tenantId, "Contacts", "Contact 000");
    clock.advance(60_000);
    const later = clock.now().toISOString();
    await caller.call("POST", "Contacts", { ContactID: first?.id, ContactStatus: "ARCHIVED" });
    const pages = [1, 2, 3].map((page) => connector.changedSince(TENANCY, "contact", null, page));
    const [one, two, three] = await Promise.all(pages);
    expect([one?.length, two?.length, three?.length]).toEqual([100, 30, 0]);
    expect(two?.at(-1)).toMatchObject({ number: "Contact 000", standing: "archived", changedAt: later });
    expect(new Set([...(one ?? []), ...(two ?? [])].map(({ number }) => number)).size).toBe(130);
    expect(await connector.changedSince(TENANCY, "contact", later, 1)).toHaveLength(1);
  });

  test("a payment is read with the bill that it pays, also once it is voided", async () => {
    const billId = await deliver(bill(await foundations()));
    clock.advance(60_000);
    await caller.call("PUT", "Payments", { Invoice: { InvoiceID: billId }, Amount: 4, Date: "2026-11-25" });
    const [paid] = await connector.changedSince(TENANCY, "payment", clock.now().toISOString(), 1);
    expect(paid).toMatchObject({ standing: "there", body: { Amount: 4, Invoice: { InvoiceID: billId } } });
    clock.advance(60_000);
    const voided = clock.now().toISOString();
    await caller.call("POST", `Payments/${paid?.externalId ?? ""}`, { Status: "DELETED" });
    expect(await connector.changedSince(TENANCY, "payment", voided, 1)).toMatchObject([{ standing: "deleted" }]);
    const [open] = await connector.changedSince(TENANCY, "bill", voided, 1);
    expect(open).toMatchObject({ status: "AUTHORISED", body: { AmountDue: 10.5, AmountPaid: 0 } });
  });

  test("spend money and supplier credits are read for job costs, other kinds of the same collections are not", async () => {
    const put = (kind: "BankTransactions" | "CreditNotes", id: string, key: string, Type: string, Status: string) => {
      const body = { [key]: id, Reference: id, CreditNoteNumber: id, Total: 90, Type, Status };
      ledger.store.put(TENANCY.tenantId, { id, kind, number: id, status: Status, updatedAt: 0, body });
    };
    for (const type of ["SPEND", "RECEIVE"]) put("BankTransactions", type, "BankTransactionID", type, "AUTHORISED");
    for (const type of ["ACCPAYCREDIT", "ACCRECCREDIT"]) put("CreditNotes", type, "CreditNoteID", type, "VOIDED");
    const read = async (kind: "spend_money" | "supplier_credit") =>
      (await connector.changedSince(TENANCY, kind, null, 1)).map(({ externalId, standing }) => [externalId, standing]);
    expect(await read("spend_money")).toEqual([["SPEND", "there"]]);
    expect(await read("supplier_credit")).toEqual([["ACCPAYCREDIT", "voided"]]);
  });
});
