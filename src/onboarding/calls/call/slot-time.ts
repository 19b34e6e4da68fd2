import type { Bilingual } from "../../../kernel/locale";
import { fill } from "../../../kernel/catalogue";
import type { ChangeScope } from "../../../tenant/companies/company-change";
import { isZone, zoneOf } from "../../../tenant/companies/time-zone";
import { BilingualRefusal } from "../../../kernel/errors";
import { readWallTime, wallTime } from "../../days/wall-time";
import { outsideWorkingHours, WORKING_HOURS } from "../../days/working-hours";
import { instantAfter } from "../../../kernel/clock";
import { CALL_REFUSALS } from "../../texts/call-refusals";

/** Which of the two is meant, where clocks are set back over a wall time. */
export const FOLDS = ["earlier", "later"] as const;
export type Fold = (typeof FOLDS)[number];

/** A time as people write it. */
export interface SlotRequest {
  /** "2026-12-01T10:00", as the clocks of `zone` show it. */
  readonly localStart: string;
  /** IANA name. */
  readonly zone: string;
  /** The earlier one where nothing is said. */
  readonly fold?: Fold | null;
}

export interface SlotTime {
  readonly localStart: string;
  readonly zone: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface SlotTimes {
  readonly times: readonly SlotTime[];
  /** What was decided for the writer, in words. */
  readonly remarks: readonly Bilingual[];
}

/** Most slots that a call can have open at once. */
export const MAX_SLOTS = 20;

/**
 * The times as instants. Throws Refusal BAD_INPUT, NO_SUCH_LOCAL_TIME (with what would do) or OUTSIDE_WORKING_HOURS, at
 * the slot's field.
 */
export function slotTimes(
  requests: readonly SlotRequest[],
  { minutes, company, at }: { minutes: number; company: ChangeScope["company"]; at: string },
): SlotTimes {
  if (requests.length === 0 || requests.length > MAX_SLOTS)
    throw new BilingualRefusal("BAD_INPUT", fill(CALL_REFUSALS.timesToName, { max: MAX_SLOTS }), ["input", "slots"]);
  const remarks: Bilingual[] = [];
  const times = requests.map((request, index) => {
    const field = ["input", "slots", String(index)];
    const startsAt = instantOf(request, field, remarks);
    const endsAt = instantAfter(startsAt, minutes * 60_000);
    const time = { localStart: request.localStart, zone: request.zone, startsAt, endsAt };
    if (startsAt <= at)
      throw new BilingualRefusal("BAD_INPUT", fill(CALL_REFUSALS.timeIsPast, { time: request.localStart }), [
        ...field,
        "localStart",
      ]);
    requireWorkingHours(time, zoneOf(company), field);
    return time;
  });
  if (new Set(times.map(({ startsAt }) => startsAt)).size < times.length)
    throw new BilingualRefusal("BAD_INPUT", CALL_REFUSALS.timeNamedTwice, ["input", "slots"]);
  return { times, remarks };
}

function instantOf({ localStart, zone, fold }: SlotRequest, field: readonly string[], remarks: Bilingual[]): string {
  if (!isZone(zone))
    throw new BilingualRefusal("BAD_INPUT", fill(CALL_REFUSALS.noZone, { zone: zone.slice(0, 64) }), [
      ...field,
      "zone",
    ]);
  const read = readWallTime(localStart, zone);
  const at = [...field, "localStart"];
  switch (read.kind) {
    case "once":
      return read.instant;
    case "twice":
      if (fold == null) remarks.push(twice(localStart, zone, read));
      return fold === "later" ? read.later : read.earlier;
    case "never":
      throw new BilingualRefusal(
        "NO_SUCH_LOCAL_TIME",
        fill(CALL_REFUSALS.clocksSetForward, { zone, time: localStart, before: read.before, after: read.after }),
        at,
      );
    case "malformed":
      throw new BilingualRefusal("BAD_INPUT", CALL_REFUSALS.localTime, at);
  }
}

function twice(local: string, zone: string, { earlier, later }: { earlier: string; later: string }): Bilingual {
  return fill(CALL_REFUSALS.shownTwice, { zone, time: local, earlier, later });
}

function requireWorkingHours(time: SlotTime, companyZone: string, field: readonly string[]): void {
  const outside = outsideWorkingHours(time, companyZone);
  if (outside === null) return;
  const { from, until } = WORKING_HOURS;
  const mentions = {
    from,
    until,
    zone: companyZone,
    start: wallTime(time.startsAt, companyZone),
    end: wallTime(time.endsAt, companyZone).slice(11),
  };
  const text = outside === "weekend" ? CALL_REFUSALS.atTheWeekend : CALL_REFUSALS.outsideWorkingHours;
  throw new BilingualRefusal("OUTSIDE_WORKING_HOURS", fill(text, mentions), [...field, "localStart"]);
}
