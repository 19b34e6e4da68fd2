import fc from "fast-check";
import { readInstant } from "../../src/kernel/clock";
import { runs } from "../policy/runs";

/* What people write for an instant, and what is kept of it. */

describe("An instant as people write it", () => {
  test.each([
    ["2026-11-24", "2026-11-24T00:00:00.000Z"],
    ["2026-11-24T09:00Z", "2026-11-24T09:00:00.000Z"],
    ["2026-11-24T09:00:00.123456789Z", "2026-11-24T09:00:00.123Z"],
    ["2026-11-24T09:00:00+01:00", "2026-11-24T08:00:00.000Z"],
    ["2028-02-29", "2028-02-29T00:00:00.000Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"],
  ])("%s is kept as %s", (text, kept) => {
    expect(readInstant(text)).toBe(kept);
  });

  test.each([
    ...["2026-02-30", "2026-02-30T00:00:00Z", "2027-02-29T00:00:00Z", "2026-13-01", "2026-11-24T25:00:00Z"],
    ...["2026-11-24T09:00:00", "2026-11-24 09:00Z", "24.11.2026", "1764000000", "", "now"],
    // They exist, but in a year of more digits, whose text does not sort.
    ...["9999-12-31T23:59:59-14:00", "0000-01-01T00:00:00+14:00", "+010000-01-01T00:00:00Z"],
  ])("%j is none", (text) => {
    expect(readInstant(text)).toBeNull();
  });

  test("what is kept sorts as text, and is kept as it is", () => {
    const date = fc.date({
      min: new Date("0000-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [a, b] = [readInstant(one.toISOString())!, readInstant(other.toISOString())!];
        expect(a).toBe(one.toISOString());
        expect(a < b).toBe(one.getTime() < other.getTime());
      }),
      runs(200),
    );
  });
});
