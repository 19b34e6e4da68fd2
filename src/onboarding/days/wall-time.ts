import type { Bilingual } from "../../kernel/locale";
import { DateTime, IANAZone } from "luxon";
import { toInstant } from "../../kernel/clock";

/** A time as a wall clock shows it: "2026-12-01T10:00". */
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const HOUR = 3_600_000;

/**
 * What a wall time means in a zone: one instant; two, where clocks are set back over it; none, where they are set
 * forward, with the times that lie as far before and after the gap.
 */
export type WallReading =
  | { readonly kind: "once"; readonly instant: string }
  | { readonly kind: "twice"; readonly earlier: string; readonly later: string }
  | { readonly kind: "never"; readonly before: string; readonly after: string }
  | { readonly kind: "malformed" };

/** Reads a wall time in an IANA zone. */
export function readWallTime(local: string, zone: string): WallReading {
  const asUtc = WALL_TIME.test(local) ? DateTime.fromISO(local, { zone: "utc" }) : null;
  if (!asUtc?.isValid) return { kind: "malformed" };
  const clock = asUtc.toMillis();
  const place = IANAZone.create(zone);
  // No zone is a day away from UTC, so the offsets around this day are the only ones that it can be.
  const offsets = [clock - 24 * HOUR, clock, clock + 24 * HOUR].map((at) => place.offset(at));
  const instants = [...new Set(offsets.map((offset) => clock - offset * 60_000))]
    .filter((instant) => instant + place.offset(instant) * 60_000 === clock)
    .sort((a, b) => a - b)
    .map((instant) => toInstant(new Date(instant)));
  const [earlier, later] = instants;
  if (earlier !== undefined)
    return later === undefined ? { kind: "once", instant: earlier } : { kind: "twice", earlier, later };
  const [first = 0, , last = 0] = offsets;
  const wall = (offset: number) => wallTime(toInstant(new Date(clock - offset * 60_000)), zone);
  return { kind: "never", before: wall(last), after: wall(first) };
}

/** The instant as the zone's clocks show it: "2026-12-01T10:00". */
export function wallTime(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

/** For people: "Tuesday 1 December 2026, 10:00 (Europe/Paris)". */
export function timeInWords(instant: string, zone: string, locale: string): string {
  const time = DateTime.fromISO(instant, { zone }).setLocale(locale === "en" ? "en-GB" : locale);
  return `${time.toFormat("cccc d LLLL yyyy, HH:mm")} (${zone})`;
}

export function timeTexts(instant: string, zone: string): Bilingual {
  return { en: timeInWords(instant, zone, "en"), fr: timeInWords(instant, zone, "fr") };
}
