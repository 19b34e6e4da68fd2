import { DateTime } from "luxon";
import { readWholeInstant, toInstant } from "./clock";
import type { Locale } from "./locale";

/*
 * Days are those of a zone, mostly the company's: a day that something begins counts from its first moment there, a day
 * that something ends counts whole. Instants stay instants.
 */

/** One for each zone: making one costs a hundred times what using it does, and a portfolio asks for hundreds of days. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The day of the instant in the zone, 2026-11-24. Throws a RangeError when the two are swapped. */
export function dayIn(zone: string, instant: string): string {
  const format = FORMATS.get(zone) ?? dayFormat(zone);
  FORMATS.set(zone, format);
  // A year before 1000 is written without its zeros.
  return format.format(Date.parse(instant)).padStart(DAY_LENGTH, "0");
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  // Sweden writes days as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
}

/** The days whose beginning and end are of a year of four digits in every zone, seen from every other. */
const FIRST_DAY = "0001-01-03";
const LAST_DAY = "9999-12-29";
const DAY_LENGTH = LAST_DAY.length;

/** Whether it is a day of the calendar: "2026-02-29" is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY || text > LAST_DAY) return false;
  return DateTime.fromISO(text, { zone: "utc" }).isValid;
}

/** So many days later on the calendar. */
export function daysAfter(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: "utc" }).plus({ days }).toFormat("yyyy-MM-dd");
}

/** Days from one day to another, both like 2026-11-24; negative: past. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The first moment of a day in the zone; where clocks are set forward over midnight, that is one o'clock. */
export function startOfDay(zone: string, day: string): string {
  const midnight = DateTime.fromISO(day, { zone: "utc" }).setZone(zone, { keepLocalTime: true });
  // Where clocks are set back over midnight it comes twice; the day begins with the first.
  const [first = midnight] = midnight.getPossibleOffsets();
  return toInstant(first.toJSDate());
}

/** The first moment after a day in the zone: the day itself counts whole, however long it is. */
export function endOfDay(zone: string, day: string): string {
  return startOfDay(zone, daysAfter(day, 1));
}

/** A day, as its first moment in the zone, or an instant of any zone; null: it is neither. */
export function readStart(text: string, zone: string): string | null {
  const given = text.trim();
  return isDay(given) ? startOfDay(zone, given) : readMoment(given);
}

/** A day, as the first moment after it in the zone, or an instant of any zone; exclusive. Null: it is neither. */
export function readEnd(text: string, zone: string): string | null {
  const given = text.trim();
  return isDay(given) ? endOfDay(zone, given) : readMoment(given);
}

/** A whole instant that is on such a day in UTC. */
function readMoment(text: string): string | null {
  const instant = readWholeInstant(text.toUpperCase());
  return instant !== null && isDay(instant.slice(0, DAY_LENGTH)) ? instant : null;
}

const LOCALES_OF_DATES: Readonly<Record<Locale, string>> = { en: "en-GB", fr: "fr" };

/** For people: "1 December 2026", the day of the instant in the zone. */
export function dayInWords(zone: string, instant: string, locale: Locale): string {
  const day = DateTime.fromISO(instant, { zone }).setLocale(LOCALES_OF_DATES[locale]);
  return day.toLocaleString({ day: "numeric", month: "long", year: "numeric" });
}

/** For people: "1 December 2026, 10:00 (Europe/Paris)". */
export function momentInWords(zone: string, instant: string, locale: Locale): string {
  const time = DateTime.fromISO(instant, { zone });
  return `${dayInWords(zone, instant, locale)}, ${time.toFormat("HH:mm")} (${zone})`;
}

/** Something that counts from this instant on: the day alone where it is the day's first moment. */
export function startInWords(zone: string, instant: string, locale: Locale): string {
  const wholeDay = startOfDay(zone, dayIn(zone, instant)) === instant;
  return wholeDay ? dayInWords(zone, instant, locale) : momentInWords(zone, instant, locale);
}

/** Something that counts until just before this instant: its last day where it ends with that day. */
export function endInWords(zone: string, instant: string, locale: Locale): string {
  const last = lastDayBefore(zone, instant);
  return last === null ? momentInWords(zone, instant, locale) : dayInWords(zone, startOfDay(zone, last), locale);
}

/** The instant of the same time of day in the zone, so many days earlier: an hour more or less where clocks are set between. */
export function sameTimeDaysBefore(zone: string, instant: string, days: number): string {
  return toInstant(DateTime.fromISO(instant, { zone }).minus({ days }).toJSDate());
}

/** The last day that counts of what ends just before the instant; null: it ends within a day. */
export function lastDayBefore(zone: string, instant: string): string | null {
  const day = dayIn(zone, instant);
  return startOfDay(zone, day) === instant ? daysAfter(day, -1) : null;
}
