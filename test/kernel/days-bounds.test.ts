import fc from "fast-check";
import { endOfDay, isDay, startOfDay } from "../../src/kernel/days";
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
