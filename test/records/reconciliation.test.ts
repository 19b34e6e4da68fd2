import fc from "fast-check";
import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import type { BilingualRefusal } from "../../src/kernel/errors";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { DriftFindingEntity } from "../../src/records/reconciliation/drift-finding.entity";
import type { ReconciliationEntity } from "../../src/records/reconciliation/reconciliation.entity";
import { ReconciliationRowEntity } from "../../src/records/reconciliation/reconciliation-row.entity";
import { refusal } from "../support/house";
import { BooksHouse } from "./books-house";
import { admin, changeOrder, commitment, invoice, manager } from "./record-house";
import { runs } from "../policy/runs";

let at: BooksHouse;
beforeEach(async () => (at = await BooksHouse.open()), 60_000);
afterEach(() => at.close());

async function plan(): Promise<ReconciliationEntity> {
  at.pass(1);
  return at.house.services.reconciliation.reconcile(admin, "acme", null);
}

const rowsOf = ({ id }: ReconciliationEntity) =>
  at.house.database
    .read()
    .find(ReconciliationRowEntity, { where: { reconciliationId: id }, order: { changedAt: "ASC" } });

const seen = ({ id, recordVersion }: ReconciliationRowEntity) => ({ row: id, expectedVersion: recordVersion });

const apply = (of: ReconciliationEntity, rows: (ReturnType<typeof seen> & { action?: "resubmit" })[], dryRun = false) =>
  at.house.services.reconciliation.apply(admin, "acme", of.id, rows, dryRun);

async function chain() {
  await at.foundations();
  return {
    order: await at.delivered(commitment()),
    change: await at.delivered(changeOrder()),
    bill: await at.delivered(invoice()),
  };
}

const order = (record: RecordEntity, body: object) =>
  at.inLedger("POST", "PurchaseOrders", { PurchaseOrderID: record.externalId, ...body });

describe("a reconciliation", () => {
  it("finds nothing where nobody touched anything, not even after a change order", async () => {
    await chain();
    const made = await plan();
    expect(made).toMatchObject({ complete: true, reason: null });
    expect(made.compared).toBeGreaterThan(4);
    expect(await rowsOf(made)).toEqual([]);
    expect((await plan()).compared).toBeGreaterThan(0);
  });

  it("reports what was edited with both values, and what is gone, each with what can be done", async () => {
    const { order: po, bill } = await chain();
    const [first, ...others] = at.ledger.store.byId(SANDBOX_TENANT.id, "PurchaseOrders", po.externalId ?? "")!.body
      .LineItems as Record<string, unknown>[];
    await order(po, {
      LineItems: [{ ...first, UnitAmount: 900, LineAmount: undefined }, ...others],
      Date: "2026-10-02",
    });
    await at.inLedger("POST", "Invoices", { InvoiceID: bill.externalId, Status: "VOIDED" });
    const made = await plan();
    const rows = await rowsOf(made);
    expect(rows).toMatchObject([
      {
        recordId: po.id,
        drift: "edited",
        proposed: "resubmit",
        differences: [
          { field: "date", sent: "2026-10-01", ledger: "2026-10-02" },
          { field: "lines[0].amount", sent: "1000.00", ledger: "900.00" },
        ],
      },
      { recordId: bill.id, drift: "voided", proposed: "unlink", differences: [] },
    ]);
    const [result] = await apply(made, [{ ...seen(rows[1]!), action: "resubmit" }], true);
    expect(result?.refusal?.message).toBe("What is voided in the ledger allows only UNLINK or KEEP.");
  });

  it("is carried out row by row, tried without a trace first, and audited", async () => {
    const { order: po, change, bill } = await chain();
    await order(po, { Date: "2026-10-02" });
    await at.inLedger("POST", "Invoices", { InvoiceID: bill.externalId, Status: "VOIDED" });
    const made = await plan();
    const rows = (await rowsOf(made)).map(seen);
    expect((await apply(made, rows, true)).map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
    const able = await at.allPowerful();
    const applied = (dryRun: boolean) => at.house.services.reconciliation.apply(able, "acme", made.id, rows, dryRun);
    expect((await applied(true)).map(({ outcome }) => outcome)).toEqual(["would_be_done", "would_be_done"]);
    expect((await at.house.record(bill.id)).state).toBe("synced");
    expect((await applied(false)).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
    expect(await at.house.record(bill.id)).toMatchObject({ state: "unlinked", externalId: null });
    expect(await at.house.record(po.id)).toMatchObject({ state: "awaiting", revision: 2 });
    const stale = (await applied(false)).map(({ refusal: why }) => (why as BilingualRefusal).in("fr"));
    const words = ["il a été proposé à nouveau", "le lien a été retiré"].map((done) => `C’est déjà fait : ${done}.`);
    expect(stale.map(({ code, message }) => [code, message]).sort()).toEqual(words.map((said) => ["PLAN_STALE", said]));
    const trail = await at.house.trail("acme");
    expect(trail.at(-1)).toMatchObject({ action: "reconciliation.applied", targetId: made.id });
    // The platform's version goes out again, with the lines of the change order, and both sides agree.
    await at.house.send({ kind: "system", name: "test" }, { id: po.id });
    await at.deliver();
    expect(at.ledger.store.byId(SANDBOX_TENANT.id, "PurchaseOrders", po.externalId ?? "")?.body).toMatchObject({
      Date: "2026-10-01",
      Total: 1_100,
    });
    expect(at.ledger.store.count(SANDBOX_TENANT.id, "PurchaseOrders")).toBe(1);
    expect(await rowsOf(await plan())).toEqual([]);
    expect((await at.house.record(change.id)).state).toBe("synced");
  });

  it("is refused once it is not the newest, or a day old; a row once its record has moved", async () => {
    const { order: po } = await chain();
    await order(po, { Date: "2026-10-02" });
    const first = await plan();
    const [row] = await rowsOf(first);
    const second = await plan();
    const [again] = await rowsOf(second);
    expect(again).toMatchObject({ recordId: po.id, differences: row!.differences });
    expect(await refusal(apply(first, [seen(row!)]))).toMatchObject({ code: "PLAN_STALE" });
    await at.house.database.write((m) => m.update("RecordEntity", { id: po.id }, { version: po.version + 7 }));
    expect(await apply(second, [seen(again!)])).toMatchObject([{ refusal: { code: "STALE_EDIT" } }]);
    expect(await apply(second, [{ row: again!.id, expectedVersion: po.version + 7 }])).toMatchObject([
      { refusal: { code: "PLAN_STALE" } },
    ]);
    at.pass(24 * 60);
    expect(await refusal(apply(second, [seen(again!)]))).toMatchObject({ code: "PLAN_STALE" });
  });

  it("what is kept is not told again until it changes again", async () => {
    const { bill } = await chain();
    const touch = (DueDate: string) => at.inLedger("POST", "Invoices", { InvoiceID: bill.externalId, DueDate });
    await touch("2026-12-30");
    const made = await plan();
    const [row] = await rowsOf(made);
    expect(row).toMatchObject({ proposed: "keep", differences: [{ field: "dueDate", ledger: "2026-12-30" }] });
    expect(await apply(made, [seen(row!)])).toMatchObject([{ outcome: "done" }]);
    await at.inLedger("POST", "Invoices", { InvoiceID: bill.externalId, Reference: "seen" });
    expect(await rowsOf(await plan())).toEqual([]);
    await touch("2027-01-15");
    expect(await rowsOf(await plan())).toHaveLength(1);
    await touch(row!.differences[0]!.sent ?? "");
    expect(await rowsOf(await plan())).toEqual([]);
  });

  it("is for who configures the tool; its rows are for who may see the records", async () => {
    const { order: po } = await chain();
    await order(po, { Date: "2026-10-02" });
    expect(
      await at.house.services.reconciliation.reconcile(manager, "acme", null).catch((e: unknown) => e),
    ).toMatchObject({ decision: { code: "TOOL_LEVEL_TOO_LOW" } });
    await plan();
    const source = `{ company(slug: "acme") { erpIntegration { reconciliations(first: 1) { edges { node {
      complete rows { edges { node { drift proposed reason allowedActions record { number }
        differences { field sent ledger } } } } } } } } } }`;
    const seen = (await at.house.ask("reader@acme.test", source)) as { data: unknown };
    expect(JSON.stringify(seen.data)).toContain('"allowedActions":["RESUBMIT","KEEP"],"record":{"number":"SC-1"}');
  });
});

describe("the ledger under random hands", () => {
  type Touch = (n: number) => Promise<unknown>;

  it("every edit and deletion is found, and none is invented", async () => {
    const { order: po, change, bill } = await chain();
    const [code, vendor] = await Promise.all([at.exported("cost_code"), at.exported("vendor")]);
    const project = await at.exported("project");
    const body = (kind: "PurchaseOrders" | "Invoices", { externalId }: RecordEntity) =>
      at.ledger.store.byId(SANDBOX_TENANT.id, kind, externalId ?? "")!.body;
    const lines = () => body("PurchaseOrders", po).LineItems as Record<string, unknown>[];
    const touches: Touch[] = [
      (n) => order(po, { Date: `2026-10-0${1 + (n % 3)}` }),
      async (n) => {
        const [own, ...rest] = lines();
        await order(po, { LineItems: [{ ...own, UnitAmount: 1_000 + (n % 2), LineAmount: undefined }, ...rest] });
      },
      async (n) => {
        const [own, added] = lines();
        if (added)
          await order(po, { LineItems: [own, { ...added, UnitAmount: 100 + (n % 2), LineAmount: undefined }] });
      },
      (n) => at.inLedger("POST", "Invoices", { InvoiceID: bill.externalId, DueDate: `2026-11-${29 + (n % 2)}` }),
      async (n) => {
        await at.inLedger("POST", "Items", { ItemID: code.externalId, Code: "05-120", Name: n % 2 ? "Steel" : "Iron" });
      },
      async (n) => {
        await at.inLedger("POST", "Contacts", {
          ContactID: vendor.externalId,
          Name: n % 2 ? "Steel Works" : "Steelworks",
          ContactStatus: n % 3 ? "ACTIVE" : "ARCHIVED",
        });
      },
      async (n) => {
        await at.inLedger("POST", "Contacts", { Name: `Stranger ${String(n)} ${String(Math.random())}` });
      },
    ];
    /** By the books themselves, field by field. */
    const expected = () => {
      const drifted: string[] = [];
      const held = body("PurchaseOrders", po);
      const [own, added] = lines();
      if (held.Date !== "2026-10-01" || own!.LineAmount !== 1_000) drifted.push(po.id);
      if (added!.LineAmount !== 100) drifted.push(change.id);
      if (body("Invoices", bill).DueDate !== "2026-11-30") drifted.push(bill.id);
      const item = at.ledger.store.byId(SANDBOX_TENANT.id, "Items", code.externalId ?? "")!.body;
      if (item.Name !== "Steel") drifted.push(code.id);
      const contact = at.ledger.store.byId(SANDBOX_TENANT.id, "Contacts", vendor.externalId ?? "")!.body;
      if (contact.Name !== "Steel Works" || contact.ContactStatus !== "ACTIVE") drifted.push(vendor.id);
      return Promise.resolve(drifted.sort());
    };
    const step = fc.record({ touch: fc.nat(touches.length - 1), n: fc.nat(11) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        // What the ledger refuses, such as an order to an archived contact, is no edit.
        for (const { touch, n } of steps) await touches[touch]!(n).catch(() => null);
        const rows = await rowsOf(await plan());
        expect(rows.map(({ recordId }) => recordId).sort()).toEqual(await expected());
      }),
      runs(15),
    );
    // In the end all goes: deleted, voided, archived, taken away without a trace.
    await order(po, { Status: "DELETED" });
    await at.inLedger("POST", "Invoices", { InvoiceID: bill.externalId, Status: "VOIDED" });
    await at.inLedger("POST", "Contacts", { ContactID: vendor.externalId, ContactStatus: "ARCHIVED" });
    const [category] = at.ledger.store.byNumber(SANDBOX_TENANT.id, "TrackingCategories", "Job");
    const option = `TrackingCategories/${category?.id ?? ""}/Options/${project.externalId ?? ""}`;
    await at.inLedger("POST", option, { Name: "Depot" });
    expect((await rowsOf(await plan())).find(({ recordId }) => recordId === project.id)).toMatchObject({
      drift: "edited",
      proposed: "resubmit",
      differences: [{ field: "name", sent: "Project P-1", ledger: "Depot" }],
    });
    for (const path of [`Items/${code.externalId ?? ""}`, option]) {
      at.pass(1);
      await at.caller.call("DELETE", path).catch(() => null);
    }
    const gone = (await rowsOf(await plan())).map(({ recordId, drift, proposed }) => [recordId, drift, proposed]);
    expect(gone.sort()).toEqual(
      [
        [po.id, "deleted", "unlink"],
        [change.id, "deleted", "unlink"],
        [bill.id, "voided", "unlink"],
        [vendor.id, "archived", "unlink"],
        [code.id, "missing", "unlink"],
        [project.id, "missing", "unlink"],
      ].sort(),
    );
    expect(await at.house.database.read().count(DriftFindingEntity)).toBe(6);
  }, 240_000);
});
