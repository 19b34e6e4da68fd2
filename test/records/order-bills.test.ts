import { loadReadiness } from "../../src/records/readiness/readiness-loader";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { refusal, SEED } from "../support/house";
import { approver, changeOrder, commitment, invoice, manager, RecordHouse } from "./record-house";

/* What an invoice may still bill of its purchase order, and in which currency. */

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  await house.foundations();
  await house.synced(commitment());
}, 60_000);

const bill = (number: string, amount: string, more: object = {}) =>
  invoice({ number, lines: [{ costCode: "05-120", amount }], ...more });

async function unmetOf(record: RecordEntity): Promise<string[]> {
  const unmet = (await loadReadiness(house.database.read(), [record])).get(record.id) ?? [];
  return unmet.map(({ code, wanted }) => `${code} ${wanted.join()}`);
}

it("is told before it is sent, and sent all the same where the company has not chosen otherwise", async () => {
  await house.synced(bill("I-1", "700.00"));
  const over = await house.offer(manager, bill("I-2", "300.01"));
  expect(await unmetOf(over)).toEqual(["OVER_ORDER 300.00 USD", "OVER_ORDER_LINE 05-120,300.00 USD"]);
  expect(await unmetOf(await house.offer(manager, bill("I-3", "300.00")))).toEqual([]);
  expect((await house.send(approver, over)).outcome).toBe("sent");
  expect(await unmetOf(await house.offer(manager, bill("I-4", "0.01")))).toEqual([
    "OVER_ORDER -0.01 USD",
    "OVER_ORDER_LINE 05-120,-0.01 USD",
  ]);
});

it("is refused where the company has chosen so, until a change order adds to the order", async () => {
  const choice = `mutation { updateCompany(input: { company: "acme", expectedVersion: 1,
    contractControl: [{ misfit: OVER_ORDER, response: REFUSE }] }) { userErrors { code message } } }`;
  const { data, errors } = await house.ask("admin@acme.test", choice);
  expect(errors).toBeUndefined();
  expect(data!["updateCompany"]).toMatchObject({ userErrors: [] });
  expect((await house.trail("acme")).at(-1)).toMatchObject({ after: { contractControl: "OVER_ORDER:refuse" } });
  const over = await house.offer(manager, bill("I-1", "1050.00"));
  await expect(house.send(approver, over)).rejects.toMatchObject({ decision: { code: "CONTRACT_MISFIT" } });
  await expect(house.send({ ...approver, locale: "fr" }, over)).rejects.toThrow(/reste de son bon de commande/);
  await house.synced(changeOrder());
  expect(await unmetOf(over)).toEqual([]);
  expect((await house.send(approver, over)).outcome).toBe("sent");
});

it("a change order in another currency than its order is refused: its lines would count in the order's", async () => {
  const change = await house.offer(manager, changeOrder({ currency: "EUR" }));
  expect(await unmetOf(change)).toEqual(["ORDER_CURRENCY EUR,USD"]);
  expect(await refusal(house.send(approver, change))).toEqual({ code: "ORDER_CURRENCY", field: ["input", "record"] });
  const other = await house.offer(manager, bill("I-1", "1.00", { currency: "EUR" }));
  expect(await unmetOf(other)).toEqual(["ORDER_CURRENCY EUR,USD"]);
});

it("of an order that the ledger does not hold nothing is known yet", async () => {
  await house.offer(SEED, commitment({ number: "SC-9" }));
  const early = await house.offer(manager, bill("I-1", "9999.00", { commitment: "SC-9" }));
  expect((await unmetOf(early)).some((one) => one.startsWith("OVER_ORDER"))).toBe(false);
});
