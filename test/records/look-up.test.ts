import { OutboxAttemptEntity } from "../../src/infra/outbox/outbox-attempt.entity";
import type { OfferedItem } from "../../src/records/approval/offering.service";
import { SEED } from "../support/house";
import { openLedgerHouse, TENANCY, type LedgerHouse } from "./ledger-house";
import { changeOrder, CODE, commitment, invoice, PROJECT, VENDOR } from "./record-house";

let at: LedgerHouse;
beforeEach(async () => (at = await openLedgerHouse()), 60_000);
afterEach(() => at.ledger.stop());

const CHAIN: readonly (readonly [string, OfferedItem, "POST" | "PUT"])[] = [
  ["cost code", CODE, "PUT"],
  ["project", PROJECT, "PUT"],
  ["vendor", VENDOR, "PUT"],
  ["commitment", commitment(), "PUT"],
  ["change order", changeOrder(), "POST"],
  ["second change order of the same number", changeOrder({ commitment: "SC-2" }), "POST"],
  ["invoice", invoice(), "PUT"],
  ["invoice of the same number", invoice({ commitment: "SC-2" }), "PUT"],
];

test.each(["before", "after"] as const)(
  "each kind of record arrives once, though every answer is cut off %s",
  async (when) => {
    for (const [, offered, method] of CHAIN) {
      if (offered === CHAIN[4]?.[1]) await sent(commitment({ number: "SC-2" }));
      at.ledger.faults.plan({ fault: { kind: "drop", when }, method, count: 1 });
      expect((await sent(offered)).state).toBe("synced");
    }
    const { store } = at.ledger;
    const kinds = ["Items", "Contacts", "PurchaseOrders", "Invoices"] as const;
    expect(kinds.map((kind) => store.count(TENANCY.tenantId, kind))).toEqual([1, 1, 2, 2]);
    const lines = store
      .list(TENANCY.tenantId, "PurchaseOrders")
      .map(({ body }) => (body["LineItems"] as object[]).length);
    expect(lines).toEqual([2, 2]);
    const attempts = await at.house.database.read().findBy(OutboxAttemptEntity, { outcome: "unknown" });
    expect(attempts).toHaveLength(CHAIN.length);
  },
);

async function sent(offered: OfferedItem) {
  const record = await at.house.offer(SEED, offered);
  await at.house.send(SEED, record);
  await at.deliver();
  return at.house.record(record.id);
}
