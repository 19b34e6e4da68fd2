import { SANDBOX_TENANT } from "../../src/dev/ledger/sandbox-parts";
import { RecordRevisionEntity } from "../../src/records/record/record-revision.entity";
import { paidStateOf } from "../../src/records/transaction/paid-state";
import { SEED } from "../support/house";
import { BooksHouse } from "./books-house";
import { admin, commitment, invoice } from "./record-house";

let at: BooksHouse;
beforeEach(async () => (at = await BooksHouse.open()), 60_000);
afterEach(() => at.close());

const line = (more: object = {}) => ({
  Description: "Crane",
  Quantity: 1,
  UnitAmount: 250.5,
  ItemCode: "05-120",
  Tracking: [{ Name: "Job", Option: "Project P-1" }],
  ...more,
});

const contactId = () => at.ledger.store.list(SANDBOX_TENANT.id, "Contacts")[0]?.id ?? "";

async function spend(lines: object[], more: object = {}): Promise<string> {
  const made = await at.inLedger("POST", "BankTransactions", {
    Type: "SPEND",
    Contact: { ContactID: contactId() },
    Date: "2026-11-20",
    CurrencyCode: "USD",
    LineItems: lines,
    ...more,
  });
  return String(made.BankTransactionID);
}

describe("jobs and contacts", () => {
  it("wait for somebody to accept them; what the platform made itself is no news", async () => {
    await at.foundations();
    await at.inLedger("POST", "Contacts", {
      Name: "Bright Painting",
      AccountNumber: "B-7",
      EmailAddress: "hello@bright.test",
      Phones: [{ PhoneType: "DEFAULT", PhoneAreaCode: "020", PhoneNumber: "555" }],
      Addresses: [{ AddressType: "STREET", AddressLine1: "1 Quay", City: "Halifax" }],
    });
    await at.inLedger("POST", "Contacts", { Name: "A customer", IsCustomer: true, IsSupplier: false });
    const [category] = at.ledger.store.byNumber(SANDBOX_TENANT.id, "TrackingCategories", "Job");
    await at.inLedger("PUT", `TrackingCategories/${category?.id ?? ""}/Options`, { Name: "Depot" });
    await at.readAll();
    expect(await at.records("vendor")).toMatchObject([
      {
        state: "staged",
        number: "B-7",
        title: "Bright Painting",
        payload: { email: "hello@bright.test", phone: "020 555", address: "1 Quay, Halifax" },
      },
    ]);
    expect(await at.records("project")).toMatchObject([{ state: "staged", title: "Depot" }]);
    const answer = await at.house.ask(
      "admin@acme.test",
      `{ company(slug: "acme") { erpIntegration { records(filter: READY_TO_IMPORT) { edges { node { title } } }
         readings { kind changedUpTo sweptAt lastError } } } }`,
    );
    const tool = answer.data!["company"]!["erpIntegration"] as { records: { edges: object[] }; readings: object[] };
    expect(tool.records.edges).toHaveLength(2);
    expect(tool.readings).toContainEqual(expect.objectContaining({ kind: "CONTACT", lastError: null }));
  });

  it("read again without a change leave no trace; changed ones are up to date, archived ones invalid", async () => {
    await at.foundations();
    const made = await at.inLedger("POST", "Contacts", { Name: "Bright" });
    await at.readAll();
    await at.readAll();
    const [vendor] = await at.records("vendor");
    const trail = () => at.house.database.read().countBy(RecordRevisionEntity, { recordId: vendor!.id });
    expect(await trail()).toBe(1);
    await at.inLedger("POST", "Contacts", { ContactID: made.ContactID, Name: "Brighter" });
    await at.readAll();
    expect(await at.records("vendor")).toMatchObject([{ title: "Brighter", state: "staged" }]);
    await at.inLedger("POST", "Contacts", { ContactID: made.ContactID, ContactStatus: "ARCHIVED" });
    await at.readAll();
    expect(await at.records("vendor")).toMatchObject([{ state: "failed", failureCode: "ARCHIVED" }]);
  });
});

describe("job costs", () => {
  it("land on the project and the cost code by themselves; what is not synced waits, what is not coded is told", async () => {
    await at.foundations();
    await spend([line(), line({ ItemCode: "" }), line({ Tracking: [] }), line({ ItemCode: "09-900" })].slice(0, 3));
    await at.readAll();
    const costs = await at.records("job_cost");
    expect(costs.map(({ state, failureCode }) => [state, failureCode])).toEqual([
      ["synced", null],
      ["failed", "NOT_CODED"],
    ]);
    expect(costs[0]).toMatchObject({
      kind: "spend_money",
      amountMinor: 25_050,
      documentDate: "2026-11-20T00:00:00.000Z",
      projectId: expect.any(String) as string,
      payload: { costCode: "05-120", job: "Project P-1" },
    });
  });

  it("a cost of a job that is not here waits until the job is imported", async () => {
    await at.foundations();
    const [category] = at.ledger.store.byNumber(SANDBOX_TENANT.id, "TrackingCategories", "Job");
    await at.inLedger("PUT", `TrackingCategories/${category?.id ?? ""}/Options`, { Name: "Depot" });
    await spend([line({ Tracking: [{ Name: "Job", Option: "Depot" }] })]);
    await at.readAll();
    expect(await at.records("job_cost")).toMatchObject([{ state: "staged", prerequisitesBlocked: true }]);
    const [job] = await at.records("project");
    const imported = await at.house.services.staging.import(admin, await at.house.seen(job!), "P-7");
    await at.readAll();
    expect(await at.records("job_cost")).toMatchObject([{ state: "synced", projectId: imported.projectId }]);
  });

  it("follow the ledger: a credit takes away, a line that is gone and a voided document count no more", async () => {
    await at.foundations();
    const contact = { ContactID: contactId() };
    const credit = { Type: "ACCPAYCREDIT", Contact: contact, Date: "2026-11-21", CurrencyCode: "USD" };
    await at.inLedger("POST", "CreditNotes", { ...credit, LineItems: [line()] });
    const id = await spend([line(), line({ Description: "Fuel", UnitAmount: 10 })]);
    await at.readAll();
    const minors = async () =>
      (await at.records("job_cost")).filter(({ state }) => state === "synced").map(({ amountMinor }) => amountMinor);
    expect((await minors()).sort()).toEqual([-25_050, 1_000, 25_050]);
    const [first] = (await at.ledger.store.byId(SANDBOX_TENANT.id, "BankTransactions", id)!.body.LineItems) as object[];
    await at.inLedger("POST", "BankTransactions", { BankTransactionID: id, LineItems: [first] });
    await at.readAll();
    expect((await minors()).sort()).toEqual([-25_050, 25_050]);
    await at.inLedger("POST", "BankTransactions", { BankTransactionID: id, Status: "VOIDED" });
    await at.readAll();
    expect(await minors()).toEqual([-25_050]);
  });
});

describe("payments", () => {
  async function billed() {
    await at.foundations();
    await at.delivered(commitment());
    return at.delivered(invoice());
  }
  const pay = (InvoiceID: string | null, Amount: number) =>
    at.inLedger("PUT", "Payments", { Invoice: { InvoiceID }, Amount, Date: "2026-11-25" });

  it("tell how far the invoice is paid, in parts, in full, and after one was voided", async () => {
    const bill = await billed();
    const first = await pay(bill.externalId, 150);
    await at.readAll();
    expect(await at.records("commitment_payment")).toMatchObject([
      { state: "synced", amountMinor: 15_000, projectId: bill.projectId },
    ]);
    const state = async () => {
      const ask = `{ node(id: "${bill.id}") { ... on ErpRecord { paidState paid { value } outstanding { value } } } }`;
      return (await at.house.ask("admin@acme.test", ask)).data!["node"];
    };
    expect(await state()).toEqual({
      ...{ paidState: "PARTLY_PAID", paid: { value: "150.00" } },
      outstanding: { value: "250.00" },
    });
    await pay(bill.externalId, 250);
    await at.readAll();
    expect(await state()).toEqual({ paidState: "PAID", paid: { value: "400.00" }, outstanding: { value: "0.00" } });
    await at.inLedger("POST", "Payments", { PaymentID: first.PaymentID, Status: "DELETED" });
    await at.readAll();
    expect(await state()).toEqual({
      ...{ paidState: "PARTLY_PAID", paid: { value: "250.00" } },
      outstanding: { value: "150.00" },
    });
    expect(await at.records("commitment_payment")).toMatchObject([
      { state: "failed", failureCode: "VOIDED" },
      { state: "synced" },
    ]);
  });

  it("and a credit note settle a bill: paid is what the ledger says is due", async () => {
    const bill = await billed();
    await pay(bill.externalId, 150);
    const [contact] = at.ledger.store.list(SANDBOX_TENANT.id, "Contacts");
    const note = await at.inLedger("PUT", "CreditNotes", {
      ...{ Type: "ACCPAYCREDIT", Contact: { ContactID: contact?.id }, Status: "AUTHORISED" },
      LineItems: [{ Description: "Returned", UnitAmount: 250 }],
    });
    await at.readAll();
    expect(paidStateOf(await at.house.record(bill.id))).toBe("partly_paid");
    const allocate = (Amount: number) =>
      at.inLedger("PUT", `CreditNotes/${String(note.CreditNoteID)}/Allocations`, {
        ...{ Amount, Invoice: { InvoiceID: bill.externalId } },
      });
    await expect(allocate(250.01)).rejects.toThrow(/remaining credit/);
    await expect(allocate(0)).rejects.toThrow(/greater than zero/);
    await allocate(100);
    await at.readAll();
    expect(await at.house.record(bill.id)).toMatchObject({ paidMinor: 25_000, dueMinor: 15_000 });
    await expect(allocate(150.01)).rejects.toThrow(/remaining credit/);
    await allocate(150);
    await at.readAll();
    const settled = await at.house.record(bill.id);
    expect(settled).toMatchObject({ paidMinor: 40_000, payableMinor: 40_000, dueMinor: 0 });
    expect(paidStateOf(settled)).toBe("paid");
  });

  it("of bills that the platform did not send are nobody's; one for an invoice still on its way is not lost", async () => {
    const bill = await billed();
    const mine = await at.house.offer(SEED, invoice({ number: "I-2", lines: [{ costCode: "05-120", amount: "10" }] }));
    at.ledger.faults.plan({ fault: { kind: "drop", when: "after" }, method: "PUT", pathPart: "Invoices", count: 1 });
    await at.house.send(SEED, mine);
    await at.relayOnce();
    expect((await at.house.record(mine.id)).state).toBe("stale");
    const [, second] = at.ledger.store.list(SANDBOX_TENANT.id, "Invoices");
    await pay(second!.id, 10);
    await pay(bill.externalId, 5);
    const { ledgerImport } = at.house.services;
    at.pass(1);
    await ledgerImport.read({ kind: "system", id: "t", name: "t" }, await at.connection(), ["commitment_payment"]);
    expect(await at.records("commitment_payment")).toHaveLength(1);
    await at.deliver();
    await at.readAll();
    expect((await at.records("commitment_payment")).map(({ state }) => state)).toEqual(["synced", "synced"]);
    expect((await at.house.record(mine.id)).paidMinor).toBe(1_000);
  });
});
