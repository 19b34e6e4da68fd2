import type { Json } from "../../src/dev/platform/platform-store";
import { standingOf } from "../../src/dev/platform/tool/closing";
import { PLATFORM_USERS } from "../../src/dev/platform/tool/world";
import { DEMO_PLATFORM_COMPANY as COMPANY } from "../../src/dev/platform/tool/world-parts";
import { withTotals } from "../../src/dev/ledger/books/totals";
import { KINDS, wireDate } from "../../src/dev/ledger/ledger-object";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { Bridge } from "./support/bridge";

const TENANT = SANDBOX_TENANT.id;
let bridge: Bridge;

beforeEach(async () => {
  bridge = await Bridge.start();
});
afterEach(() => bridge.stop());

async function exported(kind: "commitment" | "requisition", id: number) {
  bridge.platform.tool.send(kind, id);
  bridge.platform.tool.export(PLATFORM_USERS.everything, kind, [id]);
  await bridge.settle();
  return ended();
}

async function asked(name: string, data: Json) {
  bridge.platform.tool.ask(PLATFORM_USERS.admin, COMPANY, name, data);
  await bridge.settle();
  return ended();
}

function ended() {
  const detail = bridge.platform.store.list("detail", COMPANY).at(-1)?.body;
  return { status: detail?.["status"], said: JSON.stringify(detail?.["messages"]) };
}

/** Made or changed in the ledger itself, just now. */
function inLedger(kind: "Payments" | "BankTransactions", id: string, body: Json): void {
  const updatedAt = Date.now();
  const row = { ...body, [KINDS[kind].idField]: id, UpdatedDateUTC: wireDate(updatedAt) };
  const status = String(body["Status"]);
  bridge.ledger.store.put(TENANT, { id, kind, number: id, status, updatedAt, body: row });
}

const tie = (type: string, id: number) => bridge.platform.store.external(COMPANY, type, id)?.origin_id ?? null;
const bodies = (kind: "invoice_payment" | "job_cost" | "staged_record") =>
  bridge.platform.store.list(kind, COMPANY).map(({ body }) => body);

test("an unlinking looks into the ledger: what is there stays tied, and says so; what is gone is untied with its lines", async () => {
  expect(await exported("commitment", 702)).toMatchObject({ status: "success" });
  const order = tie("purchase_order_contract", 702) ?? "";
  const wanted = { procore_commitment_id: 702, commitment_origin_id: order };
  const refused = await asked("unlink_commitment", wanted);
  expect(refused).toMatchObject({ status: "failed", said: expect.stringContaining(order) as string });
  expect(tie("purchase_order_contract", 702)).toBe(order);

  const { store } = bridge.ledger;
  const kept = store.byId(TENANT, "PurchaseOrders", order);
  if (kept)
    store.put(TENANT, { ...kept, status: "DELETED", body: { ...kept.body, Status: "DELETED" }, updatedAt: Date.now() });
  expect(await asked("unlink_commitment", wanted)).toEqual({ status: "success", said: "[]" });
  expect([tie("purchase_order_contract", 702), tie("line_item", 721)]).toEqual([null, null]);
  // It can be sent anew, and is another order then.
  expect(await exported("commitment", 702)).toMatchObject({ status: "success" });
  expect(tie("purchase_order_contract", 702)).not.toBe(order);
});

test("a payment that is made in the ledger goes to the invoice over there, and a payment that is taken back goes with it", async () => {
  expect(await exported("requisition", 901)).toMatchObject({ status: "success" });
  const bill = tie("requisition", 901) ?? "";
  const Invoice = { InvoiceID: bill, InvoiceNumber: "INV-2001", CurrencyCode: "USD" };
  const payment = { PaymentID: "pay-1", Amount: 8640, Date: "2026-11-28", Reference: "Wire", Invoice };
  const paid = (Status: string) => inLedger("Payments", "pay-1", { ...payment, Status });
  paid("AUTHORISED");
  expect(await asked("sync_contract_payments", {})).toMatchObject({ status: "success" });
  expect(bodies("invoice_payment")).toMatchObject([{ origin_id: "pay-1", requisition_id: 901, amount: "8640.00" }]);
  expect(await asked("sync_contract_payments", {})).toMatchObject({ status: "success" });
  expect(bodies("invoice_payment")).toHaveLength(1);
  paid("DELETED");
  expect(await asked("sync_contract_payments", {})).toMatchObject({ status: "success" });
  expect(bodies("invoice_payment")).toMatchObject([{ origin_id: "pay-1", amount: "0.0" }]);
});

test("what only the ledger has is staged for the platform's approvers, and its job costs go straight in", async () => {
  await asked("sync_vendors", {});
  await asked("sync_jobs", {});
  const staged = bodies("staged_record");
  expect(staged).toContainEqual(expect.objectContaining({ item_type: "vendor", status: "staged" }));
  expect(staged).toContainEqual(expect.objectContaining({ item_type: "project", status: "staged" }));

  const line = { LineItemID: "line-1", Description: "Crane hire", Quantity: 1, UnitAmount: 950, ItemCode: "05-120" };
  const LineItems = [{ ...line, Tracking: [{ Name: "Job", Option: "Harbour Bridge" }] }];
  const spent = { Type: "SPEND", Reference: "Crane", Date: "2026-11-20", CurrencyCode: "USD", Status: "AUTHORISED" };
  inLedger("BankTransactions", "spent-1", withTotals({ ...spent, LineItems }));
  expect(await asked("sync_single_job", {})).toMatchObject({ status: "success" });
  const code = "demo-project-P-100|05-120";
  const cost = { origin_id: "spent-1/line-1", amount: "950.00", cost_code_origin_id: code, project_id: 301 };
  expect(bodies("job_cost")).toContainEqual(expect.objectContaining(cost));
});

test("what the ledger refuses comes back with its cause and what to do", async () => {
  bridge.ledger.faults.plan({ fault: { kind: "status", status: 400 }, pathPart: "PurchaseOrders", count: 50 });
  const { status, said } = await exported("commitment", 702);
  expect(status).toBe("failed");
  expect(said).toMatch(/retry.*UNKNOWN_FAULT: The sandbox was told to fail/);
  const order = bridge.platform.store.get("commitment", 702);
  expect(order && standingOf(order).state).toBe("given_back");
});
