import fc from "fast-check";
import { DateTime } from "luxon";
import { dayNow, digestDayOf } from "../../../src/records/digest/digest-time";
import { runs } from "../../policy/runs";

const at = (text: string, zone: string) => DateTime.fromISO(text, { zone }).toJSDate();

test.each([
  ["2026-11-24T06:59:59", null],
  ["2026-11-24T07:00:00", "2026-11-24"],
  ["2026-11-24T11:59:59", "2026-11-24"],
  ["2026-11-24T12:00:00", null],
  ["2026-11-28T07:00:00", null],
  ["2026-11-29T07:00:00", null],
  ["2026-11-30T07:00:00", "2026-11-30"],
])("at %s in Paris the digest of %s is due", (local, day) => {
  expect(digestDayOf(at(local, "Europe/Paris"), { zone: "Europe/Paris", hour: 7, lastDay: null })).toBe(day);
});

test("the day is the reader's, not the server's", () => {
  const now = new Date("2026-11-23T18:30:00.000Z");
  expect(digestDayOf(now, { zone: "Pacific/Auckland", hour: 7, lastDay: null })).toBe("2026-11-24");
  expect(digestDayOf(now, { zone: "Europe/Paris", hour: 7, lastDay: null })).toBeNull();
});

// Summer time begins or ends within these weeks in at least one of the zones.
const ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Cairo"];
const WEEKS = ["2026-03-02", "2026-03-23", "2026-03-30", "2026-04-20", "2026-09-21", "2026-10-19", "2026-10-26"];

test("whatever clocks do, each working day is due exactly once, if somebody looks every minute or two", () => {
  const property = fc.property(
    fc.constantFrom(...ZONES),
    fc.constantFrom(...WEEKS),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 1, max: 50 }),
    (zone, monday, hour, everyMinutes) => {
      const start = at(`${monday}T00:00:00`, zone).getTime();
      const end = at(`${monday}T00:00:00`, zone).getTime() + 9 * 86_400_000;
      const days: string[] = [];
      for (let now = start; now < end; now += everyMinutes * 60_000) {
        const day = digestDayOf(new Date(now), { zone, hour, lastDay: days.at(-1) ?? null });
        if (day !== null) days.push(day);
      }
      const first = DateTime.fromISO(monday, { zone });
      const wanted = [0, 1, 2, 3, 4, 7].map((count) => first.plus({ days: count }).toFormat("yyyy-MM-dd"));
      expect(days.filter((day) => day <= wanted[5]!)).toEqual(wanted);
      expect(days.every((day, index) => index === 0 || days[index - 1]! < day)).toBe(true);
    },
  );
  fc.assert(property, runs(60));
});

test("who moves to where it is still yesterday is not told twice", () => {
  const now = new Date("2026-11-24T15:30:00.000Z");
  expect(dayNow(now, "America/Los_Angeles")).toBe("2026-11-24");
  expect(digestDayOf(now, { zone: "America/Los_Angeles", hour: 7, lastDay: "2026-11-24" })).toBeNull();
  expect(digestDayOf(now, { zone: "America/Los_Angeles", hour: 7, lastDay: "2026-11-23" })).toBe("2026-11-24");
});
