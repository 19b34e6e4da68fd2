import fc from "fast-check";
import { isZone } from "../../../src/tenant/companies/time-zone";
import { isDay } from "../../../src/kernel/days";
import { readWallTime, timeInWords, wallTime } from "../../../src/onboarding/days/wall-time";
import { outsideWorkingHours } from "../../../src/onboarding/days/working-hours";
import { runs } from "../../policy/runs";

describe("around a change of hour", () => {
  test.each([
    ["Europe/Paris", "2026-03-29T02:30", "2026-03-29T01:30", "2026-03-29T03:30"],
    ["America/New_York", "2027-03-14T02:15", "2027-03-14T01:15", "2027-03-14T03:15"],
    ["Pacific/Auckland", "2026-09-27T02:00", "2026-09-27T01:00", "2026-09-27T03:00"],
    // Half an hour only.
    ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T01:45", "2026-10-04T02:45"],
  ])("%s never shows %s", (zone, local, before, after) => {
    expect(readWallTime(local, zone)).toEqual({ kind: "never", before, after });
    for (const other of [before, after]) expect(readWallTime(other, zone).kind).toBe("once");
  });

  test.each([
    ["Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
    ["America/New_York", "2026-11-01T01:00", "2026-11-01T05:00:00.000Z", "2026-11-01T06:00:00.000Z"],
    ["Pacific/Auckland", "2027-04-04T02:59", "2027-04-03T13:59:00.000Z", "2027-04-03T14:59:00.000Z"],
  ])("%s shows %s twice", (zone, local, earlier, later) => {
    expect(readWallTime(local, zone)).toEqual({ kind: "twice", earlier, later });
  });

  test.each([
    // The same hour of the morning on the Friday before and on the Monday after.
    ["Europe/Paris", "2026-03-27T10:00", "2026-03-27T09:00:00.000Z"],
    ["Europe/Paris", "2026-03-30T10:00", "2026-03-30T08:00:00.000Z"],
    ["America/New_York", "2026-10-30T10:00", "2026-10-30T14:00:00.000Z"],
    ["America/New_York", "2026-11-02T10:00", "2026-11-02T15:00:00.000Z"],
    ["Pacific/Auckland", "2026-09-25T10:00", "2026-09-24T22:00:00.000Z"],
    ["Pacific/Auckland", "2026-09-28T10:00", "2026-09-27T21:00:00.000Z"],
    // The minute before and the first minute after.
    ["Europe/Paris", "2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["Europe/Paris", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
  ])("%s, %s is one instant", (zone, local, instant) => {
    expect(readWallTime(local, zone)).toEqual({ kind: "once", instant });
    expect(wallTime(instant, zone)).toBe(local);
  });

  test("between the changes of Europe and America a call lies an hour nearer", () => {
    const paris = (local: string) => {
      const read = readWallTime(local, "Europe/Paris");
      return read.kind === "once" ? wallTime(read.instant, "America/New_York") : read;
    };
    expect(paris("2026-10-23T15:00")).toBe("2026-10-23T09:00");
    expect(paris("2026-10-28T15:00")).toBe("2026-10-28T10:00");
    expect(paris("2026-11-04T15:00")).toBe("2026-11-04T09:00");
  });
});

test("any instant is among the readings of what the clock shows at it, and a time that never comes has neighbours", () => {
  const zones = ["Europe/Paris", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];
  const minute = fc.integer({ min: Date.UTC(2025, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), (at, zone) => {
      const instant = new Date(at * 60_000).toISOString();
      const read = readWallTime(wallTime(instant, zone), zone);
      expect(Object.values(read)).toContain(instant);
      const asked = readWallTime(instant.slice(0, 16), zone);
      if (asked.kind === "never") expect(asked.before < asked.after).toBe(true);
      if (asked.kind === "once") expect(wallTime(asked.instant, zone)).toBe(instant.slice(0, 16));
    }),
    runs(2000),
  );
});

test.each(["2026-02-29T10:00", "2026-13-01T10:00", "2026-12-01 10:00", "2026-12-01T25:00", "2026-12-01T10:00Z", "x"])(
  "%s is no wall time",
  (text) => expect(readWallTime(text, "Europe/Paris")).toEqual({ kind: "malformed" }),
);

test("zones are those of the IANA database", () => {
  expect(["Europe/Paris", "America/Argentina/Buenos_Aires", "UTC"].filter(isZone)).toHaveLength(3);
  expect(["", "Paris", "+02:00", "UTC+3", "Europe/Atlantis", "Europe/Paris; DROP"].filter(isZone)).toEqual([]);
});

test("days are days of the calendar", () => {
  expect(["2028-02-29", "2026-12-31"].filter(isDay)).toHaveLength(2);
  expect(["2026-02-29", "2026-1-1", "2026-12-01T10:00", ""].filter(isDay)).toEqual([]);
});

test("a time in words, in both languages", () => {
  const instant = "2026-12-01T09:00:00.000Z";
  expect(timeInWords(instant, "Europe/Paris", "en")).toBe("Tuesday 1 December 2026, 10:00 (Europe/Paris)");
  expect(timeInWords(instant, "America/New_York", "fr")).toBe("mardi 1 décembre 2026, 04:00 (America/New_York)");
});

describe("working hours are those of the company's place", () => {
  const hour = (startsAt: string) => ({ startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString() });
  test.each([
    ["2026-12-01T08:00:00.000Z", "Europe/Paris", null],
    ["2026-12-01T07:59:00.000Z", "Europe/Paris", "too_early"],
    ["2026-12-01T16:00:00.000Z", "Europe/Paris", null],
    ["2026-12-01T16:01:00.000Z", "Europe/Paris", "too_late"],
    ["2026-12-01T09:00:00.000Z", "America/New_York", "too_early"],
    // Sunday evening in Europe is Monday morning in New Zealand, and Friday evening is Saturday.
    ["2026-12-06T21:00:00.000Z", "Pacific/Auckland", null],
    ["2026-12-04T20:00:00.000Z", "Pacific/Auckland", "weekend"],
    ["2026-12-05T12:00:00.000Z", "Europe/Paris", "weekend"],
    // Past midnight.
    ["2026-12-01T22:30:00.000Z", "Europe/Paris", "too_late"],
    // Paris leaves summer time on the Sunday between: nine o'clock comes an hour later by UTC.
    ["2026-10-23T07:00:00.000Z", "Europe/Paris", null],
    ["2026-10-26T07:00:00.000Z", "Europe/Paris", "too_early"],
    ["2026-10-26T08:00:00.000Z", "Europe/Paris", null],
  ])("an hour from %s in %s: %s", (startsAt, zone, expected) => {
    expect(outsideWorkingHours(hour(startsAt), zone)).toBe(expected);
  });
});
