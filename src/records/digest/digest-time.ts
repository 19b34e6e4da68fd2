import { DateTime } from "luxon";

/** When somebody is told: their clocks, and the hour that their company has chosen. */
export interface DigestPlace {
  /** IANA name. */
  readonly zone: string;
  /** 0 to 23, on the reader's own clocks. */
  readonly hour: number;
  /** The last day that is done, 2026-11-24; null: none. */
  readonly lastDay: string | null;
}

/** A digest that could not be written on time is of use for so long; later the next day's says it all. */
const OF_USE_HOURS = 5;
const FRIDAY = 5;

/**
 * The day whose digest is to be written now; null: none. On working days, from the hour on, once for each day of the
 * reader's calendar. It asks the wall clock, so it neither skips nor repeats a day where summer time begins or ends;
 * and as days only go forwards, who moves to a zone where it is still yesterday is not told twice.
 */
export function digestDayOf(now: Date, { zone, hour, lastDay }: DigestPlace): string | null {
  const local = DateTime.fromJSDate(now, { zone });
  if (local.weekday > FRIDAY || local.hour < hour || local.hour >= hour + OF_USE_HOURS) return null;
  const day = local.toFormat("yyyy-MM-dd");
  return lastDay !== null && lastDay >= day ? null : day;
}

/** The day of the instant in the zone, 2026-11-24. */
export function dayNow(now: Date, zone: string): string {
  return DateTime.fromJSDate(now, { zone }).toFormat("yyyy-MM-dd");
}
