import { DateTime } from "luxon";
import { toInstant } from "../../kernel/clock";

/** How long the specialist can be asked after going live (set-up guide, getting started). */
export const HELP_DAYS = 30;

/** One for each zone: making one costs a hundred times what using it does, and a portfolio asks for hundreds of days. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The day of the instant in the zone, 2026-11-24. Throws a RangeError when the two are swapped. */
export function dayIn(zone: string, instant: string): string {
  const format = FORMATS.get(zone) ?? dayFormat(zone);
  FORMATS.set(zone, format);
  return format.format(Date.parse(instant));
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  // Sweden writes days as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
}

/**
 * The end of a day so many days after the instant's, in the zone: the last day of help counts whole, however clocks
 * change in between.
 */
export function endOfDayAfter(zone: string, instant: string, days: number): string {
  // Counted on the calendar: where clocks are set forward over midnight, a day begins at one o'clock.
  const day = DateTime.fromISO(dayIn(zone, instant), { zone: "utc" }).plus({ days: days + 1 });
  const midnight = day.setZone(zone, { keepLocalTime: true });
  // Where clocks are set back over midnight it comes twice; the day begins with the first.
  const [first = midnight] = midnight.getPossibleOffsets();
  return toInstant(first.toJSDate());
}

/** Days from one day to another, both like 2026-11-24; negative: past. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
