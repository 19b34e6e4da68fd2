import { DateTime } from "luxon";

export interface WorkingHours {
  /** Hour of the day at which work begins, 0 to 23. */
  readonly from: number;
  /** Hour of the day by which a call is over, 1 to 24. */
  readonly until: number;
}

/** Of the company's place, Monday to Friday. A choice of ours: the guide names none. */
export const WORKING_HOURS: WorkingHours = { from: 9, until: 18 };

/** Why a call would be outside working hours in that zone; null: it is not. Counted on the wall clock of the place. */
export function outsideWorkingHours(
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  zone: string,
  hours: WorkingHours = WORKING_HOURS,
): "weekend" | "too_early" | "too_late" | null {
  const start = DateTime.fromISO(startsAt, { zone });
  const end = DateTime.fromISO(endsAt, { zone });
  if (start.weekday > 5) return "weekend";
  if (start.hour < hours.from) return "too_early";
  // By what clocks show, so that a day of 23 or 25 hours closes at the same time as any other.
  const closes = start.startOf("day").set({ hour: hours.until });
  return end > closes ? "too_late" : null;
}
