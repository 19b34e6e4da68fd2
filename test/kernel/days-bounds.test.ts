import fc from "fast-check";
import { endInWords, endOfDay, isDay, readEnd, readStart, startInWords, startOfDay } from "../../src/kernel/days";
import { isInstant } from "../../src/kernel/clock";

test("every day that is taken begins and ends at an instant that can be kept, in any zone", () => {
  const year = fc.constantFrom("0000", "0001", "0002", "1582", "2026", "9998", "9999");
  const day = fc.tuple(year, fc.constantFrom("01-01", "01-02", "02-29", "12-28", "12-29", "12-30", "12-31"));
  const zone = fc.constantFrom("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris", "UTC");
  fc.assert(
    fc.property(day, zone, (parts, where) => {
      const text = parts.join("-");
      if (!isDay(text)) return;
      for (const instant of [startOfDay(where, text), endOfDay(where, text)]) expect(isInstant(instant)).toBe(true);
    }),
  );
  expect(["9999-12-31", "0000-02-29", "2026-02-29"].filter(isDay)).toEqual([]);
});

test("what is taken for a beginning or an end can be said in words, in any zone", () => {
  const day = fc.constantFrom("0000-01-01", "0001-01-01", "0001-01-03", "0202-01-01", "9999-12-29", "9999-12-31");
  const text = fc
    .tuple(day, fc.constantFrom("", "T00:00:00Z", "T11:00:00Z", "T23:59:59Z"))
    .map((parts) => parts.join(""));
  const zone = fc.constantFrom("Pacific/Kiritimati", "Asia/Manila", "Pacific/Pago_Pago", "America/New_York", "UTC");
  fc.assert(
    fc.property(text, zone, zone, (said, where, elsewhere) => {
      const [start, end] = [readStart(said, where), readEnd(said, where)];
      for (const there of [where, elsewhere]) {
        if (start !== null) expect(startInWords(there, start, "en")).toMatch(/^\d/);
        if (end !== null) expect(endInWords(there, end, "en")).toMatch(/^\d/);
      }
    }),
  );
  expect(startInWords("UTC", readStart("0202-01-01", "UTC")!, "en")).toBe("1 January 202");
});
