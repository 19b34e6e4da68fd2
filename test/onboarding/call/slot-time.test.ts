import type { CompanyEntity } from "../../../src/tenant/companies/company.entity";
import { slotTimes, type SlotRequest } from "../../../src/onboarding/calls/call/slot-time";

const AT = "2026-11-24T09:00:00.000Z";
// Egypt changes its clocks in the night to a Friday, which is a working day in California.
const CAIRO = "Africa/Cairo";
const company = (timezone: string) => ({ timezone }) as unknown as CompanyEntity;
const read = (request: SlotRequest, zone: string) =>
  slotTimes([request], { minutes: 60, company: company(zone), at: AT });

test("a time that clocks show twice is the earlier one, and that is said", () => {
  const twice = { localStart: "2027-10-28T23:30", zone: CAIRO };
  const { times, remarks } = read(twice, "America/Los_Angeles");
  expect(times[0]).toMatchObject({ startsAt: "2027-10-28T20:30:00.000Z", endsAt: "2027-10-28T21:30:00.000Z" });
  expect(remarks.map(({ en }) => en)).toEqual([
    "Clocks in Africa/Cairo show 2027-10-28T23:30 twice. The earlier one, 2027-10-28T20:30:00.000Z, was taken; say LATER for 2027-10-28T21:30:00.000Z.",
  ]);
  const later = read({ ...twice, fold: "later" }, "America/Los_Angeles");
  expect([later.times[0]!.startsAt, later.remarks]).toEqual(["2027-10-28T21:30:00.000Z", []]);
  expect(read({ ...twice, fold: "earlier" }, "America/Los_Angeles").remarks).toEqual([]);
});

test("a time that no clock shows is refused with those that would do", () => {
  expect(() => read({ localStart: "2027-04-30T00:30", zone: CAIRO }, "America/Los_Angeles")).toThrow(
    "Clocks in Africa/Cairo are set forward over 2027-04-30T00:30: 2027-04-29T23:30 or 2027-04-30T01:30 would do.",
  );
});

test.each([
  // The same wall time before and after a change is in working hours both times, an hour apart by UTC.
  ["Europe/Paris", "2027-03-26T09:00", "2027-03-26T08:00:00.000Z"],
  ["Europe/Paris", "2027-03-29T09:00", "2027-03-29T07:00:00.000Z"],
  ["America/New_York", "2027-03-12T17:00", "2027-03-12T22:00:00.000Z"],
  ["America/New_York", "2027-03-15T17:00", "2027-03-15T21:00:00.000Z"],
  ["Pacific/Auckland", "2027-04-02T09:00", "2027-04-01T20:00:00.000Z"],
  ["Pacific/Auckland", "2027-04-05T09:00", "2027-04-04T21:00:00.000Z"],
])("%s, %s lies within working hours", (zone, localStart, startsAt) => {
  expect(read({ localStart, zone }, zone).times).toMatchObject([{ startsAt }]);
});

test("a time that suits the writer's clocks may be after the company's hours for one week of the year", () => {
  const three = (day: string) => () => read({ localStart: `${day}T14:00`, zone: "Europe/Paris" }, "America/New_York");
  // Between the changes of America and Europe two in Paris is nine in New York; else it is eight.
  expect(three("2027-03-15")).not.toThrow();
  expect(three("2027-03-29")).toThrow("2027-03-29T08:00 to 09:00 at the company's place is outside working hours");
});
