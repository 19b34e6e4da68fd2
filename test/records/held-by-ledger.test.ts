import { RecordEntity } from "../../src/records/record/record.entity";
import { UnfitItem, type OfferedItem } from "../../src/records/approval/offering.service";
import { loadReadiness } from "../../src/records/readiness/readiness-loader";
import { SEED } from "../support/house";
import { BooksHouse } from "./books-house";
import { changeOrder, commitment, invoice, PROJECT, VENDOR } from "./record-house";

let at: BooksHouse;
beforeEach(async () => (at = await BooksHouse.open()), 60_000);
afterEach(() => at.close());

async function refusedFields(offered: OfferedItem): Promise<string[]> {
  const error: unknown = await at.house.offer(SEED, offered).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UnfitItem)) throw new Error(`It was taken, or failed otherwise: ${String(error)}`);
  return error.faults.map(({ field, code }) => `${field.join(".")} ${code}`);
}

test("what the ledger cannot hold is told when it is offered, at its own field", async () => {
  const lines = (values: object) => [{ number: "1", costCode: "05-120", amount: "1", ...values }];
  expect(await refusedFields(commitment({ date: "0202-10-01" }))).toEqual(["date DAY_NOT_HELD"]);
  for (const billingDate of ["2099-12-20", "9999-12-20"])
    expect(await refusedFields(invoice({ billingDate }))).toEqual(["billingDate DAY_NOT_HELD"]);
  const crane = commitment({ title: "Crane \u{1f3d7}" });
  expect(await refusedFields(crane)).toEqual(["lines.0.description CHARACTERS_NOT_HELD"]);
  const thousandths = commitment({ currency: "KWD", lines: lines({ amount: "1.005" }) });
  expect(await refusedFields(thousandths)).toEqual(["lines.0.amount DIGITS_NOT_HELD"]);
  const long = [{ commitmentLine: "1", costCode: "05-120", amount: "1", description: "x".repeat(3990) }];
  expect(await refusedFields(changeOrder({ lines: long }))).toEqual(["lines.0.description TOO_LONG"]);
  const vendor = { ...VENDOR, values: { ...VENDOR.values, name: "A <b>", country: "C\u00f4te" } };
  expect(await refusedFields(vendor)).toEqual(["name CHARACTERS_NOT_HELD", "country CHARACTERS_NOT_HELD"]);
});

test("a project's own name counts, and a shorter one can be given", async () => {
  const code = "P-9";
  const name = "A name of a project that is longer than fifty characters";
  await at.house.services.project.add(SEED, "acme", { code, name });
  const project = { ...PROJECT, values: { ...PROJECT.values, project: code } };
  expect(await refusedFields(project)).toEqual(["name TOO_LONG"]);
  const shorter = { ...project, values: { ...project.values, name: "A shorter name" } };
  expect(await at.house.offer(SEED, shorter)).toMatchObject({ state: "awaiting", title: "A shorter name" });
});

test("what was stored before is told by readiness, and does not leave", async () => {
  await at.foundations();
  const order = await at.house.offer(SEED, commitment());
  const old = { documentDate: "0202-10-01T00:00:00.000Z" };
  await at.house.database.write((writer) => writer.update(RecordEntity, { id: order.id }, old));
  const stored = await at.house.record(order.id);
  const unmet = (await loadReadiness(at.house.database.read(), [stored])).get(order.id);
  expect(unmet).toMatchObject([{ code: "NOT_HELD_BY_ERP", wanted: ["date"] }]);
  await at.house.send(SEED, stored);
  await at.deliver();
  expect(await at.house.record(order.id)).toMatchObject({ state: "failed", failureCode: "NOT_HELD_BY_LEDGER" });
});
