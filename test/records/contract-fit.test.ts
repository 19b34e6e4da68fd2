import { RecordEntity } from "../../src/records/record/record.entity";
import { SEED } from "../support/house";
import { changeOrder, commitment, invoice, RecordHouse, VENDOR } from "./record-house";

/* What is kept of how a record fits its contract, while it travels and when its project changes its books. */

let house: RecordHouse;
beforeEach(async () => {
  house = await RecordHouse.open();
}, 60_000);

const misfitsOf = async ({ id }: RecordEntity) => (await house.record(id)).misfits;

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
