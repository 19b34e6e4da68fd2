import { loadReadiness } from "../../src/records/readiness/readiness-loader";
import { keepSnapshot } from "../../src/records/delivery/snapshots";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { refusal, SEED } from "../support/house";
import { approver, changeOrder, commitment, manager, RecordHouse } from "./record-house";

/* What a deduction leaves of its purchase order: never less than nothing. */

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  await house.foundations();
}, 60_000);

const lines = (amount: string) => [{ commitmentLine: "1", costCode: "05-120", amount }];
const ordered = (amount: string, more: object = {}) =>
  commitment({ lines: [{ number: "1", costCode: "05-120", amount }], ...more });
const deduction = (number: string, amount: string) => changeOrder({ number, lines: lines(amount) });

async function unmetOf(record: RecordEntity): Promise<string[]> {
  const unmet = (await loadReadiness(house.database.read(), [record])).get(record.id) ?? [];
  return unmet.map(({ code, wanted }) => `${code} ${wanted.join()}`);
}

it("lets a deduction take all of an order, and not a cent more", async () => {
  await house.synced(ordered("1000.00"));
  const all = await house.offer(manager, deduction("CO-1", "-1000.00"));
  const more = await house.offer(manager, deduction("CO-2", "-1000.01"));
  expect(await unmetOf(all)).toEqual([]);
  expect(await unmetOf(more)).toEqual(["ORDER_BELOW_ZERO -0.01 USD"]);
  expect(await refusal(house.send(approver, more))).toEqual({ code: "ORDER_BELOW_ZERO", field: ["input", "record"] });
  expect((await house.record(more.id)).state).toBe("awaiting");
  expect((await house.send(approver, all)).record.state).toBe("exporting");
});

it("counts what is on its way and what the ERP holds, and not what waits or was refused", async () => {
  await house.synced(ordered("1000.00"));
  const first = await house.offer(manager, deduction("CO-1", "-600.00"));
  const second = await house.offer(manager, deduction("CO-2", "-600.00"));
  await house.send(approver, first);
  expect(await refusal(house.send(approver, second))).toMatchObject({ code: "ORDER_BELOW_ZERO" });
  await house.accept(await house.record(first.id));
  expect(await refusal(house.send(approver, second))).toMatchObject({ code: "ORDER_BELOW_ZERO" });
  await house.synced(changeOrder({ number: "CO-3", lines: lines("200.00") }));
  expect(await unmetOf(await house.record(second.id))).toEqual([]);
  expect((await house.send(approver, second)).outcome).toBe("sent");
});

it("says so in the person's language, and gives no first approval either", async () => {
  const twoPersonAbove = { minor: 100, currency: "USD" };
  await house.services.company.update(SEED, "acme", { twoPersonAbove });
  await house.synced(ordered("10.00"));
  const more = await house.offer(manager, deduction("CO-1", "-20.00"));
  const french = { ...approver, locale: "fr" } as const;
  await expect(house.send(french, more)).rejects.toThrow(/le bon de commande tomberait à -10,00/);
  expect((await house.record(more.id)).firstApproverId).toBeNull();
});

it("holds a lowered order to what its change orders took, and counts an order offered anew as the ERP has it", async () => {
  const order = await house.synced(ordered("1000.00"));
  // As the relay does once the ledger has taken it.
  await house.database.write((one) => keepSnapshot(one, order, "https://ledgergate.test", order.updatedAt));
  await house.synced(deduction("CO-1", "-600.00"));
  await house.offer(manager, ordered("500.00"));
  expect(await unmetOf(await house.record(order.id))).toEqual(["ORDER_BELOW_ZERO -100.00 USD"]);
  expect(await refusal(house.send(approver, order))).toMatchObject({ code: "ORDER_BELOW_ZERO" });
  await house.services.records.reject(approver, await house.seen(order), null);
  await house.offer(manager, ordered("9000.00"));
  // The ERP still has the order of 1,000.
  const more = await house.offer(manager, deduction("CO-2", "-500.00"));
  expect(await refusal(house.send(approver, more))).toMatchObject({ code: "ORDER_BELOW_ZERO" });
});

it("asks again before what failed is tried once more", async () => {
  await house.synced(ordered("1000.00"));
  const failed = await house.offer(manager, deduction("CO-1", "-800.00"));
  const { record } = await house.send(approver, failed);
  const { companyId, id: recordId, revision } = record;
  await house.services.recordOutcomes.refused(
    { kind: "system", id: "ledger", name: "ledger" },
    { companyId, recordId, revision },
    { code: "PERIOD_LOCKED", text: "locked" },
  );
  await house.synced(deduction("CO-2", "-800.00"));
  expect(await refusal(house.services.retries.retry(approver, await house.seen(failed)))).toMatchObject({
    code: "ORDER_BELOW_ZERO",
  });
});
