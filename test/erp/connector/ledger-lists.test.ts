import type { Connector, Tenancy } from "../../../src/erp/connector/connector";
import type { LedgerDocument, LineBooking } from "../../../src/erp/connector/ledger-document";
import type { TokenSource } from "../../../src/erp/connector/ledger-api";
import { billTermsOf } from "../../../src/erp/connector/read-terms";
import { LIST_KINDS } from "../../../src/erp/connector/ledger-lists";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { FixedClock } from "../../../src/kernel/clock";
import { adaptersTo } from "./contract-adapters";
import { bill, contact, inTime, item, line, option, order } from "./contract-documents";
import { LedgerCaller } from "./ledger-caller";
import { Witness } from "./openapi/witness";
import type { WireCall } from "./openapi/xero-document";

/* What both adapters read of an organisation's books, and what the ledger refuses to book. */

const TENANCY: Tenancy = { connectionId: "connection", tenantId: SANDBOX_TENANT.id };
const clock = new FixedClock("2026-11-24T09:00:00.000Z");
const witness = Witness.call();
let ledger: SandboxLedger;
let caller: LedgerCaller;
const tokens: TokenSource = { accessToken: async () => caller.access, reject: () => undefined };

describe.each(adaptersTo(() => ledger.address, tokens))("the connector %s", (name, make) => {
  let connector: Connector;
  let contactId: string;

  beforeEach(async () => {
    const observer = (call: WireCall) => witness?.look(call);
    ledger = await SandboxLedger.start({ file: ":memory:", port: 0, clock, observer });
    caller = new LedgerCaller(ledger);
    await caller.consent();
    connector = make();
    await caller.call("PUT", "TrackingCategories", { Name: "Job" });
    for (const one of [item, option, contact]) contactId = await deliver(one);
  });
  afterEach(() => ledger.stop());
  afterAll(() => {
    if (name === "xero" && witness) expect(witness.faults()).toEqual([]);
  });

  let calls = 0;
  async function send(document: LedgerDocument) {
    const [outcome] = await connector.send(TENANCY, [document], inTime(`key-${(calls += 1)}`));
    return outcome;
  }
  async function deliver(document: LedgerDocument): Promise<string> {
    const outcome = await send(document);
    if (outcome?.kind !== "delivered") throw new Error(JSON.stringify(outcome));
    return outcome.externalId;
  }
  const booked = (booking: LineBooking, more: object = {}): LedgerDocument =>
    ({ ...bill(contactId), lines: [{ ...line, booking }], ...more }) as LedgerDocument;
  async function faultsOf(document: LedgerDocument): Promise<string[]> {
    const outcome = await send(document);
    return outcome?.kind === "refused" ? outcome.faults.map(({ code }) => code) : [outcome?.kind ?? ""];
  }
  async function books(body: object): Promise<void> {
    const headers = { "content-type": "application/json" };
    const done = await fetch(`${ledger.address}/sandbox/books`, {
      method: "POST",
      body: JSON.stringify(body),
      headers,
    });
    expect(done.status).toBe(200);
  }

  test("reads every list that the books are kept by", async () => {
    await books({ PeriodLockDate: "2025-12-31", EndOfYearLockDate: "2025-06-30" });
    const [accounts, rates, currencies, categories, [organisation]] = await Promise.all([
      connector.readList(TENANCY, "account"),
      connector.readList(TENANCY, "tax_rate"),
      connector.readList(TENANCY, "currency"),
      connector.readList(TENANCY, "tracking_category"),
      connector.readList(TENANCY, "organisation"),
    ]);
    expect(LIST_KINDS).toHaveLength(5);
    const subcontractors = {
      code: "310",
      name: "Subcontractors",
      accountClass: "EXPENSE",
      taxType: "INPUT",
      active: true,
    };
    expect(accounts).toContainEqual(subcontractors);
    expect(rates).toContainEqual(expect.objectContaining({ code: "OUTPUT", rate: "0", active: true }));
    expect(rates.find(({ code }) => code === "INPUT")?.classes).not.toContain("REVENUE");
    expect(currencies.map(({ code }) => code)).toContain("USD");
    expect(categories).toMatchObject([
      { name: "Job", active: true, options: [{ name: "Harbour Bridge", active: true }] },
    ]);
    expect(organisation).toEqual({ baseCurrency: "USD", lockedUpTo: "2025-12-31", billTerms: null });
    await books({ billTerms: { Day: 20, Type: "OFFOLLOWINGMONTH" } });
    const [after] = await connector.readList(TENANCY, "organisation");
    expect(after).toEqual({ ...organisation, billTerms: { kind: "of_following_month", day: 20 } });
  });

  test("reads on which terms a contact is paid, and takes no others than Xero knows", async () => {
    const set = (Bills: object) =>
      caller.call("POST", `Contacts/${contactId}`, { Name: contact.name, PaymentTerms: { Bills } });
    const terms = async () => {
      const changes = await connector.changedSince(TENANCY, "contact", null, 1);
      return billTermsOf(changes.find(({ externalId }) => externalId === contactId)?.body ?? {});
    };
    expect(await terms()).toBeNull();
    const given = {
      DAYSAFTERBILLDATE: "days_after_bill_date",
      DAYSAFTERBILLMONTH: "days_after_bill_month",
      OFCURRENTMONTH: "of_current_month",
      OFFOLLOWINGMONTH: "of_following_month",
    };
    for (const [Type, kind] of Object.entries(given)) {
      expect(await set({ Day: 15, Type })).toMatchObject({ status: 200 });
      expect(await terms()).toEqual({ kind, day: 15 });
    }
    for (const faulty of [
      { Day: 32, Type: "OFCURRENTMONTH" },
      { Day: 3, Type: "SOMETIME" },
    ])
      expect(await set(faulty)).toMatchObject({ status: 400 });
    expect(await terms()).toEqual({ kind: "of_following_month", day: 15 });
  });

  test("what the books do not allow is refused, by a fault of its own", async () => {
    await caller.call("POST", "Accounts", { Code: "330", Status: "ARCHIVED" });
    await books({ PeriodLockDate: "2026-11-24", unsubscribed: ["EUR"] });
    expect(await faultsOf(booked({ accountCode: "999" }, { date: "2026-11-25" }))).toEqual(["ACCOUNT_INVALID"]);
    expect(await faultsOf(booked({ accountCode: "330" }, { date: "2026-11-25" }))).toEqual(["ACCOUNT_INVALID"]);
    expect(await faultsOf(booked({ taxType: "GST" }, { date: "2026-11-25" }))).toEqual(["TAX_TYPE_INVALID"]);
    const onSales = booked({ accountCode: "200", taxType: "INPUT" }, { date: "2026-11-25" });
    expect(await faultsOf(onSales)).toEqual(["TAX_TYPE_INVALID"]);
    expect(await faultsOf(booked({}, { currency: "EUR", date: "2026-11-25" }))).toEqual(["CURRENCY_NOT_SUBSCRIBED"]);
    expect(await faultsOf(booked({}))).toEqual(["PERIOD_LOCKED"]);
    expect(await faultsOf(booked({}, { arrivesAs: "draft" }))).toEqual(["delivered"]);
    // Orders reach no account: no period is locked for them.
    expect(await faultsOf({ ...order(contactId), arrivesAs: "submitted" } as LedgerDocument)).toEqual(["delivered"]);
  });

  test("a line arrives as it is booked, and the approval of a draft is no change", async () => {
    await caller.call("PUT", "TrackingCategories", { Name: "Region" });
    const made = await connector.readList(TENANCY, "tracking_category");
    const categoryId = made.find(({ name: called }) => called === "Region")?.id ?? "";
    await caller.call("PUT", `TrackingCategories/${categoryId}/Options`, { Name: "North" });
    const region = (await connector.readList(TENANCY, "tracking_category")).find(({ id }) => id === categoryId);
    const tracking = { categoryId, optionId: region?.options[0]?.id ?? "" };
    const id = await deliver(booked({ accountCode: "310", taxType: "INPUT", tracking }, { arrivesAs: "draft" }));
    expect(ledger.store.byId(TENANCY.tenantId, "Invoices", id)?.body).toMatchObject({
      Status: "DRAFT",
      LineItems: [
        { AccountCode: "310", TaxType: "INPUT", Tracking: [{ Name: "Job" }, { Name: "Region", Option: "North" }] },
      ],
    });
  });
});
