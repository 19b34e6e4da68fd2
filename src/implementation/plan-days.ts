import { DateTime } from "luxon";
import { toInstant } from "../kernel/clock";

/** How long the specialist can be asked after going live (set-up guide, getting started). */
export const HELP_DAYS = 30;

/** The day of the instant in the zone, 2026-11-24. */
export function dayIn(zone: string, instant: string): string {
  return DateTime.fromISO(instant, { zone }).toISODate() ?? "";
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid;
}

/**
 * The end of a day so many days after the instant's, in the zone: the last day of help counts whole, however clocks
 * change in between.
 */
export function endOfDayAfter(zone: string, instant: string, days: number): string {
  return toInstant(
    DateTime.fromISO(instant, { zone })
      .startOf("day")
      .plus({ days: days + 1 })
      .toJSDate(),
  );
}

/** Whole days from one instant's day to another's, in the zone; negative: past. */
export function daysBetween(zone: string, from: string, to: string): number {
  const day = (instant: string) => DateTime.fromISO(instant, { zone }).startOf("day");
  return Math.round(day(to).diff(day(from), "days").days);
}
