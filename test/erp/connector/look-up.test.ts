import { AccountingConnector } from "../../../src/erp/connector/accounting-connector";
import type { Connector, Tenancy } from "../../../src/erp/connector/connector";
import type { TokenSource } from "../../../src/erp/connector/ledger-api";
import type { LedgerDocument } from "../../../src/erp/connector/ledger-document";
import { SandboxApi } from "../../../src/dev/ledger/sandbox-api";
import { SandboxLedger } from "../../../src/dev/ledger/http/sandbox-ledger";
import { SANDBOX_TENANT } from "../../../src/dev/ledger/sandbox-parts";
import { XeroApi } from "../../../src/erp/xero/xero-api";
import { bill, contact, inTime, item, line, option, order } from "./contract-documents";
import { LedgerCaller } from "./ledger-caller";

const TENANCY: Tenancy = { connectionId: "connection", tenantId: SANDBOX_TENANT.id };
let ledger: SandboxLedger;
let caller: LedgerCaller;
const tokens: TokenSource = { accessToken: async () => caller.access, reject: () => undefined };
const ADAPTERS: [string, () => Connector][] = [
  ["sandbox", () => new AccountingConnector("sandbox", new SandboxApi({ ...WIRE, address: () => ledger.address }))],
  [
    "xero",
    () => new AccountingConnector("xero", new XeroApi({ ...WIRE, baseUrl: () => `${ledger.address}/api.xro/2.0` })),
  ],
];
const WIRE = { tokens, timeoutMs: 60_000 };

/** Everything that is written down in the ledger, as one text: a second write would change it. */
function books(): string {
  const kinds = ["Contacts", "Items", "TrackingCategories", "PurchaseOrders", "Invoices"] as const;
  return JSON.stringify(kinds.map((kind) => ledger.store.list(TENANCY.tenantId, kind).map(({ body }) => body)));
}

const KINDS = ["item", "tracking_option", "contact", "purchase_order", "change_order", "bill"] as const;

describe.each(ADAPTERS)("a write by %s whose answer is cut off", (_name, make) => {
  let connector: Connector;
  beforeEach(async () => {
    ledger = await SandboxLedger.start({ file: ":memory:", port: 0 });
    caller = new LedgerCaller(ledger);
    await caller.consent();
    connector = make();
    await caller.call("PUT", "TrackingCategories", { Name: "Job" });
  });
  afterEach(() => ledger.stop());

  async function delivered(document: LedgerDocument): Promise<string> {
    const [outcome] = await connector.send(TENANCY, [document], inTime(`key ${document.reference}`));
    if (outcome?.kind !== "delivered") throw new Error(JSON.stringify(outcome));
    return outcome.externalId;
  }

  /** The document of that kind, with everything that it builds on in the ledger. */
  async function prepared(kind: (typeof KINDS)[number]): Promise<LedgerDocument> {
    if (kind === "item") return item;
    await delivered(item);
    if (kind === "tracking_option") return option;
    await delivered(option);
    if (kind === "contact") return contact;
    const contactId = await delivered(contact);
    if (kind === "purchase_order") return order(contactId);
    // Another bill of the same number, of the same vendor: numbers are not unique.
    if (kind === "bill") return delivered(bill(contactId, "another")).then(() => bill(contactId, "ours"));
    const purchaseOrderId = await delivered(order(contactId));
    const other = { kind, reference: "0195c0ffee0000000a", number: "1", purchaseOrderId, lines: [line] } as const;
    await delivered(other);
    return { ...other, reference: "0195c0ffee0000000b" };
  }

  function cut(when: "before" | "after", { kind }: LedgerDocument): void {
    const method = kind === "change_order" ? "POST" : "PUT";
    ledger.faults.plan({ fault: { kind: "drop", when }, method, count: 1 });
  }

  test.each(KINDS)("is found, where it was kept, and is not written again: %s", async (kind) => {
    const document = await prepared(kind);
    expect(await connector.find(TENANCY, document)).toBeNull();
    cut("after", document);
    const [outcome] = await connector.send(TENANCY, [document], inTime("first"));
    expect(outcome).toMatchObject({ kind: "unknown" });
    const kept = books();
    expect(await connector.find(TENANCY, document)).toMatchObject({ externalId: expect.any(String) as string });
    expect(books()).toBe(kept);
  });

  test("several of one kind are looked for by one call, and told apart", async () => {
    for (const document of [item, option]) await delivered(document);
    const contactId = await delivered(contact);
    const kept = [bill(contactId, "one"), bill(contactId, "two")].map((one, index) => ({
      ...one,
      number: `N ${index}`,
    }));
    for (const document of kept) await delivered(document);
    const twin = { ...bill(contactId, "three"), number: "N 0" };
    const codes = ["A", 'B"', "C"].map((code) => ({ ...item, reference: code, code }));
    for (const document of codes.slice(0, 2)) await delivered(document);
    const stranger = { ...contact, reference: "0195-contact-other" };
    const batches: [LedgerDocument[], boolean[]][] = [
      [[kept[0], twin, kept[1]] as LedgerDocument[], [true, false, true]],
      [codes, [true, true, false]],
      [
        [stranger, contact],
        [false, true],
      ],
      [
        [option, { ...option, name: "other" }],
        [true, false],
      ],
    ];
    for (const [documents, there] of batches) {
      const calls = ledger.store.arrivals(1_000).length;
      const found = await connector.findAll(TENANCY, documents);
      expect(found.map((one) => one !== null)).toEqual(there);
      expect(ledger.store.arrivals(1_000).length - calls).toBe(1);
    }
    const odd = { ...bill(contactId, "odd"), number: 'N 0,"N 1"' };
    expect(await connector.findAll(TENANCY, [odd, twin])).toEqual([null, null]);
    const externalId = await delivered(odd);
    expect(await connector.findAll(TENANCY, [odd, twin])).toEqual([{ externalId }, null]);
  });

  test.each(KINDS)("is not found, where it was not kept, and then written once: %s", async (kind) => {
    const document = await prepared(kind);
    const before = books();
    cut("before", document);
    const [outcome] = await connector.send(TENANCY, [document], inTime("first"));
    expect(outcome).toMatchObject({ kind: "unknown" });
    expect(books()).toBe(before);
    expect(await connector.find(TENANCY, document)).toBeNull();
    const externalId = await delivered(document);
    expect(await connector.find(TENANCY, document)).toMatchObject({ externalId });
  });

  test("a bill is found by the record that its address names, wherever the server stands now", async () => {
    const sent = (await prepared("bill")) as Extract<LedgerDocument, { kind: "bill" }>;
    const moved = { ...sent, sourceUrl: "https://elsewhere.test/books/records/ours" };
    const externalId = await delivered(sent);
    expect(await connector.findAll(TENANCY, [moved])).toEqual([{ externalId }]);
    expect(await connector.find(TENANCY, { ...moved, reference: "urs" })).toBeNull();
  });

  test.each(KINDS)("is not begun where it is too late: %s", async (kind) => {
    const document = await prepared(kind);
    const before = books();
    const late = { kind: "deferred", reason: "late", retryAfterMs: null };
    expect(await connector.send(TENANCY, [document], { key: "late", inTime: () => false })).toEqual([late]);
    expect(books()).toBe(before);
  });

  test("is not repeated with another token where that has become too late", async () => {
    const asked: string[] = [];
    ledger.store.expireAccess();
    const call = { key: "key", inTime: () => asked.push("asked") === 1 };
    expect(await connector.send(TENANCY, [item], call)).toMatchObject([{ reason: "late" }]);
    expect(asked).toHaveLength(2);
    expect(ledger.store.arrivals(1)).toMatchObject([{ status: 401 }]);
  });
});
