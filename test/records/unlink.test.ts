import type { Connector } from "../../src/erp/connector/connector";
import { LaneBusy } from "../../src/infra/outbox/lane-call";
import { LedgerCounterparts } from "../../src/records/matching/ledger-counterparts";
import { RecordRevisionEntity } from "../../src/records/record/record-revision.entity";
import type { RecordEntity } from "../../src/records/record/record.entity";
import type { Actor } from "../../src/kernel/actor";
import { refusal, SEED } from "../support/house";
import { openLedgerHouse, TENANCY, type LedgerHouse } from "./ledger-house";
import { approver, changeOrder, commitment, manager, reader, RecordHouse, second, VENDOR } from "./record-house";

/* Taking the tie to the ledger off: who, when the ledger was asked, and what is kept of it. */

async function lastReason(house: RecordHouse, { id: recordId }: RecordEntity): Promise<string | null> {
  const where = { recordId, event: "unlink" };
  return (await house.database.read().findOneByOrFail(RecordRevisionEntity, where)).reason;
}

describe("without a ledger that could be asked", () => {
  let house: RecordHouse;
  beforeEach(async () => {
    house = await RecordHouse.open();
    await house.foundations();
  });

  const UNLINK = `mutation ($input: UnlinkRecordInput!) { unlinkRecord(input: $input) {
      record { state } userErrors { code field } } }`;

  test("the person vouches, and the history keeps that, or his own reason", async () => {
    const vendor = await house.offer(SEED, VENDOR);
    const unlink = async (record: RecordEntity, counterpartGone: boolean, reason: string | null = null) => {
      const input = { ...(await house.seen(record)), counterpartGone, reason };
      return (await house.ask("admin@acme.test", UNLINK, { input })).data?.["unlinkRecord"];
    };
    expect(await unlink(vendor, false)).toEqual({
      record: null,
      userErrors: [{ code: "COUNTERPART_STILL_THERE", field: ["input", "counterpartGone"] }],
    });
    expect(await unlink(vendor, true)).toEqual({ record: { state: "UNLINKED" }, userErrors: [] });
    expect(await lastReason(house, vendor)).toBe("Vouched for: the counterpart is gone.");
    const other = await house.synced({ feature: "vendor", values: { ...VENDOR.values, number: "V-2" } });
    await unlink(other, true, "It was there twice");
    expect(await lastReason(house, other)).toBe("It was there twice");
  });

  test("approvals end with it: two people agree anew", async () => {
    await house.services.company.update(SEED, "acme", { twoPersonAbove: { minor: 50_000, currency: "USD" } });
    const order = await house.offer(manager, commitment());
    await house.send(approver, order);
    await house.accept((await house.send(second, order)).record);
    expect((await house.record(order.id)).hasFirstApproval).toBe(true);
    expect(await house.services.records.unlink(SEED, await house.seen(order), true, null)).toMatchObject({
      ...{ state: "unlinked", hasFirstApproval: false, firstApproverId: null },
    });
  });
});

describe("where the ledger is asked", () => {
  let place: LedgerHouse;
  let asked: number;
  let meanwhile: () => Promise<unknown>;
  beforeEach(async () => {
    place = await openLedgerHouse();
    asked = 0;
    meanwhile = () => Promise.resolve();
    const connector = Object.create(place.connector, {
      standing: {
        value: async (...given: Parameters<Connector["standing"]>) => {
          asked += 1;
          const standing = await place.connector.standing(...given);
          await meanwhile();
          return standing;
        },
      },
    }) as Connector;
    place.house.services.ledgerRoutes.attach(() => ({ connector, tenancy: TENANCY }));
    await place.foundations();
  }, 60_000);
  afterEach(() => place.ledger.stop());

  const unlink = async (actor: Actor, record: RecordEntity, version?: number) => {
    const seen = await place.house.seen(record);
    const address = { ...seen, expectedVersion: version ?? seen.expectedVersion };
    return place.house.services.records.unlink(actor, address, false, null);
  };

  async function delivered(): Promise<RecordEntity> {
    const order = await place.house.offer(manager, commitment());
    await place.house.send(SEED, order);
    await place.deliver();
    return place.house.record(order.id);
  }

  function change(kind: "PurchaseOrders", { externalId }: RecordEntity, body: object): void {
    const { store } = place.ledger;
    const stored = store.byId(TENANCY.tenantId, kind, externalId ?? "")!;
    const status = "Status" in body ? String(body.Status) : stored.status;
    store.put(TENANCY.tenantId, { ...stored, status, body: { ...stored.body, ...body } });
  }

  test("nobody has it asked who may not unlink, or saw an earlier version", async () => {
    const order = await delivered();
    change("PurchaseOrders", order, { Status: "DELETED" });
    await expect(unlink(reader, order)).rejects.toMatchObject({ decision: { allowed: false } });
    expect(await refusal(unlink(SEED, order, order.version - 1))).toMatchObject({ code: "STALE_EDIT" });
    expect(asked).toBe(0);
    expect(await unlink(SEED, order, order.version)).toMatchObject({ state: "unlinked" });
    expect(asked).toBe(1);
  });

  test("what moved while it was asked stays as it moved", async () => {
    const order = await delivered();
    change("PurchaseOrders", order, { Status: "DELETED" });
    const lines = [{ number: "1", costCode: "05-120", amount: "2000.00" }];
    meanwhile = () => place.house.offer(manager, commitment({ lines }));
    expect(await refusal(unlink(SEED, order))).toMatchObject({ code: "STALE_EDIT" });
    expect(await place.house.record(order.id)).toMatchObject({ state: "awaiting", externalId: order.externalId });
  });

  test("a change order is gone when its lines are, though its order is there", async () => {
    const { house, deliver } = place;
    const order = await delivered();
    const more = await house.offer(manager, changeOrder());
    await house.send(SEED, more);
    await deliver();
    expect(await refusal(unlink(SEED, more))).toMatchObject({ code: "COUNTERPART_STILL_THERE" });
    const held = place.ledger.store.byId(TENANCY.tenantId, "PurchaseOrders", order.externalId ?? "")!;
    const [first] = held.body["LineItems"] as object[];
    change("PurchaseOrders", order, { LineItems: [first] });
    expect(await unlink(SEED, more)).toMatchObject({ state: "unlinked" });
    expect(await refusal(unlink(SEED, order))).toMatchObject({ code: "COUNTERPART_STILL_THERE" });
  });

  test("the call is one of its lane's, waited for a little, and not known while the lane stays busy", async () => {
    const order = await delivered();
    const { database, services } = place.house;
    const lanes: unknown[] = [];
    const look = (busy: (tried: number) => Error | null) => {
      const call = async <T>(lane: unknown, work: () => Promise<T>) => {
        const error = busy(lanes.push(lane));
        if (error) throw error;
        return work();
      };
      return new LedgerCounterparts({ database, ledgers: services.ledgerRoutes, calls: { call } }).look(order);
    };
    expect(await look((tried) => (tried === 1 ? new LaneBusy(null) : null))).toBe("there");
    const { companyId, connectionId: id } = order;
    expect(lanes).toEqual([
      { companyId, id },
      { companyId, id },
    ]);
    expect(await look(() => new LaneBusy(new Date()))).toBe("unknown");
    await expect(look(() => new Error("a defect"))).rejects.toThrow("a defect");
  });
});
