import fc from "fast-check";
import { DateTime } from "luxon";
import { isReminderDue, latestDay, remindedFrom } from "../../../src/onboarding/reminders/reminder-time";
import { readWallTime, wallTime } from "../../../src/onboarding/days/wall-time";
import { dayIn } from "../../../src/kernel/days";
import { runs } from "../../policy/runs";

const ZONES = ["Europe/Paris", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];
const zones = fc.constantFrom(...ZONES);
const instants = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2028-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const HOUR = 3_600_000;
const at = (local: string, zone: string) => {
  const read = readWallTime(local, zone);
  if (read.kind !== "once") throw new Error(`${local} is no plain time in ${zone}`);
  return read.instant;
};
const dayBefore = (instant: string, zone: string) =>
  DateTime.fromISO(instant, { zone }).startOf("day").minus({ days: 1 }).toFormat("yyyy-MM-dd");

test("whatever the clocks do, the reminder is for eight o'clock on the day before, on the reader's clocks", () => {
  fc.assert(
    fc.property(zones, instants, (zone, date) => {
      const startsAt = date.toISOString();
      const from = remindedFrom(startsAt, zone);
      expect(wallTime(from, zone)).toBe(`${dayBefore(startsAt, zone)}T08:00`);
      const ahead = (date.getTime() - Date.parse(from)) / HOUR;
      expect(ahead).toBeGreaterThan(14);
      expect(ahead).toBeLessThanOrEqual(41);
    }),
    runs(300),
  );
});

test("it is due from then until the call starts, and never where the call was agreed on its own day", () => {
  fc.assert(
    fc.property(
      zones,
      instants,
      fc.integer({ min: -60, max: 10 }),
      fc.integer({ min: -60, max: -1 }),
      (zone, date, n, a) => {
        const startsAt = date.toISOString();
        const now = new Date(date.getTime() + n * HOUR).toISOString();
        const agreedAt = new Date(date.getTime() + a * HOUR).toISOString();
        const day = (instant: string) => dayIn(zone, instant);
        const wanted = now >= remindedFrom(startsAt, zone) && now < startsAt && day(agreedAt) !== day(startsAt);
        expect(isReminderDue({ startsAt, agreedAt }, zone, now)).toBe(wanted);
      },
    ),
    runs(300),
  );
});

test.each([
  // Clocks go forward in the night to Sunday 28 March 2027, and back on 31 October: the day before has 23 or 25 hours.
  ["Europe/Paris", "2027-03-29T10:00", "2027-03-28T06:00:00.000Z"],
  ["Europe/Paris", "2027-03-28T10:00", "2027-03-27T07:00:00.000Z"],
  ["Europe/Paris", "2027-11-01T00:30", "2027-10-31T07:00:00.000Z"],
  ["America/New_York", "2026-11-02T09:00", "2026-11-01T13:00:00.000Z"],
  ["America/New_York", "2026-11-01T09:00", "2026-10-31T12:00:00.000Z"],
  ["Pacific/Auckland", "2026-09-28T09:00", "2026-09-26T19:00:00.000Z"],
  ["Pacific/Auckland", "2027-04-05T09:00", "2027-04-03T20:00:00.000Z"],
])("in %s a call at %s is told of from %s on", (zone, local, from) => {
  expect(remindedFrom(at(local, zone), zone)).toBe(from);
});

test("no zone has a later day than the one that candidates are looked for by", () => {
  fc.assert(
    fc.property(zones, instants, (zone, date) => {
      const now = date.toISOString();
      expect(dayIn(zone, now) <= latestDay(now)).toBe(true);
    }),
    runs(200),
  );
});
