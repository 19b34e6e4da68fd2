import { dayIn, daysAfter, endOfDay } from "../../kernel/days";

/** How long the specialist can be asked after going live (set-up guide, getting started). */
export const HELP_DAYS = 30;

/**
 * The end of a day so many days after the instant's, in the zone: the last day of help counts whole, however clocks
 * change in between.
 */
export function endOfDayAfter(zone: string, instant: string, days: number): string {
  return endOfDay(zone, daysAfter(dayIn(zone, instant), days));
}
