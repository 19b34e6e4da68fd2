import type { ChangeScope } from "../../../tenant/companies/company-change";
import { isZone, zoneOf } from "../../../tenant/companies/time-zone";
import { Refusal } from "../../../kernel/errors";
import { readWallTime, wallTime } from "../../days/wall-time";
import { outsideWorkingHours, WORKING_HOURS } from "../../days/working-hours";
import { instantAfter } from "../../../kernel/clock";

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
  readonly remarks: readonly string[];
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
    throw new Refusal("BAD_INPUT", `Name 1 to ${MAX_SLOTS} times.`, ["input", "slots"]);
  const remarks: string[] = [];
  const times = requests.map((request, index) => {
    const field = ["input", "slots", String(index)];
    const startsAt = instantOf(request, field, remarks);
    const endsAt = instantAfter(startsAt, minutes * 60_000);
    const time = { localStart: request.localStart, zone: request.zone, startsAt, endsAt };
    if (startsAt <= at)
      throw new Refusal("BAD_INPUT", `${request.localStart} is past; name a coming time.`, [...field, "localStart"]);
    requireWorkingHours(time, zoneOf(company), field);
    return time;
  });
  if (new Set(times.map(({ startsAt }) => startsAt)).size < times.length)
    throw new Refusal("BAD_INPUT", "A time is named twice.", ["input", "slots"]);
  return { times, remarks };
}

function instantOf({ localStart, zone, fold }: SlotRequest, field: readonly string[], remarks: string[]): string {
  if (!isZone(zone))
    throw new Refusal("BAD_INPUT", `"${zone.slice(0, 64)}" is no IANA time zone such as Europe/Paris.`, [
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
      throw new Refusal(
        "NO_SUCH_LOCAL_TIME",
        `Clocks in ${zone} are set forward over ${localStart}: ${read.before} or ${read.after} would do.`,
        at,
      );
    case "malformed":
      throw new Refusal("BAD_INPUT", "A local time is written like 2026-12-01T10:00.", at);
  }
}

function twice(local: string, zone: string, { earlier, later }: { earlier: string; later: string }): string {
  return `Clocks in ${zone} show ${local} twice. The earlier one, ${earlier}, was taken; say LATER for ${later}.`;
}

function requireWorkingHours(time: SlotTime, companyZone: string, field: readonly string[]): void {
  const outside = outsideWorkingHours(time, companyZone);
  if (outside === null) return;
  const { from, until } = WORKING_HOURS;
  const hours = `Monday to Friday, ${from}:00 to ${until}:00 (${companyZone})`;
  const shown = `${wallTime(time.startsAt, companyZone)} to ${wallTime(time.endsAt, companyZone).slice(11)}`;
  const reason = outside === "weekend" ? "is at the weekend" : "is outside working hours";
  const message = `${shown} at the company's place ${reason}; calls lie within ${hours}.`;
  throw new Refusal("OUTSIDE_WORKING_HOURS", message, [...field, "localStart"]);
}
