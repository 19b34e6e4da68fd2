import fc from "fast-check";
import { loadReadiness } from "../../src/records/readiness/readiness-loader";
import { plainNumber } from "../../src/records/readiness/contract-check";
import { unmetText } from "../../src/records/readiness/readiness-texts";
import type { RecordEntity } from "../../src/records/record/record.entity";
import { refusal } from "../support/house";
import { approver, changeOrder, commitment, invoice, manager, RecordHouse, VENDOR } from "./record-house";

/* An invoice beside the contract that it bills: line by line, its vendor, its number, nothing at all. */

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
  await house.foundations();
  const line = (number: string, costCode: string, amount: string) => ({ number, costCode, amount });
  await house.synced({
    feature: "cost_code",
    values: { code: "03-100", description: "Concrete", costType: "materials" },
  });
  await house.synced({ feature: "vendor", values: { ...VENDOR.values, number: "V-2", name: "Concrete Works" } });
  await house.synced(commitment({ lines: [line("1", "05-120", "700.00"), line("2", "03-100", "300.00")] }));
}, 60_000);

const bill = (number: string, lines: readonly (readonly [string, string])[], more: object = {}) =>
  invoice({ number, lines: lines.map(([costCode, amount]) => ({ costCode, amount })), ...more });

async function unmetOf(record: RecordEntity): Promise<string[]> {
  const unmet = (await loadReadiness(house.database.read(), [record])).get(record.id) ?? [];
  return unmet.map(({ code, wanted }) => `${code} ${wanted.join()}`.trim());
}

it("bills a line no further than the order, its change orders and what was billed before leave of it", async () => {
  await house.synced(bill("I-1", [["03-100", "250.00"]]));
  const over = await house.offer(
    manager,
    bill("I-2", [
      ["03-100", "20.00"],
      ["03-100", "30.01"],
      ["05-120", "700.00"],
    ]),
  );
  expect(await unmetOf(over)).toEqual(["OVER_ORDER 750.00 USD", "OVER_ORDER_LINE 03-100,50.00 USD"]);
  await house.synced(changeOrder({ lines: [{ commitmentLine: "2", costCode: "03-100", amount: "0.01" }] }));
  expect(await unmetOf(over)).toEqual([]);
});

it("is of the order's vendor, bills something, and has a number of its own in any spelling", async () => {
  expect(await unmetOf(await house.offer(manager, bill("I-1", [["05-120", "1.00"]], { vendor: "V-2" })))).toEqual([
    "VENDOR_DIFFERS V-2,V-1",
  ]);
  expect(await unmetOf(await house.offer(manager, changeOrder({ vendor: "V-2" })))).toEqual(["VENDOR_DIFFERS V-2,V-1"]);
  expect(await unmetOf(await house.offer(manager, bill("I-2", [["05-120", "0.00"]])))).toEqual(["ZERO_INVOICE"]);
  await house.offer(manager, bill("INV-0007", [["05-120", "1.00"]]));
  const again = await house.offer(manager, bill("inv 7", [["05-120", "1.00"]]));
  expect(await unmetOf(again)).toEqual(["NUMBER_USED_BEFORE INV-0007 (SC-1)"]);
  // Another vendor's number is another number; what was put aside is none.
  expect(await unmetOf(await house.offer(manager, bill("INV7", [["05-120", "1.00"]], { vendor: "V-2" })))).toEqual([
    "VENDOR_DIFFERS V-2,V-1",
  ]);
});

it("what a company has refused is refused, in the reader's language; all else is told only", async () => {
  const zero = await house.offer(manager, bill("I-1", [["05-120", "0.00"]]));
  const choose = (misfits: string) => `mutation { updateCompany(input: { company: "acme", refusedMisfits: [${misfits}],
    expectedVersion: 1 }) { company { refusedMisfits } userErrors { code message } } }`;
  const { data, errors } = await house.ask("admin@acme.test", choose("ZERO_INVOICE, NUMBER_USED_BEFORE"));
  expect(errors).toBeUndefined();
  const refusedMisfits = ["ZERO_INVOICE", "NUMBER_USED_BEFORE"];
  expect(data!["updateCompany"]).toMatchObject({ company: { refusedMisfits }, userErrors: [] });
  expect((await house.trail("acme")).at(-1)).toMatchObject({ after: { refusedMisfits: refusedMisfits.join() } });
  expect(await refusal(house.send(approver, zero))).toEqual({ code: "CONTRACT_MISFIT", field: ["input", "record"] });
  await expect(house.send({ ...approver, locale: "fr" }, zero)).rejects.toThrow(/ne facture rien/);
  const over = await house.offer(manager, bill("I-2", [["03-100", "300.01"]]));
  expect((await house.send(approver, over)).outcome).toBe("sent");
});

it("its fix is one that is not refused: what waits is retrieved first", async () => {
  const zero = await house.offer(manager, bill("I-1", [["05-120", "0.00"]]));
  const [unmet] = (await loadReadiness(house.database.read(), [zero])).get(zero.id) ?? [];
  for (const locale of ["en", "fr"] as const)
    expect(unmetText(unmet!, locale)).toMatchObject({ mutation: "retrieveRecord", fix: expect.any(String) as string });
});

it("spells a number plainly, whatever stands between its letters and digits", () => {
  for (const [one, other] of [
    ["INV-0007", "inv7"],
    ["A/1 00", "a100"],
    ["０１２", "12"],
    ["7.", "7"],
  ] as const)
    expect(plainNumber(one)).toBe(plainNumber(other));
  expect(plainNumber("INV-10")).not.toBe(plainNumber("INV-1"));
  expect(plainNumber("A-1-00")).not.toBe(plainNumber("A-1"));
  fc.assert(fc.property(fc.string(), (text) => plainNumber(plainNumber(text)) === plainNumber(text)));
});
