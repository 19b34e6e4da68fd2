import { amountLines, doubtfulAmounts } from "../../src/cli/amounts/amounts";
import { recountAmounts } from "../../src/cli/amounts/recount";
import { invoice, RecordHouse } from "../records/record-house";
import { SEED } from "../support/house";

/** Stored by a release that took the digits of its runtime's locale data. */
async function stored(house: RecordHouse, currency: string, lines: readonly string[], minor: number): Promise<string> {
  const offered = invoice({ number: `${currency}-${minor}`, currency, lines: lines.map((amount) => ({ amount })) });
  const { id } = await house.offer(SEED, offered);
  await house.database.write(async (manager) => {
    await manager.query(
      `UPDATE "erp_record" SET "amountMinor" = ${minor}, "paidMinor" = ${minor} WHERE "id" = '${id}'`,
    );
  });
  return id;
}

test("stored amounts of both kinds are counted anew from their texts, and what has none is reported", async () => {
  const house = await RecordHouse.open();
  const ids = [
    await stored(house, "HUF", ["10000", "500"], 10_500),
    await stored(house, "HUF", ["10000", "500"], 1_050_000),
    await stored(house, "IQD", ["1000"], 1000),
    await stored(house, "USD", ["10.50"], 1050),
  ];
  const { approver } = house.services;
  await approver.designate(SEED, "acme", {
    member: "manager@acme.test",
    features: [{ feature: "commitment", ceiling: { minor: 10_000, currency: "HUF" } }],
    reason: "Named",
  });
  await house.database.write(async (manager) => {
    await manager.query(
      `UPDATE "company" SET "twoPersonAboveMinor" = 5000, "twoPersonAboveCurrency" = 'HUF' WHERE "slug" = 'acme'`,
    );
    expect(await recountAmounts(manager)).toBe(2);
  });
  const amounts = await Promise.all(ids.map((id) => house.record(id)));
  expect(amounts.map(({ amountMinor, paidMinor }) => [amountMinor, paidMinor])).toEqual([
    [1_050_000, 1_050_000],
    [1_050_000, 1_050_000],
    [1_000_000, 1_000_000],
    [1050, 1050],
  ]);
  const lines: string[] = [];
  for await (const line of amountLines(await doubtfulAmounts(house.database.read()))) lines.push(line);
  expect(lines.map((line) => line.replace(/[0-9a-f-]{36}/g, "ID"))).toEqual([
    "2 amounts are in currencies that an older release counted in other digits.\n",
    "acme: the two-person amount ID is read as 50.00 HUF; if 5000 HUF was meant, set it with updateCompany.\n",
    "acme: the ceiling of grant ID is read as 100.00 HUF; if 10000 HUF was meant, revoke it and give it anew.\n",
  ]);
});
