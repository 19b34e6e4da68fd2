import { setTimeout as sleep } from "node:timers/promises";
import { noticeJob } from "../../../src/records/reconciliation/noticed-changes";
import { KINDS, type Json, type KindName } from "../../../src/dev/ledger/ledger-object";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { LedgerNoticeEntity } from "../../../src/erp/connector/notice/ledger-notice.entity";
import { WebhookSender } from "../../../src/dev/ledger/webhook-sender";
import { ReconciliationEntity } from "../../../src/records/reconciliation/reconciliation.entity";
import { LedgerAccessEntity } from "../../../src/erp/oauth/ledger-access.entity";
import { LedgerCaller } from "../connector/ledger-caller";
import { ConsentHouse } from "./consent-house";

let house: ConsentHouse;
let caller: LedgerCaller;
beforeAll(async () => {
  house = await ConsentHouse.open([SANDBOX_TENANT], true);
  await house.consent();
  caller = new LedgerCaller(house.ledger);
  await caller.consent();
}, 120_000);
afterAll(() => house?.close());

async function made(kind: KindName, row: Json): Promise<string> {
  const { body } = await caller.call("PUT", kind, { [kind]: [row] });
  return String((body[kind] as Json[])[0]?.[KINDS[kind].idField]);
}

const notices = () => house.server.app.database.read().find(LedgerNoticeEntity, { order: { id: "ASC" } });

/** What the server has kept, once there is as much of it. */
async function kept(count: number) {
  for (let look = 0; look < 400; look += 1) {
    const found = await notices();
    if (found.length >= count) return found.map(({ resource, externalId }) => [resource, externalId]);
    await sleep(25);
  }
  throw new Error(`${(await notices()).length} of ${count} notices came`);
}

function save(kind: KindName, id: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const address = `${house.ledger.address}/documents/${SANDBOX_TENANT.id}/${kind}/${id}`;
  return fetch(address, { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" });
}

test("what changes in the ledger, by its API or on its page, is told, signed, and has the books compared", async () => {
  const contact = await made("Contacts", { Name: "Steel & Sons" });
  const lines = [{ Description: "Rebar", Quantity: 1, UnitAmount: 9 }];
  const bill = { Type: "ACCPAY", Contact: { ContactID: contact }, Status: "AUTHORISED", LineItems: lines };
  const dates = { Date: "2026-11-24", DueDate: "2026-12-24" };
  const id = await made("Invoices", { ...bill, ...dates, InvoiceNumber: "B-1" });
  // Of orders Xero tells nothing, nor of what was refused.
  await made("PurchaseOrders", { PurchaseOrderNumber: "PO-1", Contact: { ContactID: contact }, LineItems: lines });
  await caller.call("PUT", "Invoices", { Invoices: [{ ...bill, ...dates, LineItems: [] }] });
  expect(await kept(2)).toEqual([
    ["contact", contact],
    ["invoice", id],
  ]);
  const page = await (await fetch(`${house.ledger.address}/`)).text();
  expect(page).toContain("intent to receive: ok");
  expect(page).toContain(`/documents/${SANDBOX_TENANT.id}/Invoices/${id}`);
  expect((await save("Invoices", id, { Status: "VOIDED" })).status).toBe(303);
  expect((await kept(3))[2]).toEqual(["invoice", id]);
  const shown = await (await fetch(`${house.ledger.address}/documents/${SANDBOX_TENANT.id}/Invoices/${id}`)).text();
  expect(shown).toContain("<option selected>VOIDED</option>");
  const { app } = house.server;
  await noticeJob(app).work();
  const { id: connectionId } = await app.database.read().findOneByOrFail(LedgerAccessEntity, { state: "active" });
  expect(await app.database.read().countBy(ReconciliationEntity, { connectionId })).toBe(1);
}, 60_000);

test("the page takes nothing from other sites' forms, nothing against the rules, and nothing that is not on it", async () => {
  const contact = await made("Contacts", { Name: "Brick <b>& Co" });
  const before = house.ledger.store.byId(SANDBOX_TENANT.id, "Contacts", contact)?.body;
  const foreign = { origin: "https://elsewhere.example" };
  expect((await save("Contacts", contact, { Name: "Theirs" }, foreign)).status).toBe(403);
  expect((await save("Contacts", contact, { Name: "" })).status).toBe(400);
  expect((await save("Contacts", contact, { ContactNumber: "x", ContactStatus: "SOLD" })).status).toBe(303);
  expect((await save("Contacts", "none", { Name: "x" })).status).toBe(404);
  const { UpdatedDateUTC: _, ...after } = house.ledger.store.byId(SANDBOX_TENANT.id, "Contacts", contact)?.body ?? {};
  expect(before).toMatchObject(after);
  const page = await fetch(`${house.ledger.address}/documents/${SANDBOX_TENANT.id}/Contacts/${contact}`);
  expect(await page.text()).toContain("Brick &lt;b&gt;&amp; Co");
});

test("nobody is told who cannot tell who tells; what is not answered is told again", async () => {
  const { clock } = house.server.app;
  const address = `${house.ledger.address}/`;
  const foreign = new WebhookSender({ address: `${address}identity/connect/revocation`, key: "k" }, clock);
  expect(await foreign.ask()).toBe("refused");
  expect(() => new WebhookSender({ address: "http://example.com/", key: "k" }, clock)).toThrow("this machine only");
  const contact = house.ledger.store.list(SANDBOX_TENANT.id, "Contacts")[0]?.id ?? "";
  const receive = house.server.app.tenancy.webhooks?.receive.bind(house.server.app.tenancy.webhooks);
  const broken = jest.spyOn(house.server.app.tenancy.webhooks as never, "receive" as never) as jest.SpyInstance;
  broken.mockRejectedValueOnce(new Error("no database")).mockImplementation(receive as never);
  const of = async () => (await notices()).filter(({ externalId }) => externalId === contact).length;
  const before = await of();
  await save("Contacts", contact, { EmailAddress: "later@steel.test" });
  for (let look = 0; look < 400 && (await of()) === before; look += 1) await sleep(25);
  expect(await of()).toBe(before + 1);
  broken.mockRestore();
}, 60_000);

test("without a target nobody is told", async () => {
  const quiet = await SandboxLedger.start({ file: ":memory:", port: 0 });
  expect(quiet.webhooks).toBeNull();
  await quiet.stop();
});
