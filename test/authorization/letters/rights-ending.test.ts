import { person, SEED } from "../../support/house";
import { ADMIN, BRUNO, forget, letterHouse, told } from "./letter-house";

/* Runs on either database. */

const admin = person(ADMIN);
/** The end of 31 December in New York. */
const END = "2027-01-01T05:00:00.000Z";

async function granted(...grants: readonly object[]) {
  const house = await letterHouse();
  for (const one of grants)
    await house.services.grant.give(admin, "acme", { member: BRUNO, feature: "commitment", ...one } as never);
  await forget(house);
  /** What is written at that instant and was not before. */
  const at = async (instant: string) => {
    house.clock.set(instant);
    const before = (await told(house)).length;
    await house.services.rightsEnding.run();
    await house.services.rightsEnding.run();
    return (await told(house)).slice(before);
  };
  return { house, at };
}

test("holder and grantors hear seven days before and one day before, once each, of the company's last day", async () => {
  const { at } = await granted({ validUntil: END }, { feature: "vendor", validUntil: END });
  expect(await at("2026-12-25T04:59:59.000Z")).toEqual([]);
  expect(await at("2026-12-25T05:00:00.000Z")).toEqual([
    expect.stringMatching(
      /^rights_ending to admin@acme.test: [^]*could give anew[^]*31 December 2026[^]*- Bruno: Granted: send commitments/,
    ),
    expect.stringMatching(
      /^rights_ending to bruno@acme.test: [^]*until 31 December 2026[^]*- Granted: send commitments[^]*- Granted: send vendors/,
    ),
  ]);
  expect(await at("2026-12-28T05:00:00.000Z")).toEqual([]);
  expect(await at("2026-12-31T05:00:00.000Z")).toHaveLength(2);
  expect(await at("2027-01-01T05:00:00.000Z")).toEqual([]);
});

test("whoever looks for the first time on the last day hears once, not of both calls", async () => {
  const { at } = await granted({ validUntil: END });
  expect(await at("2026-12-31T12:00:00.000Z")).toHaveLength(2);
});

test("days are the company's, also where its clocks are set between", async () => {
  // The end of 9 November in New York, where clocks are set back on the seventh.
  const { at } = await granted({ validUntil: "2027-11-10T05:00:00.000Z" });
  expect(await at("2027-11-03T03:59:59.000Z")).toEqual([]);
  expect(await at("2027-11-03T04:00:00.000Z")).toHaveLength(2);
});

test("assignments of vendor staff are told as well, unless another one goes on", async () => {
  const { house, at } = await granted();
  await house.services.company.addVendorStaff(SEED, { email: "point@vendor.test", name: "Point" });
  const staff = { role: "point_of_contact", until: END } as const;
  await house.services.staff.assign(admin, "acme", { ...staff, email: "point@vendor.test" });
  await forget(house);
  expect(await at("2026-12-25T05:00:00.000Z")).toEqual([
    expect.stringMatching(/^rights_ending to admin@acme.test: [^]*could give anew[^]*Vendor staff, point of contact/),
    expect.stringMatching(/^rights_ending to point@vendor.test: [^]*until 31 December 2026[^]*- Vendor staff/),
  ]);
  await house.services.staff.assign(admin, "acme", { email: "point@vendor.test", role: "specialist" });
  await forget(house);
  expect(await at("2026-12-31T05:00:00.000Z")).toEqual([]);
});

test("what was given for less than that is no news, nor what goes on by another grant, nor what is revoked", async () => {
  const { house, at } = await granted(
    { validUntil: "2026-11-29T00:00:00.000Z" },
    { feature: "vendor", validUntil: END },
    { feature: "vendor", validUntil: "2027-06-01T00:00:00.000Z" },
  );
  expect(await at("2026-11-24T09:30:00.000Z")).toEqual([]);
  expect(await at("2026-12-26T00:00:00.000Z")).toEqual([]);
  const { grant } = await house.services.grant.give(admin, "acme", {
    ...{ member: BRUNO, feature: "project", validUntil: "2027-02-01T00:00:00.000Z" },
  });
  await house.services.grant.revoke(admin, "acme", grant.id, "Given by mistake");
  await forget(house);
  expect(await at("2027-01-28T00:00:00.000Z")).toEqual([]);
});

test("a narrower grant that lasts longer does not keep the wider one from ending", async () => {
  const { at } = await granted({ validUntil: END }, { projects: ["P-1"], validUntil: "2027-06-01T00:00:00.000Z" });
  expect(await at("2026-12-26T00:00:00.000Z")).toHaveLength(2);
});
