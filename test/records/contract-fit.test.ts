import { RecordEntity } from "../../src/records/record/record.entity";
import { SEED } from "../support/house";
import { approver, changeOrder, commitment, invoice, LEDGER, manager, RecordHouse, VENDOR } from "./record-house";

/* What is kept of how a record fits its contract, while it travels and when its project changes its books. */

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
}, 60_000);

const misfitsOf = async ({ id }: RecordEntity) => (await house.record(id)).misfits;

it("keeps them of what is on its way, whatever is billed meanwhile", async () => {
  await house.foundations();
  await house.synced(commitment());
  await house.services.company.update(SEED, "acme", {
    contractControl: [{ misfit: "NUMBER_USED_BEFORE", response: "refuse" }],
  });
  const first = await house.offer(manager, invoice({ number: "INV-7" }));
  await house.send(approver, first);
  const second = await house.offer(manager, invoice({ number: "inv 7" }));
  const { companyId, id: recordId, revision } = first;
  const sent = { companyId, recordId, revision };
  const { recordOutcomes } = house.services;
  const stale = await recordOutcomes.unanswered(LEDGER, sent, { code: "OUTCOME_UNKNOWN", text: "No answer" });
  expect(stale).toMatchObject({ state: "stale", misfits: "," });
  // It was looked up and is not there: it may go out.
  expect(await recordOutcomes.recheck({ companyId, recordId })).toMatchObject({ allowed: true });
  await recordOutcomes.retried(LEDGER, sent);
  expect(await misfitsOf(first)).toBe(",");
  await house.accept(first);
  expect(await misfitsOf(first)).toBe(",");
  expect(await misfitsOf(second)).toBe(",NUMBER_USED_BEFORE,");
});

it.each(["the order first", "what hangs on it first"])(
  "knows them of a project that is bound anew, %s",
  async (which) => {
    const { connection, projectBinding } = house.services;
    await connection.add(SEED, "acme", {
      name: "Acme Pty",
      edition: "established",
      country: "US",
      status: "authorised",
    });
    await house.offer(SEED, VENDOR);
    await house.offer(SEED, { ...VENDOR, values: { ...VENDOR.values, number: "V-2", name: "Concrete Works" } });
    const offers = [commitment(), invoice({ vendor: "V-2" }), changeOrder({ vendor: "V-2" })];
    if (which !== "the order first") offers.reverse();
    const made: RecordEntity[] = [];
    for (const offered of offers) made.push(await house.offer(SEED, offered));
    const hanging = made.filter(({ feature }) => feature !== "commitment");
    const stored = () => Promise.all(hanging.map(misfitsOf));
    expect(await stored()).toEqual([",VENDOR_DIFFERS,", ",VENDOR_DIFFERS,"]);
    for (const name of ["Acme Pty", null]) {
      await projectBinding.bind(SEED, "acme", { project: "P-1", connection: name });
      expect(await stored()).toEqual([",VENDOR_DIFFERS,", ",VENDOR_DIFFERS,"]);
    }
  },
);
