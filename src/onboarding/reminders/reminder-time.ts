import { DateTime } from "luxon";
import { toInstant } from "../../kernel/clock";
import { dayIn } from "../../kernel/days";

/** When people are reminded of a call on the day before it, as their clocks show it. A choice of ours. */
export const REMINDER_HOUR = 8;

/**
 * The instant from which on somebody in the zone is reminded of a call: the day before it on their clocks, however they change
 * in between.
 */
export function remindedFrom(startsAt: string, zone: string): string {
  const dayBefore = DateTime.fromISO(startsAt, { zone }).startOf("day").minus({ days: 1 });
  return toInstant(dayBefore.set({ hour: REMINDER_HOUR }).toJSDate());
}

/**
 * Whether it is time to remind somebody in the zone of the call. A server that stood still makes up for it until the call
 * starts. Who agreed to it only on its own day knows: the invitation has just reached them.
 */
export function isReminderDue(
  { startsAt, agreedAt }: { readonly startsAt: string; readonly agreedAt: string },
  zone: string,
  now: string,
): boolean {
  if (now < remindedFrom(startsAt, zone) || now >= startsAt) return false;
  return dayIn(zone, agreedAt) < dayIn(zone, startsAt);
}

/** The latest day that it is anywhere: what is late somewhere was due before it. */
export function latestDay(now: string): string {
  return dayIn("Pacific/Kiritimati", now);
}
