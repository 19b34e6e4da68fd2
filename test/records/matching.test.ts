import { EvidenceReading } from "../../src/records/evidence/evidence-reading";
import type { StagedItem } from "../../src/records/import/staged-item";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { refusal, SEED } from "../support/house";
import { openLedgerHouse, putRow, TENANCY, type LedgerHouse } from "./ledger-house";
import { approver, commitment, LEDGER, manager, RecordHouse, VENDOR } from "./record-house";

const contact = (externalId: string, title: string, payload: Record<string, unknown> = {}): StagedItem => ({
  feature: "vendor",
  externalId,
  kind: null,
  number: title,
  title,
  amount: null,
  documentDate: null,
  buildsOn: [],
  invalid: null,
  payload,
});
const vendor = (number: string, name: string, more: Record<string, unknown> = {}) => ({
  feature: "vendor" as const,
  values: { number, name, counterpartLookedFor: true, ...more },
});

describe("suggested matches", () => {
  let house: RecordHouse;
  let records: RecordEntity[];
  let seen: Awaited<ReturnType<typeof pairs>>;

  beforeEach(async () => {
    house = await RecordHouse.open();
    records = [];
    for (const offered of [
      vendor("V-1", "Harbour Steel Inc"),
      vendor("V-2", "Northside", { taxNumber: "99-1" }),
      vendor("V-3", "Twin"),
    ])
      records.push(await house.offer(SEED, offered));
    const company = await house.company("acme");
    await house.services.staging.stage(LEDGER, company.id, [
      contact("x1", "HARBOUR STEEL"),
      contact("x2", "North Side Holding", { taxNumber: "991" }),
      contact("x3", "Twin"),
      contact("x4", "twin"),
      contact("x5", "Nobody's"),
    ]);
    await house.services.member.update(SEED, "acme", { member: "approver@acme.test", toolLevel: "standard" });
    seen = await pairs();
  }, 60_000);

  const SUGGESTED = `{ company(slug: "acme") { erpIntegration { suggestedMatches { totalCount matches {
    record { id version number } counterpart { id version title } score reasons ambiguous } } } } }`;
  const LINK = `mutation L($input: LinkSuggestedInput!) { linkSuggestedRecords(input: $input) { linked
    userErrors { code } results { outcome match { record { number state externalId } } stale { version differences { path } }
    userErrors { code } decision { code } } } }`;
  interface Suggested {
    readonly erpIntegration: {
      readonly suggestedMatches: { readonly matches: readonly Record<"record" | "counterpart", Seen>[] };
    };
  }
  type Seen = Pick<RecordEntity, "id" | "version">;
  const pairs = async () => {
    const { data } = await house.ask("approver@acme.test", SUGGESTED);
    const { suggestedMatches } = (data!["company"] as unknown as Suggested).erpIntegration;
    return suggestedMatches.matches.map(({ record, counterpart }) => ({
      record: record.id,
      expectedVersion: record.version,
      counterpart: counterpart.id,
      expectedCounterpartVersion: counterpart.version,
    }));
  };
  const link = async (email: string, input: object) => {
    const { data, errors } = await house.ask(email, LINK, { input: { company: "acme", pairs: seen, ...input } });
    expect(errors).toBeUndefined();
    return data!["linkSuggestedRecords"];
  };

  it("show the surest first, with their reasons", async () => {
    const { data } = await house.ask("approver@acme.test", SUGGESTED);
    expect(data).toMatchObject({
      company: {
        erpIntegration: {
          suggestedMatches: {
            totalCount: 4,
            matches: [
              {
                record: { number: "V-2" },
                counterpart: { title: "North Side Holding" },
                score: 95,
                reasons: ["TAX_NUMBER"],
              },
              { record: { number: "V-3" }, score: 90, reasons: ["NAME"], ambiguous: true },
              { record: { number: "V-3" }, score: 90, ambiguous: true },
              { record: { number: "V-1" }, counterpart: { title: "HARBOUR STEEL" }, score: 75, ambiguous: false },
            ],
          },
        },
      },
    });
    expect((await house.ask("manager@acme.test", SUGGESTED)).data).toMatchObject({
      company: { erpIntegration: { suggestedMatches: { totalCount: 0, matches: [] } } },
    });
  });

  it("are linked all at once, each for itself: looked at first, then done, then not there any more", async () => {
    const rows = (first: string) => [
      { outcome: first },
      { outcome: "AMBIGUOUS", match: { record: { number: "V-3" } } },
      { outcome: "AMBIGUOUS" },
      { outcome: first },
    ];
    expect(await link("approver@acme.test", {})).toMatchObject({ linked: 2, results: rows("WOULD_LINK") });
    expect((await house.record(records[0]!.id)).state).toBe("awaiting");
    expect(await link("approver@acme.test", { dryRun: false })).toMatchObject({ linked: 2, results: rows("LINKED") });
    expect(await house.record(records[1]!.id)).toMatchObject({ state: "synced", externalId: "x2" });
    expect(await link("approver@acme.test", { dryRun: false })).toMatchObject({
      linked: 0,
      results: [
        { outcome: "REFUSED", match: null, userErrors: [{ code: "STALE_EDIT" }], stale: { version: 2 } },
        { outcome: "AMBIGUOUS" },
        { outcome: "AMBIGUOUS" },
        { outcome: "REFUSED", stale: { differences: [{ path: "state" }, { path: "externalId" }] } },
      ],
    });
  });

  it("are not linked where either side is not what was seen", async () => {
    await house.services.records.retrieve(SEED, await house.seen(records[1]!));
    await house.offer(SEED, vendor("V-2", "Northside", { taxNumber: "99-1", city: "Lyon" }));
    const company = await house.company("acme");
    await house.services.staging.stage(LEDGER, company.id, [contact("x1", "HARBOUR STEEL", { city: "Metz" })]);
    expect(await link("approver@acme.test", { dryRun: false })).toMatchObject({
      linked: 0,
      results: [
        { outcome: "REFUSED", stale: { differences: [{ path: "item.city" }] } },
        { outcome: "AMBIGUOUS" },
        { outcome: "AMBIGUOUS" },
        { outcome: "REFUSED", stale: { differences: [{ path: "item.city" }] } },
      ],
    });
  });

  it("are decided by the policy row by row; strangers are refused", async () => {
    const denied = await link("reader@acme.test", { dryRun: false });
    expect(denied).toMatchObject({
      linked: 0,
      results: [
        { outcome: "REFUSED", userErrors: [{ code: "TOOL_LEVEL_TOO_LOW" }], decision: { code: "TOOL_LEVEL_TOO_LOW" } },
        { outcome: "AMBIGUOUS" },
        { outcome: "AMBIGUOUS" },
        { outcome: "REFUSED" },
      ],
    });
    expect(await link("admin@globex.test", {})).toMatchObject({ userErrors: [{ code: "NOT_FOUND" }] });
    const many = Array.from({ length: 201 }, () => seen[0]);
    expect(await link("approver@acme.test", { pairs: many })).toMatchObject({ userErrors: [{ code: "BAD_INPUT" }] });
  });
});

describe("unlinking looks into the ledger", () => {
  let place: LedgerHouse;

  beforeEach(async () => {
    place = await openLedgerHouse();
    place.house.services.ledgerRoutes.attach(() => ({ connector: place.connector, tenancy: TENANCY }));
    await place.foundations();
    const { member, project } = place.house.services;
    await member.update(SEED, "acme", { member: "approver@acme.test", toolLevel: "standard" });
    const levels = [{ tool: "commitments" as const, level: "admin" as const }];
    await project.setLevels(SEED, "acme", { project: "P-1", member: "approver@acme.test", levels });
  }, 60_000);
  afterEach(() => place.ledger.stop());

  const unlink = async (record: RecordEntity, vouched = false) =>
    place.house.services.records.unlink(approver, await place.house.seen(record), vouched, null);

  it("and is refused while the order is there, whatever the person says, and done once it is deleted", async () => {
    const { house, ledger, deliver } = place;
    const order = await house.offer(manager, commitment());
    await house.send(SEED, order);
    await deliver();
    expect((await refusal(unlink(order, true))).code).toBe("COUNTERPART_STILL_THERE");
    const { externalId } = await house.record(order.id);
    const stored = ledger.store.byId(TENANCY.tenantId, "PurchaseOrders", externalId ?? "")!;
    ledger.store.put(TENANCY.tenantId, { ...stored, status: "DELETED", body: { ...stored.body, Status: "DELETED" } });
    expect(await unlink(order)).toMatchObject({ state: "unlinked", externalId: null });
  });

  it("a contact is there until it is archived; where the ledger does not answer the person vouches", async () => {
    const { house, ledger } = place;
    const vendorRecord = (await house.services.offering.offer(SEED, "acme", VENDOR)).record;
    expect((await refusal(unlink(vendorRecord))).code).toBe("COUNTERPART_STILL_THERE");
    const { externalId } = await house.record(vendorRecord.id);
    const stored = ledger.store.byId(TENANCY.tenantId, "Contacts", externalId ?? "")!;
    ledger.store.put(TENANCY.tenantId, {
      ...stored,
      status: "ARCHIVED",
      body: { ...stored.body, ContactStatus: "ARCHIVED" },
    });
    expect((await unlink(vendorRecord)).state).toBe("unlinked");
    const other = await house.offer(SEED, vendor("V-9", "Other"));
    await house.send(SEED, other);
    await place.deliver();
    await ledger.stop();
    expect((await refusal(unlink(other))).code).toBe("COUNTERPART_STILL_THERE");
    expect((await unlink(other, true)).state).toBe("unlinked");
  });

  it("a wrong link can be taken off: the contact was in the ledger before, and can be linked anew", async () => {
    const { house } = place;
    const record = await house.offer(SEED, vendor("V-5", "Wrong"));
    const held = { ContactID: "not-ours", Name: "Right", ContactStatus: "ACTIVE" };
    putRow(place.ledger, "Contacts", "not-ours", "", held);
    const [found] = await house.services.staging.stage(LEDGER, record.companyId, [contact("not-ours", "Right")]);
    await house.services.staging.link(approver, await house.seen(record), {
      counterpart: found!.id,
      expectedVersion: found!.version,
    });
    expect(await unlink(record)).toMatchObject({ state: "unlinked", externalId: null });
    expect((await house.record(found!.id)).state).toBe("staged");
  });
});

test("what was unlinked and is sent straight from the project is another sending, and arrives", async () => {
  const { house, ledger, deliver, foundations } = await openLedgerHouse();
  try {
    await foundations();
    await house.services.featureSwitch.set(SEED, "acme", { feature: "commitment", directExport: "without_workflow" });
    const order = await house.offer(manager, commitment());
    await house.send(approver, order);
    await deliver();
    const { externalId } = await house.record(order.id);
    const stored = ledger.store.byId(TENANCY.tenantId, "PurchaseOrders", externalId ?? "")!;
    ledger.store.put(TENANCY.tenantId, { ...stored, status: "DELETED", body: { ...stored.body, Status: "DELETED" } });
    await house.services.records.unlink(SEED, await house.seen(order), true, null);
    await house.send(manager, order);
    await deliver();
    expect(await house.record(order.id)).toMatchObject({ state: "synced", revision: 2 });
    const [first, again] = (await new EvidenceReading(house.database).ofRecords([order])).get(order.id)!;
    expect([first?.basis, again?.basis]).toEqual(["grant", "direct_export"]);
    expect(again).toMatchObject({
      revision: 2,
      submitted: { actorName: "manager" },
      item: first?.item,
      state: "delivered",
    });
  } finally {
    await ledger.stop();
  }
}, 60_000);
